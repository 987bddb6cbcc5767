"""The tree of who has it from whom: origins on the left, those who relay and quote them to the right, copies folded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import altair as alt

from reportedly.charts.theme import FONT, INK, PAPER, QUADS, RULE, SOFT, WIDTH
from reportedly.charts.words import Looks, Picture, encoded, finished, layers, legible, nothing, rows
from reportedly.linking.explanation import Explanation, OriginBranch, Teller, TellingArticle
from reportedly.records import Quad
from reportedly.wording.counting import counted
from reportedly.wording.explained import DENYING, UNSOURCED, articles_by_id, origin_words, told_by_words
from reportedly.wording.when import iso_words

TITLE = "Who says so, and who has it from whom"
#: Pixels of a line, and of one step to the right.
LINE_HEIGHT, STEP = 24, 26
#: Lines beyond these are counted, not drawn.
LINES = 60
ORIGIN, ARTICLE, NO_ORIGIN = "origin", "article", "no origin"
#: Marks differ in shape as well as in colour.
SHAPES = {ORIGIN: "square", ARTICLE: "circle", NO_ORIGIN: "diamond"}
COLOURS = {ORIGIN: QUADS[Quad.MATERIAL_COOPERATION], ARTICLE: SOFT, NO_ORIGIN: QUADS[Quad.VERBAL_CONFLICT]}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the tree.

    Attributes:
        kind: What stands there.
        name: Of the source or the publisher.
        about: What is said of it, in smaller type.
        depth: How many steps to the right.
        above: Number of the line that it hangs from; None for a root.
    """

    kind: str
    name: str
    about: str
    depth: int
    above: int | None = None


def origin_tree(explanation: Explanation) -> Picture:
    """Draw who an event rests on and which articles have it from there.

    Args:
        explanation: Of the event, as `Store.explain` gives it.
    """
    every = list(_lines(explanation))
    if not every:
        return nothing(TITLE)
    lines = every[:LINES]
    notes = [f"{told_by_words(explanation)}."]
    if len(lines) < len(every):
        notes.append(f"{counted(len(every) - len(lines), 'more line')} not drawn.")
    height = LINE_HEIGHT * len(lines)
    chart = layers(_branches(lines), _marks(lines), _words(lines), width=WIDTH, height=height)
    return finished(chart, title=TITLE, says=_says(explanation), notes=notes)


def _lines(explanation: Explanation) -> Iterator[Line]:
    articles = articles_by_id(explanation)
    count = 0
    for root, tellers in _roots(explanation):
        yield root
        branch = list(_tellers(tellers, articles, depth=1, above=count, start=count + 1, cites=False))
        yield from branch
        count += 1 + len(branch)


def _roots(explanation: Explanation) -> Iterator[tuple[Line, tuple[Teller, ...]]]:
    for origin in explanation.origins:
        yield _root(origin), origin.tellers
    for words, tellers in ((UNSOURCED, explanation.unsourced), (DENYING, explanation.denying)):
        if tellers:
            yield Line(NO_ORIGIN, words, "", 0), tellers


def _root(origin: OriginBranch) -> Line:
    return Line(ORIGIN, legible(origin.name, longest=60), origin_words(origin), 0)


def _tellers(
    tellers: tuple[Teller, ...],
    articles: Mapping[str, TellingArticle],
    *,
    depth: int,
    above: int,
    start: int,
    cites: bool,
) -> Iterator[Line]:
    """Yield the lines of articles and of those that quote them; `start` is the number of the first."""
    number = start
    for teller in tellers:
        line = _article(articles[teller.article], teller, cites=cites)
        yield replace(line, depth=depth, above=above)
        own, number = number, number + 1
        if not teller.again:
            below = list(_tellers(teller.cited_by, articles, depth=depth + 1, above=own, start=number, cites=True))
            yield from below
            number += len(below)


def _article(article: TellingArticle, teller: Teller, *, cites: bool) -> Line:
    about = [] if article.published is None else [iso_words(article.published)]
    if cites:
        about.append("quotes it")
    if teller.copies:
        about.append(f"+ {counted(len(teller.copies), 'copy', plural='copies')}")
    if teller.again:
        about.append("see above")
    return Line(ARTICLE, legible(article.publisher), ", ".join(about), 0)


def _branches(lines: list[Line]) -> alt.LayerChart:
    down, across = [], []
    for number, line in enumerate(lines):
        if line.above is not None:
            x, y = _place(line, number)
            parent_x, parent_y = _place(lines[line.above], line.above)
            down.append({"x": parent_x, "y": parent_y, "to": y})
            across.append({"x": parent_x, "to": x, "y": y})
    looks: Looks = {"color": RULE.light, "strokeWidth": 1}
    return layers(
        alt.Chart(rows(down)).mark_rule(**looks).encode(x=_x(lines), y=_y(lines), y2="to:Q"),
        alt.Chart(rows(across)).mark_rule(**looks).encode(x=_x(lines), x2="to:Q", y=_y(lines)),
    )


def _marks(lines: list[Line]) -> alt.Chart:
    values = []
    for number, line in enumerate(lines):
        x, y = _place(line, number)
        values.append({"x": x, "y": y, "kind": line.kind, "name": line.name, "about": line.about})
    shape = alt.Scale(domain=list(SHAPES), range=list(SHAPES.values()))
    colour = alt.Scale(domain=list(COLOURS), range=[colour.light for colour in COLOURS.values()])
    return encoded(
        alt.Chart(rows(values)).mark_point(filled=True, size=80, stroke=PAPER.light, strokeWidth=1.5, opacity=1),
        x=_x(lines),
        y=_y(lines),
        shape=alt.Shape("kind:N", scale=shape, legend=None),
        color=alt.Color("kind:N", scale=colour, legend=None),
        tooltip=["name:N", "about:N"],
    )


def _words(lines: list[Line]) -> alt.LayerChart:
    """Write the names, and behind each what is said of it, as wide as the name is likely to be further right."""
    values = []
    for number, line in enumerate(lines):
        x, y = _place(line, number)
        bold = line.kind == ORIGIN
        values.append({"x": x, "y": y, "name": line.name, "about": line.about, "bold": bold, "after": x + _width(line)})
    names = alt.Chart(rows(values)).encode(x=_x(lines), y=_y(lines), text="name:N")
    looks: Looks = {"align": "left", "baseline": "middle", "dx": 10, "font": FONT}
    return layers(
        names.mark_text(**looks, fontWeight="bold", fontSize=12, color=INK.light).transform_filter("datum.bold"),
        names.mark_text(**looks, fontSize=12, color=INK.light).transform_filter("!datum.bold"),
        alt.Chart(rows(values))
        .mark_text(**looks, color=SOFT.light)
        .encode(x=alt.X("after:Q"), y=_y(lines), text="about:N"),
    )


def _width(line: Line) -> float:
    """Return how many pixels a name takes, within a letter or two: Arial at 12 pixels."""
    per_letter = 7.0 if line.kind == ORIGIN else 6.2
    return per_letter * len(line.name) + 8


def _place(line: Line, number: int) -> tuple[float, float]:
    return line.depth * STEP, (number + 0.5) * LINE_HEIGHT


def _x(lines: list[Line]) -> alt.X:
    return alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, WIDTH], nice=False))


def _y(lines: list[Line]) -> alt.Y:
    return alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[LINE_HEIGHT * len(lines), 0], nice=False))


def _says(explanation: Explanation) -> str:
    articles = articles_by_id(explanation)
    parts = [f"{told_by_words(explanation)}."]
    for root, tellers in _roots(explanation):
        names = [legible(articles[teller.article].publisher) for teller in tellers]
        about = f" ({root.about})" if root.about else ""
        parts.append(f"{root.name}{about}: {', '.join(names) or 'nobody'}.")
    return " ".join(parts)
