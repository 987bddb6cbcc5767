"""Links the reports of a dataset: copies, stories and merged events, the same as a store that holds these reports has.

Only articles that share a key are compared, and the join that finds them, like everything that grows with the number
of articles, is done by DuckDB in a file that may be larger than memory. In memory are one story at a time, and two
numbers for each article.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly.cluster.groups import Groups
from reportedly.cluster.places import Place
from reportedly.cluster.results import read_dataset
from reportedly.cluster.tables import LINKS, link_rows, parquet
from reportedly.cluster.workfile import Workfile
from reportedly.linking.affinity import affinity
from reportedly.linking.assembling import assemble
from reportedly.linking.copies import compare, resolve_copies
from reportedly.linking.drafts import CopyLink
from reportedly.linking.families import Families, load_families
from reportedly.linking.fingerprints import Fingerprint, fingerprint
from reportedly.linking.stories import draft_story, group_articles
from reportedly.records import Story
from reportedly.storage.links.pieces import LEVELS, MOST
from reportedly.storage.links.times import readable

#: Stories of a part of the result.
PART = 500


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking came to.

    Attributes:
        articles: How many texts were linked; earlier texts of the same article do not count.
        copies: How many of them republish another's text.
        stories: How many happenings they tell.
    """

    articles: int
    copies: int
    stories: int


def link_dataset(
    out: str, *, families: Families | None = None, scratch: str | None = None, memory: str = "2GB"
) -> Linked:
    """Find copies and stories among the reports of a dataset, and write them beside its events.

    The folder gets `stories/` (a row each, `story` is the whole story as JSON), `merged_events/` (what several articles
    tell, with origins and credibility) and `copies/`. What lies there from an earlier time is replaced.

    Args:
        out: The folder that `code_dataset` wrote, a path or an address.
        families: Which publishers are one house or one group; the packaged ones unless given.
        scratch: Folder for the work file, about twice the size of the reports; the system's own unless given.
        memory: How much DuckDB may take.

    Raises:
        ReadError: There is no such folder, or a part of it is damaged.
        SettingsError: DuckDB is not installed.
        OSError: The results cannot be written.
    """
    known = load_families() if families is None else families
    with TemporaryDirectory(dir=scratch) as folder, Workfile.open(Path(folder), memory=memory) as work:
        for report in map(readable, read_dataset(out)):
            work.file(report, fingerprint(report, families=known))
        work.keep_current()
        _compare(work)
        copies = _resolve_copies(work)
        _find_pieces(work)
        return Linked(articles=work.count_articles(), copies=copies, stories=_write(Place.of(out), work))


def _compare(work: Workfile) -> None:
    """Compare every two articles that are candidates."""
    for one, other, numbers in work.candidates():
        copy, story = compare(one, other), affinity(one, other)
        if copy is not None:
            work.keep_copy_edge(copy, numbers)
        if story is not None:
            work.keep_story_edge(story, numbers)


def _resolve_copies(work: Workfile) -> int:
    """Find the roots of copies within what shared text connects; return how many copies there are."""
    copies = 0
    for edges, prints in work.copy_groups():
        numbers = {print_.id: number for number, print_ in prints.items()}
        for link in resolve_copies(edges, {print_.id: print_ for print_ in prints.values()}).values():
            work.keep_link(link, numbers)
            copies += 1
    return copies


def _find_pieces(work: Workfile) -> None:
    """Find the pieces within which stories lie; one that is too large is taken apart by asking for stronger edges."""
    left: set[int] | None = None
    for level in LEVELS:
        groups = Groups(work.numbers)
        for one, other in work.ties(least=level):
            if left is None or (one in left and other in left):
                groups.join(one, other)
        large = {} if level == LEVELS[-1] else groups.larger_than(MOST)
        work.keep_pieces(groups, but=large, among=left)
        left = {number for members in large.values() for number in members}


def _write(out: Place, work: Workfile) -> int:
    for name in LINKS:
        out.below(name).clear()
    waiting: list[tuple[Story, Mapping[str, CopyLink]]] = []
    part, stories = 0, 0
    for told in _stories(work):
        waiting.append(told)
        stories += 1
        if len(waiting) == PART:
            _write_part(out, part, waiting)
            waiting, part = [], part + 1
    if waiting:
        _write_part(out, part, waiting)
    return stories


def _write_part(out: Place, part: int, told: list[tuple[Story, Mapping[str, CopyLink]]]) -> None:
    for name, rows in link_rows(told).items():
        data = parquet(rows, LINKS[name])
        if data is not None:
            out.below(name, f"part-{part:05}.parquet").write(data)


def _stories(work: Workfile) -> Iterator[tuple[Story, Mapping[str, CopyLink]]]:
    """Yield every story with the links of its copies."""
    for piece in work.pieces():
        articles: dict[str, Fingerprint] = {print_.id: print_ for print_ in piece.prints}
        reports = {report.article.id: report for report in piece.reports}
        for members in group_articles(articles, piece.edges, piece.links):
            names = set(members)
            if len(names) == 1 and not reports[members[0]].events:
                continue
            inside = [edge for edge in piece.edges if edge.one in names and edge.other in names]
            copies = {name: piece.links[name] for name in members if name in piece.links}
            yield assemble(draft_story(members, reports, articles, copies, inside)), copies
