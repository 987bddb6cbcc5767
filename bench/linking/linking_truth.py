"""The truth of the linking set, for each article and event, and the same in the contract's Story shape."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from linking_set import Json, SetArticle, SetStory


@dataclass(frozen=True, slots=True)
class TrueEvent:
    """One event of a story.

    Attributes:
        key: Story id and event id: "naf-river-shelling e1".
        types: The types that are right for it.
        passages: The words that tell it, by the address of each article.
        copies: How many of those articles only repeat another's text.
        origins: All names of each origin.
        independent_origins: How many origins rest on no other.
    """

    key: str
    held_back: bool
    types: frozenset[str]
    passages: dict[str, tuple[str, ...]]
    copies: int
    origins: tuple[tuple[str, ...], ...]
    independent_origins: int
    values: tuple[Json, ...]
    contradictions: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that the scorer compares with, by address; `part` tells open from held back."""

    part: dict[str, bool]
    story: dict[str, str]
    copies: dict[str, frozenset[str]]
    events: tuple[TrueEvent, ...]


def truth_of(stories: list[SetStory]) -> Truth:
    """Gather the truth of the stories."""
    address = {one.key: one.url for story in stories for one in story.articles}
    return Truth(
        part={one.url: story.held_back for story in stories for one in story.articles},
        story={one.url: story.id for story in stories for one in story.articles},
        copies={
            one.url: frozenset(address[key] for key in one.copies)
            for story in stories for one in story.articles if one.copies
        },
        events=tuple(_event(data, story=story) for story in stories for data in story.events),
    )  # fmt: skip


def _event(data: Json, *, story: SetStory) -> TrueEvent:
    tellers = [one for one in story.articles if any(passage.event == data["id"] for passage in one.passages)]
    everybody = [*data["origins"], *(name for event in story.events for name in event["origins"])]
    return TrueEvent(
        key=f"{story.id} {data['id']}",
        held_back=story.held_back,
        types=frozenset(data["types"]),
        passages={one.url: tuple(p.words for p in one.passages if p.event == data["id"]) for one in tellers},
        copies=sum(one.kind is not None for one in tellers),
        origins=tuple(_names(origin) for origin in data["origins"]),
        independent_origins=data["independent_origins"],
        values=tuple(
            {**value, "names": _all_names(value["by"], everybody), "urls": _carriers(value["in"], story=story)}
            for value in data.get("values", [])
        ),
        contradictions=tuple(
            {**one, "urls": _carriers(one["in"], story=story), "keys": _keys(data, one, story=story)}
            for one in data.get("contradictions", [])
        ),
    )


def _keys(data: Json, contradiction: Json, *, story: SetStory) -> list[str]:
    """Return the events beside which a contradiction may stand: its own, and those that tell the other side."""
    return [f"{story.id} {name}" for name in [data["id"], *contradiction.get("with", [])]]


def _names(origin: Json) -> tuple[str, ...]:
    return (origin["name"], *origin.get("aliases", []))


def _all_names(name: str, origins: list[Json]) -> tuple[str, ...]:
    return next(_names(origin) for origin in origins if origin["name"] == name)


def _carriers(numbers: list[str], *, story: SetStory) -> list[str]:
    """Return the addresses of these articles, then those of all that republish them."""
    first = [f"{story.id}-{number}" for number in numbers]
    found = [one for one in story.articles if one.key in first]
    return [one.url for one in found] + [one.url for one in story.articles if set(one.copies) & set(first)]


@dataclass(frozen=True, slots=True)
class TrueReport:
    """The truth as a linker would say it: stories, and which event each mention tells.

    Attributes:
        stories: In the contract's Story shape.
        told: Of each mention: the article's address and the keys of the true events that it tells.
    """

    stories: list[Json]
    told: dict[str, tuple[str, frozenset[str]]]


def as_report(stories: list[SetStory]) -> TrueReport:
    """Return the truth in the form of an answer, for the scorer's own test."""
    truth = truth_of(stories)
    events = {event.key: event for event in truth.events}
    told: dict[str, tuple[str, frozenset[str]]] = {}
    shaped: list[Json] = []
    for story in stories:
        of_story = [events[f"{story.id} {data['id']}"] for data in story.events]
        merged = [_merged(event, told=told) for event in of_story]
        articles = [_story_article(one) for one in story.articles]
        shaped.append({"id": story.id, "title": story.id, "start": None, "end": None,
                       "articles": articles, "events": merged, "origins": {"nodes": [], "edges": []}})  # fmt: skip
    return TrueReport(shaped, told)


def _story_article(one: SetArticle) -> dict[str, Any]:
    copy_of = one.copies[0] if one.copies else None
    return {"id": one.key, "url": one.url, "copy_of": copy_of, "similarity": None, "reasons": []}


def _merged(event: TrueEvent, *, told: dict[str, tuple[str, frozenset[str]]]) -> dict[str, Any]:
    number, mentions = count(), []
    for url, passages in event.passages.items():
        for _ in passages:
            mention = f"{event.key} {next(number)}"
            told[mention] = (url, frozenset([event.key]))
            mentions.append(mention)
    return {
        "id": event.key, "type": min(event.types), "mentions": mentions, "copies": event.copies,
        "origins": [names[0] for names in event.origins], "independent_origins": event.independent_origins,
        "values": [{"kind": v["kind"], "value": v["value"], "by": v["by"], "article": v["urls"][0]}
                   for v in event.values],
        "contradicted_by": [{"id": event.key, "article": one["urls"][0], "by": one["by"][0], "what": one["what"]}
                            for one in event.contradictions],
    }  # fmt: skip
