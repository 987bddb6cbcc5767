"""Measure the reader, by its public API alone, on two sets written apart from its rules: credits and furniture.

Each set has an open part (`credits.yaml`) and a held-back third (`credits_heldback.yaml`), told apart by hash.

`credits_more.yaml` is a third set of articles, by another hand and open as a whole.

`python tests/reading/score_sets.py` prints the shares and what is wrong in the open parts; of the held-back thirds
nothing but the shares is ever printed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, TypeAlias

import yaml

from reportedly.reading import read
from reportedly.records import Article

HERE = Path(__file__).resolve().parent
Part: TypeAlias = Literal["open", "heldback", "more"]
Item: TypeAlias = dict[str, Any]
#: What an item of the credits set may judge.
FIELDS = ("publisher", "credits", "byline", "dateline", "starts", "ends")

HEADLINE = "Norwegian envoy lands in Port Sudan to press for a truce"
PARAGRAPHS = (
    "A Norwegian envoy landed in Port Sudan on Wednesday to press the army for a truce before the rains.",
    "He met two generals at the harbour and is due to speak to the rebels' delegate in Addis Ababa later this week.",
    "Neither side has stopped shelling the road to the west, drivers who reached the coast said.",
)
#: Where a line goes among headline and paragraphs.
INDEX = {"top": 0, "start": 1, "middle": 3, "end": 4}
QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Score:
    """How many items of one part were read rightly.

    Attributes:
        wrong: What was wrong, in words; kept out of `repr` so that no failing assertion shows a held-back item.
    """

    total: int
    wrong: tuple[str, ...] = field(repr=False)

    @property
    def right(self) -> int:
        return self.total - len(self.wrong)

    @property
    def share(self) -> float:
        return self.right / self.total


def load(name: str, part: Part) -> list[Item]:
    file = f"{name}.yaml" if part == "open" else f"{name}_{part}.yaml"
    return yaml.safe_load((HERE / file).read_text(encoding="utf-8"))


def floors() -> dict[str, float]:
    return yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))


def is_heldback(text: str) -> bool:
    return sha256(text.encode()).digest()[0] % 3 == 0


def score_credits(part: Part) -> Score:
    return _score(load("credits", part), check_credits)


def score_field(name: str, part: Part) -> Score:
    """Score one field alone, over the items that judge it."""
    items = [item for item in load("credits", part) if name in item]
    return _score(items, lambda item: [fault for fault in check_credits(item) if fault.startswith(f"{name}: ")])


def score_furniture(part: Part) -> Score:
    return _score(load("furniture", part), check_line)


def score_kinds(part: Part) -> Score:
    """Score the kinds over all furniture; a line that was not cut has no kind and counts as wrong."""
    return _score([item for item in load("furniture", part) if item["furniture"]], check_kind)


def check_credits(item: Item) -> list[str]:
    """Return what the reader got wrong in an article, each fault opening with the name of its field."""
    (article,) = read(item["text"].encode())
    return [f"{name}: {found!r}" for name, found, right in _compared(article, item) if not right]


def check_closing(item: Item) -> list[str]:
    """Return what the reader got wrong in an article whose body is known to the last word."""
    (article,) = read(_closing_page(item).encode())
    expected = {"credits": [], "byline": [], "dateline": None} | item
    expected |= {"starts": item["body"][0], "ends": item["body"][-1]}
    faults = [f"{name}: {found!r}" for name, found, right in _compared(article, expected) if not right]
    whole = _plain(" ".join(item["body"])) == _plain(article.text)
    return faults if faults or whole else [f"text: {article.text!r}"]


def check_line(item: Item) -> list[str]:
    """Return what became of a line that should have been cut and was not, or kept and was not."""
    article = _article_with(item)
    kept = _plain(item["line"]) in _plain(article.text)
    kinds = _kinds(article, item)
    if item["furniture"]:
        return [] if kinds and not kept else ["kept" if kept else "neither kept nor cut"]
    return [] if kept and not kinds else [f"cut as {kinds}"]


def check_kind(item: Item) -> list[str]:
    """Return the kinds that a line was given when none of them is fair."""
    kinds = _kinds(_article_with(item), item)
    return [] if set(kinds) & set(item["kind"]) else [f"{kinds}, none of {item['kind']}"]


def _score(items: list[Item], check: Callable[[Item], list[str]]) -> Score:
    faults = ((item, _faults(item, check)) for item in items)
    wrong = (f"{_label(item)} -> {'; '.join(found)}" for item, found in faults if found)
    return Score(total=len(items), wrong=tuple(wrong))


def _faults(item: Item, check: Callable[[Item], list[str]]) -> list[str]:
    # A crash is a wrong item: left to rise, its traceback could show a held-back text.
    try:
        return check(item)
    except Exception as error:
        return [f"{type(error).__name__} raised"]


def _label(item: Item) -> str:
    return f"{item['line']} ({item['position']})" if "line" in item else item["text"].splitlines()[0]


def _compared(article: Article, item: Item) -> Iterator[tuple[str, object, bool]]:
    optional = {_name(each) for each in item.get("optional", ())}
    for name, found in (("credits", article.credits), ("byline", article.byline)):
        if name in item:
            yield name, found, _same_names(found, item[name], optional=optional)
    if "publisher" in item:
        publisher = article.publisher.name if article.publisher else ""
        yield "publisher", publisher, _name(publisher) == _name(item["publisher"])
    if "dateline" in item:
        yield "dateline", article.dateline, _same_dateline(article, item["dateline"])
    text = _plain(article.text)
    yield "starts", text[:60], text.startswith(_plain(item["starts"]))
    yield "ends", text[-60:], text.endswith(_plain(item["ends"]))


def _same_names(found: tuple[str, ...], expected: list[Any], *, optional: set[str]) -> bool:
    alternatives = expected if expected and isinstance(expected[0], list) else [expected]
    return any(_names_match(found, [_name(each) for each in names], optional=optional) for names in alternatives)


def _names_match(found: tuple[str, ...], wanted: list[str], *, optional: set[str]) -> bool:
    names = [_name(each) for each in found]
    return [name for name in names if name in wanted or name not in optional] == wanted


def _same_dateline(article: Article, expected: Item | None) -> bool:
    dateline = article.dateline
    if expected is None or dateline is None:
        return expected is None and dateline is None
    places = expected["place"] if isinstance(expected["place"], list) else [expected["place"]]
    return _name(dateline.place or "") in {_name(each) for each in places} and dateline.date == expected["date"]


def _closing_page(item: Item) -> str:
    *body, last = item["body"]
    paragraphs = [*body, last + item.get("closes", "")]
    paragraphs[0] = item.get("opens", "") + paragraphs[0]
    title = [item["title"]] if "title" in item else []
    return "\n\n".join([*title, *item.get("head", []), *paragraphs, *item.get("tail", [])])


def _article_with(item: Item) -> Article:
    lines = [HEADLINE, *PARAGRAPHS]
    lines.insert(INDEX[item["position"]], item["line"])
    (article,) = read("\n\n".join(lines).encode())
    return article


def _kinds(article: Article, item: Item) -> list[str]:
    return [piece.kind for piece in article.furniture if _plain(item["line"]) in _plain(piece.text)]


def _name(text: str) -> str:
    return re.sub(r"^the ", "", _plain(text).casefold()).strip(" .,;")


def _plain(text: str) -> str:
    """Undo what the reader may repair: kinds of quotation mark, and spaces."""
    return re.sub(r"\s+", " ", text.translate(QUOTES)).strip()


def _print_scores(name: str, score: Callable[[Part], Score]) -> None:
    opened, heldback = score("open"), score("heldback")
    print(f"{name}: open {_in_words(opened)}, held back {_in_words(heldback)}")


def _in_words(score: Score) -> str:
    return f"{score.share:.3f} ({score.right} of {score.total})"


def _print_faults(score: Score) -> None:
    for fault in score.wrong:
        print(f"    {fault}")


def main() -> None:
    _print_scores("credits, articles wholly right", score_credits)
    print(f"  more of them, by another hand: {_in_words(score_credits('more'))}")
    for name in FIELDS:
        _print_scores(f"  {name} alone", lambda part, name=name: score_field(name, part))
    _print_scores("furniture, lines rightly cut or kept", score_furniture)
    _print_scores("  kinds of furniture", score_kinds)
    for title, score in (("Articles", score_credits), ("Lines", score_furniture), ("Kinds", score_kinds)):
        print(f"\n{title} of the open part read wrongly:")
        _print_faults(score("open"))


if __name__ == "__main__":
    main()
