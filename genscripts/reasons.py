"""Makes `docs/reasons.md` from `codebook/reasons.yaml`: `make docs`."""

from pathlib import Path

from reportedly.coding.confidence import MOST, START, Reason, Rubric

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reasons.md"
HEAD = f"""# Why, and how sure

<!-- Made by genscripts/reasons.py from src/reportedly/codebook/reasons.yaml; do not edit. -->

Every event says in `why` what the coder saw, as codes, and in `confidence` how sure the coder is of the *coding*: that
the words tell this type of event with these parties. It says nothing of whether it happened; that is a matter of
`standing`, `factuality` and the chain of `sources`.

An event starts at {START}, is multiplied by the factor of each reason, and ends at {MOST} at the most. The factors of
the frames are a rubric; those of the learned judge were set so that the product is the share of right events among
those of GSR dev and those judged by hand: `bench/calibration.py` prints how far that holds.

| code | meaning | factor | example |
|---|---|---|---|
"""


def page(reasons: dict[str, Reason]) -> str:
    """Return the page's text."""
    rows = (f"| `{code}` | {r.meaning} | {r.factor:g} | {r.example} |" for code, r in reasons.items())
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(Rubric().reasons), encoding="utf-8")
