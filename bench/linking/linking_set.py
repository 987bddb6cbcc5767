"""Reads the stories of the linking set and composes their articles; the truth beside them is read, never derived.

A passage that tells an event stands in the parts as `[e1|the words]`; the marks are taken out of the articles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import yaml

Json: TypeAlias = dict[str, Any]

STORIES = Path(__file__).resolve().parent / "stories"
#: More of them, by another hand, written when the linker stood and open as a whole.
MORE = STORIES.with_name("more")
#: Written with the truth before the linker saw them, to measure it on the unseen; open as a whole.
FRESH = STORIES.with_name("fresh")
#: By the name of the option that asks for them.
FOLDERS = {"stories": STORIES, "more": MORE, "fresh": FRESH}
MARK = re.compile(r"\[(e\d+)\|([^\[\]]*)\]")
NOT_IN_ADDRESSES = re.compile(r"[^a-z0-9]+")
#: How an article may come by another's text; README.md tells them apart.
KINDS = frozenset({"verbatim", "truncated", "headline", "lead", "local", "merged", "paraphrase"})


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article that tell an event."""

    event: str
    words: str


@dataclass(frozen=True, slots=True)
class SetArticle:
    """One article as a site prints it, with what is known about it.

    Attributes:
        key: Story id and number: "naf-river-shelling-01".
        text: Credit lines, byline, dateline and body, as printed.
        copies: Keys of the earliest articles whose text it republishes; several when it merges two.
        kind: How it does so; None when its text is its own.
        cites: Outlets that it leans on by name.
        passages: What it tells of the story's events, in reading order.
    """

    key: str
    publisher: str
    url: str
    published: str
    title: str
    text: str
    copies: tuple[str, ...] = ()
    kind: str | None = None
    cites: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()

    def to_record(self) -> Json:
        """Return the record that `reportedly read` takes from JSON Lines."""
        fields = ("publisher", "url", "published", "title", "text")
        return {name: getattr(self, name) for name in fields}


@dataclass(frozen=True, slots=True)
class SetStory:
    """One story: its articles, and its events as they are written down in its file."""

    id: str
    held_back: bool
    articles: tuple[SetArticle, ...]
    events: tuple[Json, ...]
    loops: tuple[tuple[str, ...], ...] = field(default=())


def is_held_back(story_id: str) -> bool:
    """Whether the story's id puts it into the part that nobody reads."""
    return int(sha256(story_id.encode()).hexdigest(), 16) % 3 == 0


def load_stories(folder: Path = STORIES) -> list[SetStory]:
    """Read and compose every story of a folder, by order of id."""
    return [_story(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.yaml"))]


def all_articles(stories: list[SetStory]) -> Iterator[SetArticle]:
    """Yield every article by the time of its publication, as a feed would bring it."""
    yield from sorted((one for story in stories for one in story.articles), key=lambda one: (one.published, one.key))


def _story(data: Json) -> SetStory:
    articles = tuple(_article(one, data=data) for one in data["articles"])
    loops = tuple(tuple(loop) for loop in data.get("loops", []))
    return SetStory(data["id"], is_held_back(data["id"]), articles, tuple(data["events"]), loops)


def _article(one: Json, *, data: Json) -> SetArticle:
    paragraphs = [data["parts"][name] for name in one["parts"].split()]
    paragraphs[0] = one.get("date", "") + paragraphs[0]
    passages = tuple(Passage(*found.groups()) for text in paragraphs for found in MARK.finditer(text))
    body = [MARK.sub(r"\2", text) for text in paragraphs]
    copies = one.get("copies", {"of": [], "kind": None})
    return SetArticle(
        key=f"{data['id']}-{one['id']}",
        publisher=one["publisher"],
        url=_address(one),
        published=one["published"],
        title=one["title"],
        text="\n\n".join([*one.get("head", []), *body, *one.get("tail", [])]),
        copies=tuple(f"{data['id']}-{number}" for number in copies["of"]),
        kind=copies["kind"],
        cites=tuple(one.get("cites", [])),
        passages=passages,
    )


def _address(one: Json) -> str:
    """Return an address under the domain of examples: no real site is named."""
    site, slug = (NOT_IN_ADDRESSES.sub("-", one[name].lower()).strip("-") for name in ("publisher", "title"))
    return f"https://{site.replace('-', '')}.example/{one['published'][:10].replace('-', '/')}/{slug}"
