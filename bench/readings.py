"""Scores the reports of the packaged samples against the readings that were made by hand.

    python bench/readings.py [--json] [-v]

A claim is found when its content shares most words with the reading's and its innermost source is the same; an event,
when its type is right and a sentence of its triggers is. Fields are scored on what is found. What a reading holds for
optional is neither missing nor counted. The conventions of the readings: tests/samples/readings/README.md.
"""

import argparse
import json
import sys
from collections.abc import Iterator

from readings_article import article_checks
from readings_cases import Case, load_cases
from readings_claims import claim_checks, pair_claims
from readings_events import event_checks, match_events
from readings_events_fields import event_field_checks
from readings_tally import Check, Score, tally

#: The columns of the table of samples, with their headings; the table of totals has every measure.
COLUMNS = {
    "article": "article", "claims": "claims", "chain": "chain", "claim act": "act", "claim kind": "kind",
    "events": "events", "actor country": "who", "recipient country": "whom", "standing": "standing",
    "modality": "modality", "factuality": "fact.", "date": "date", "place": "place", "figures": "figures",
    "forbidden": "avoided",
}  # fmt: skip


def case_checks(case: Case) -> Iterator[Check]:
    """Compare one report with its reading."""
    yield from article_checks(case)
    pairs, matches = pair_claims(case), match_events(case)
    yield from claim_checks(case, pairs)
    yield from event_checks(case, matches)
    yield from event_field_checks(case, matches, pairs)


def cell(score: Score | None) -> str:
    """Return "right/expected+extra" of one measure."""
    if score is None:
        return "-"
    return f"{score.right}/{score.expected}" + (f"+{score.extra}" if score.extra else "")


def print_tables(checks: dict[str, list[Check]]) -> None:
    """Print a row a sample, then a row a measure."""
    widths = [max(8, len(heading) + 1) for heading in COLUMNS.values()]
    print(f"{'right/expected+extra':26}" + "".join(f"{h:>{w}}" for h, w in zip(COLUMNS.values(), widths, strict=True)))
    for name, found in checks.items():
        scores = tally(found)
        print(f"{name:26}" + "".join(f"{cell(scores.get(m)):>{w}}" for m, w in zip(COLUMNS, widths, strict=True)))
    print(f"\n{'measure':20}{'right':>7}{'wrong':>7}{'missing':>9}{'extra':>7}{'P':>8}{'R':>8}{'F1':>8}")
    for measure, score in totals(checks).items():
        counts = f"{score.right:7}{score.wrong:7}{score.missing:9}{score.extra:7}"
        print(f"{measure:20}{counts}{score.precision:8.3f}{score.recall:8.3f}{score.f1:8.3f}")


def totals(checks: dict[str, list[Check]]) -> dict[str, Score]:
    """Count over all samples."""
    return tally(check for found in checks.values() for check in found)


def print_disagreements(checks: dict[str, list[Check]]) -> None:
    """Print one line for everything that is not right."""
    for name, found in checks.items():
        for check in found:
            if check.outcome != "right":
                print(f"{name} {check.label} {check.measure}: {check.note}")


def main() -> int:
    """Run the bench from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the three headline scores as JSON only")
    parser.add_argument("-v", "--verbose", action="store_true", help="print each disagreement in one line")
    options = parser.parse_args()
    checks = {case.name: list(case_checks(case)) for case in load_cases()}
    if options.json:
        scores = totals(checks)
        headline = {"events_f1": "events", "claims_f1": "claims", "article": "article"}
        print(json.dumps({key: round(scores[measure].f1, 4) for key, measure in headline.items()}))
        return 0
    if options.verbose:
        print_disagreements(checks)
        print()
    print_tables(checks)
    return 0


if __name__ == "__main__":
    sys.exit(main())
