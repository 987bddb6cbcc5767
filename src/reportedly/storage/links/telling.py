"""Stories as rows: those that a change touches are gathered and assembled again, all others stay as they are."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from reportedly.linking.affinity import StoryEdge
from reportedly.linking.assembling import assemble
from reportedly.linking.drafts import CopyLink
from reportedly.linking.stories import draft_story, group_articles
from reportedly.records import MergedEvent, Story
from reportedly.storage.links.copying import load_links
from reportedly.storage.links.edges import story_edges
from reportedly.storage.links.pieces import find_pieces
from reportedly.storage.links.prints import Prints
from reportedly.storage.links.reports import Reports


class Teller:
    """Makes the stories of articles within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, prints: Prints, reports: Reports) -> None:
        self._connection = connection
        self._prints = prints
        self._reports = reports

    def tell_anew(self, numbers: Iterable[int], *, changed: set[int]) -> None:
        """Make the stories anew in which articles stand, stood, or may stand.

        Args:
            numbers: Of articles whose links changed.
            changed: Of articles that were added or coded again: their stories change though their links may not.
        """
        for piece in find_pieces(self._connection, numbers):
            self._tell_piece(piece, changed=changed)

    def _tell_piece(self, piece: set[int], *, changed: set[int]) -> None:
        names = {self._prints.by_number(number).article.id: number for number in sorted(piece)}
        links = load_links(self._connection, sorted(piece))
        edges = sorted(self._edges(piece, links), key=lambda edge: (edge.one, edge.other))
        told = _by_members(group_articles(names, edges, links), edges)
        before = self._stories_of(piece)
        signatures = {members: _signature(members, links, inside) for members, inside in told.items()}
        kept = {
            members
            for members in told
            if signatures[members] in before.values() and not changed & {names[name] for name in members}
        }
        gone = set(before) - {story for story, one in before.items() if one in {signatures[each] for each in kept}}
        self._connection.executemany("DELETE FROM stories WHERE id = ?", [(story,) for story in sorted(gone)])
        for members, inside in told.items():
            if members not in kept:
                numbers = {name: names[name] for name in members}
                self._write(numbers, links, inside, signature=signatures[members])

    def _edges(self, piece: set[int], links: Mapping[str, CopyLink]) -> Iterator[StoryEdge]:
        """Yield the edges of a piece, and those to further roots of its copies, which may stand elsewhere."""
        also = {root for link in links.values() for root in link.also}
        query = "SELECT number FROM articles WHERE id = ? AND current"
        roots = {number for name in also for (number,) in self._connection.execute(query, (name,))}
        return story_edges(self._connection, piece | roots)

    def _write(
        self, numbers: Mapping[str, int], links: Mapping[str, CopyLink], edges: Sequence[StoryEdge], *, signature: str
    ) -> None:
        reports = {name: self._reports.read(number) for name, number in numbers.items()}
        if len(reports) == 1 and not any(report.events for report in reports.values()):
            return
        articles = {name: self._prints.by_number(number).article for name, number in numbers.items()}
        copies = {name: links[name] for name in numbers if name in links}
        draft = draft_story(list(numbers), reports, articles, copies, edges)
        insert_story(self._connection, assemble(draft), numbers=numbers, signature=signature)

    def _stories_of(self, numbers: Iterable[int]) -> dict[str, str]:
        """Return the signatures of the stories in which articles stand, by story id."""
        query = """SELECT stories.id, signature FROM stories JOIN story_articles ON story = stories.id
            WHERE article = ?"""
        return {
            id: signature for number in numbers for id, signature in self._connection.execute(query, (number,))
        }  # fmt: skip


def insert_story(connection: sqlite3.Connection, story: Story, *, numbers: Mapping[str, int], signature: str) -> None:
    """Write a story with its articles and merged events.

    Args:
        connection: To the store.
        story: As assembled.
        numbers: Of its articles, by id.
        signature: What tells whether it would come out the same again.
    """
    own = [numbers[article.id] for article in story.articles]
    events = {id: (number, article) for article in own for number, id in _events_of(connection, article)}
    tellers = [{events[id][1] for id in event.mentions} for event in story.events]
    main = max(range(len(tellers)), key=lambda at: (len(tellers[at]), -at), default=None)
    values = {
        "id": story.id,
        "signature": signature,
        "title": story.title,
        "first_day": (story.start or "")[:10],
        "last_day": (story.end or "")[:10],
        "articles": len(own),
        "copies": sum(article.copy_of is not None for article in story.articles),
        "origins": len({name for event in story.events for name in event.origins}),
        "independent_origins": 0 if main is None else story.events[main].independent_origins,
        "record": story.to_json(),
    }
    _insert(connection, "stories", values)
    connection.executemany("INSERT INTO story_articles VALUES (?, ?)", [(number, story.id) for number in own])
    for position, (event, articles) in enumerate(zip(story.events, tellers, strict=True)):
        _insert(connection, "merged", _merged_row(event, story=story.id, position=position, articles=len(articles)))
        rows = [(events[id][0], event.id) for id in event.mentions]
        # Reports made elsewhere may hold one id twice: the first event of it counts.
        connection.executemany("INSERT OR IGNORE INTO tellings VALUES (?, ?)", rows)


def take_story_apart(connection: sqlite3.Connection, number: int) -> set[int]:
    """Remove the story in which an article stands; return its other articles, which are without one then."""
    rows = connection.execute(
        """
        SELECT article FROM story_articles
        WHERE story = (SELECT story FROM story_articles WHERE article = :number) AND article <> :number
        """,
        {"number": number},
    ).fetchall()
    query = "DELETE FROM stories WHERE id = (SELECT story FROM story_articles WHERE article = ?)"
    connection.execute(query, (number,))
    return {article for (article,) in rows}


def _merged_row(event: MergedEvent, *, story: str, position: int, articles: int) -> dict[str, object]:
    return {
        "id": event.id,
        "story": story,
        "position": position,
        "type": str(event.type),
        "articles": articles,
        "copies": event.copies,
        "origins": len(event.origins),
        "independent_origins": event.independent_origins,
        "credibility": None if event.credibility is None else event.credibility.value,
        "disputed": int(bool(event.contradicted_by)),
    }


def _events_of(connection: sqlite3.Connection, article: int) -> list[tuple[int, str]]:
    return connection.execute("SELECT number, id FROM events WHERE article = ?", (article,)).fetchall()


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, object]) -> None:
    names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", row)


def _by_members(
    groups: Iterable[tuple[str, ...]], edges: Iterable[StoryEdge]
) -> dict[tuple[str, ...], list[StoryEdge]]:
    """Return the edges inside each group."""
    inside: dict[tuple[str, ...], list[StoryEdge]] = {group: [] for group in groups}
    group_of = {name: group for group in inside for name in group}
    for edge in edges:
        group = group_of.get(edge.one)
        if group is not None and group == group_of.get(edge.other):
            inside[group].append(edge)
    return inside


def _signature(members: Iterable[str], links: Mapping[str, CopyLink], edges: Iterable[StoryEdge]) -> str:
    """Return a hash of everything that a story is gathered from, but for the reports themselves."""
    copies = [repr(links[name]) for name in members if name in links]
    return sha256("\n".join([*members, *copies, *(edge.to_json() for edge in edges)]).encode()).hexdigest()[:32]
