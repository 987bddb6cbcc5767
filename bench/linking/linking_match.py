"""Finds out which true events a linker's merged events stand for: by type and by the place of their triggers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from linking_set import Json
from linking_truth import TrueEvent, Truth

#: Of each mention: the address of its article and the keys of the true events that it tells.
Told: TypeAlias = Mapping[str, tuple[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a linker says.

    Attributes:
        stories: In the contract's Story shape.
        told: Which true events its mentions tell.
        url: Of each article id.
    """

    stories: list[Json]
    told: Told
    url: Mapping[str, str]


def answer_of(stories: list[Json], *, told: Told) -> Answer:
    """Gather the addresses of the articles beside the stories; an address may stand for an id."""
    url = {one["id"]: one["url"] for story in stories for one in story["articles"]}
    return Answer(stories, told, url | {address: address for address in url.values()})


def told_events(reports: Iterable[Json], truth: Truth) -> Told:
    """Tell for every event of the reports which true events its trigger stands in, in any of its mentions."""
    told = {}
    for report in reports:
        article = report["article"]
        here = [event for event in truth.events if article["url"] in event.passages]
        for event in report["events"]:
            keys = frozenset(one.key for one in here if _tells(event, one, article=article))
            told[event["id"]] = (article["url"], keys)
    return told


def _tells(event: Json, true: TrueEvent, *, article: Json) -> bool:
    if event["type"] not in true.types:
        return False
    triggers = [event["trigger"], *(mention["trigger"] for mention in event["mentions"])]
    for words in true.passages[article["url"]]:
        start = article["text"].find(words)
        if start >= 0 and any(start <= a and b <= start + len(words) for a, b in triggers):
            return True
    return False


def match_events(answer: Answer, truth: Truth) -> dict[str, Json]:
    """Return the merged event that stands for each true event, where there is one.

    One to one: pairs are taken by the number of articles in which they agree, the most first.
    """
    merged = [event for story in answer.stories for event in story["events"]]
    types = {event.key: event.types for event in truth.events}
    pairs = []
    for number, event in enumerate(merged):
        for key, shared in _shared_articles(event, told=answer.told).items():
            if event["type"] in types[key]:
                pairs.append((-shared, len(event["mentions"]), key, number))
    found: dict[str, Json] = {}
    used: set[int] = set()
    for _, _, key, number in sorted(pairs):
        if key not in found and number not in used:
            found[key] = merged[number]
            used.add(number)
    return found


def _shared_articles(event: Json, *, told: Told) -> Counter[str]:
    seen = {(key, told[mention][0]) for mention in event["mentions"] if mention in told for key in told[mention][1]}
    return Counter(key for key, _ in seen)


def same_name(given: str, names: Iterable[str]) -> bool:
    """Whether a name is one of these: all words of the shorter stand in the longer."""
    words = _words(given)
    return any(bool(words) and (words <= other or other <= words) for other in map(_words, names))


def _words(name: str) -> frozenset[str]:
    plain = name.casefold().replace("’", "'").replace("'s ", " ").removesuffix("'s")
    return frozenset(plain.split()) - {"the", "of", "and", "a", "an", "for"}
