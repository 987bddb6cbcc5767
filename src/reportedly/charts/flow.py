"""Who told a story when: a lane for each publisher, arrows along which its words went, marks where origins come in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import atan2, degrees, hypot
from typing import Any

import altair as alt

from reportedly.charts.moments import Stretch, stretch_of
from reportedly.charts.theme import FONT, INK, LINE, PAPER, QUADS, RULE, SOFT, WIDTH
from reportedly.charts.ways import Arrow, Kind, Mark, find_arrows, find_lanes, find_marks, find_outside
from reportedly.charts.words import Looks, Picture, encoded, finished, layers, legible, nothing, rows
from reportedly.records import Quad, Story
from reportedly.storage.listings import ArticleLine
from reportedly.wording.counting import counted
from reportedly.wording.when import iso_words

TITLE = "Who told it when, and who has it from whom"
#: Pixels of a lane, of one that has its name above it, of the line of days below, and of a letter, about.
LANE, NAMED_LANE, DAYS, LETTER = 30, 46, 20, 6.2
#: Origins named beside a mark.
NAMED = 2
#: Pixels for a tick with its words.
TICK = 110
#: How far before the middle of a mark an arrow ends.
GAP = 8.0


#: Marks differ in shape as well as in what fills them; what is hollow brings nothing of its own.
SHAPES = {Kind.ORIGIN: "square", Kind.OWN: "circle", Kind.COPY: "circle", Kind.OUTSIDE: "diamond"}
BLUE = QUADS[Quad.MATERIAL_COOPERATION].light
FILLS = {Kind.ORIGIN: BLUE, Kind.OWN: SOFT.light, Kind.COPY: PAPER.light, Kind.OUTSIDE: PAPER.light}
STROKES = {kind: BLUE if kind is Kind.ORIGIN else SOFT.light for kind in Kind}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where lanes and moments stand, in pixels."""

    lanes: tuple[str, ...]
    time: Stretch
    width: int

    @property
    def is_narrow(self) -> bool:
        """Whether names stand above the lanes, for want of room beside them."""
        return self.width < WIDTH

    @property
    def names(self) -> float:
        """Return the room for the publishers' names beside the lanes."""
        return 0.0 if self.is_narrow else self.width / 4

    @property
    def lane(self) -> int:
        """Return the height of a lane."""
        return NAMED_LANE if self.is_narrow else LANE

    @property
    def height(self) -> float:
        """Return the height of all lanes."""
        return float(self.lane * len(self.lanes))

    def x(self, at: datetime) -> float:
        """Return where a moment stands."""
        return self.names + self.time.share(at) * (self.width - self.names)

    def y(self, lane: str) -> float:
        """Return where a lane runs."""
        return (self.lanes.index(lane) + (0.7 if self.is_narrow else 0.5)) * self.lane


def story_flow(story: Story, articles: Iterable[ArticleLine], *, width: int = WIDTH) -> Picture:
    """Draw who told a story when, whose words they carry, and where its origins come in.

    Args:
        story: With its graph of origins.
        articles: Its articles in one line each; one without a day is left out.
        width: Of the picture, in pixels.
    """
    lines = list(articles)
    marks = find_marks(story, lines)
    if not marks:
        return nothing(TITLE)
    arrows = list(find_arrows(story, marks))
    every = [*marks, *find_outside(arrows, marks)]
    lanes = find_lanes(every)
    shown = [mark for mark in every if mark.lane in lanes]
    ways = [arrow for arrow in arrows if arrow.giver.lane in lanes and arrow.taker.lane in lanes]
    sheet = Sheet(lanes, stretch_of(mark.at for mark in shown), width)
    chart = layers(
        _ground(sheet), _lines(sheet, ways), _heads(sheet, ways), _names(sheet), _origins(sheet, shown),
        _points(sheet, shown), width=width, height=sheet.height + DAYS,
    )  # fmt: skip
    left = len({mark.lane for mark in every}) - len(lanes)
    notes = _notes(shown, ways, undated=len(lines) - len(marks), left=left, narrow=sheet.is_narrow)
    return finished(chart, title=TITLE, says=_says(marks, arrows), notes=notes)


def _ground(sheet: Sheet) -> alt.LayerChart:
    ticks = [
        {"x": sheet.x(tick.at), "y": sheet.height, "to": 0.0, "label": tick.label}
        for tick in sheet.time.ticks(most=max(2, int((sheet.width - sheet.names) / TICK)))
    ]
    lanes = [{"x": sheet.names, "to": float(sheet.width), "y": sheet.y(lane)} for lane in sheet.lanes]
    axes = _axes(sheet)
    return layers(
        alt.Chart(rows(ticks)).mark_rule(color=LINE.light).encode(**axes, y2="to:Q"),
        alt.Chart(rows(lanes)).mark_rule(color=LINE.light).encode(**axes, x2="to:Q"),
        alt.Chart(rows(ticks)).mark_text(color=SOFT.light, baseline="top", dy=6).encode(**axes, text="label:N"),
    )


def _lines(sheet: Sheet, arrows: Iterable[Arrow]) -> alt.Chart:
    values = [
        {"x": x, "y": y, "x2": x2, "y2": y2, "how": "cites" if arrow.cites else "copies", "words": _arrow_words(arrow)}
        for arrow in arrows
        for x, y, x2, y2 in [_ends(sheet, arrow)]
    ]
    dash = alt.StrokeDash("how:N", scale=alt.Scale(domain=["copies", "cites"], range=[[1, 0], [5, 3]]), legend=None)
    mark = alt.Chart(rows(values)).mark_rule(color=RULE.light, strokeWidth=1.4)
    return encoded(mark, **_axes(sheet), x2="x2:Q", y2="y2:Q", strokeDash=dash, tooltip=["words:N"])


def _heads(sheet: Sheet, arrows: Iterable[Arrow]) -> alt.Chart:
    values = [
        {"x": x2, "y": y2, "angle": degrees(atan2(y2 - y, x2 - x)) + 90, "words": _arrow_words(arrow)}
        for arrow in arrows
        for x, y, x2, y2 in [_ends(sheet, arrow)]
    ]
    mark = alt.Chart(rows(values)).mark_point(shape="triangle", size=45, filled=True, color=RULE.light, opacity=1)
    return encoded(mark, **_axes(sheet), angle=alt.Angle("angle:Q", scale=None), tooltip=["words:N"])


def _ends(sheet: Sheet, arrow: Arrow) -> tuple[float, float, float, float]:
    """Return where an arrow begins and ends, short of the mark that it points at."""
    x, y = sheet.x(arrow.giver.at), sheet.y(arrow.giver.lane)
    x2, y2 = sheet.x(arrow.taker.at), sheet.y(arrow.taker.lane)
    length = hypot(x2 - x, y2 - y)
    share = 1.0 if length == 0 else max(0.0, 1 - GAP / length)
    return x, y, x + (x2 - x) * share, y + (y2 - y) * share


def _points(sheet: Sheet, marks: Iterable[Mark]) -> alt.Chart:
    values = [
        {
            "x": sheet.x(mark.at),
            "y": sheet.y(mark.lane),
            "kind": str(mark.kind),
            "publisher": legible(mark.lane),
            "when": iso_words(mark.at.isoformat()),
            "origins": ", ".join(map(legible, mark.origins)),
        }
        for mark in marks
    ]
    used = [kind for kind in Kind if any(value["kind"] == kind for value in values)]
    legend = alt.Legend(title=None, columns=2 if sheet.is_narrow else 4, symbolStrokeWidth=1.4)
    looks = {
        name: alt.Scale(domain=[str(kind) for kind in used], range=[range_[kind] for kind in used])
        for name, range_ in (("shape", SHAPES), ("fill", FILLS), ("stroke", STROKES))
    }
    return encoded(
        alt.Chart(rows(values)).mark_point(size=90, strokeWidth=1.4, opacity=1),
        **_axes(sheet),
        shape=alt.Shape("kind:N", scale=looks["shape"], legend=legend),
        fill=alt.Fill("kind:N", scale=looks["fill"], legend=legend),
        stroke=alt.Stroke("kind:N", scale=looks["stroke"], legend=legend),
        tooltip=["publisher:N", "when:N", "kind:N", "origins:N"],
    )


def _names(sheet: Sheet) -> alt.LayerChart:
    letters = int((sheet.width if sheet.is_narrow else sheet.names) / LETTER) - 2
    above = 18 if sheet.is_narrow else 0
    values = [{"x": 0.0, "y": sheet.y(lane) - above, "words": legible(lane, longest=letters)} for lane in sheet.lanes]
    return _text(sheet, values, color=INK.light, fontSize=12)


def _origins(sheet: Sheet, marks: Iterable[Mark]) -> alt.LayerChart:
    """Write beside each mark whom it quotes first-hand, where that hides no mark and no words of its lane."""
    values: list[dict[str, Any]] = []
    taken = {lane: [(0.0, sheet.names)] for lane in sheet.lanes}
    for mark in marks:
        taken[mark.lane].append((sheet.x(mark.at) - GAP, sheet.x(mark.at) + GAP))
    for mark in marks:
        words, x = _origin_words(mark.origins), sheet.x(mark.at)
        wide = len(words) * (LETTER - 0.6)
        for left in (x + GAP + 2, x - GAP - 2 - wide):
            free = left + wide <= sheet.width and all(left >= end or left + wide <= at for at, end in taken[mark.lane])
            if words and free:
                taken[mark.lane].append((left, left + wide))
                values.append({"x": left, "y": sheet.y(mark.lane), "words": words})
                break
    return _text(sheet, values, color=SOFT.light, fontSize=10.5)


def _text(sheet: Sheet, values: Iterable[dict[str, Any]], **looks: Any) -> alt.LayerChart:
    """Return words on paper of their own, so that no line runs through them."""
    words = alt.Chart(rows(values)).encode(**_axes(sheet), text="words:N")
    every: Looks = {"align": "left", "baseline": "middle", "font": FONT, **looks}
    paper: Looks = {**every, "stroke": PAPER.light, "strokeWidth": 4}
    return layers(words.mark_text(**paper), words.mark_text(**every))


def _origin_words(names: Sequence[str]) -> str:
    shown = [legible(name, longest=28) for name in names[:NAMED]]
    more = f" + {len(names) - NAMED}" if len(names) > NAMED else ""
    return ", ".join(shown) + more


def _axes(sheet: Sheet) -> dict[str, Any]:
    return {
        "x": alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, sheet.width], nice=False)),
        "y": alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[sheet.height + DAYS, 0], nice=False)),
    }


def _notes(marks: Iterable[Mark], arrows: Sequence[Arrow], *, undated: int, left: int, narrow: bool) -> list[str]:
    signs = [
        words
        for words, here in (
            ("Arrow: its text was copied.", any(not arrow.cites for arrow in arrows)),
            ("Dashed: it is cited.", any(arrow.cites for arrow in arrows)),
            ("Beside a mark: whom it quotes.", any(mark.origins for mark in marks)),
        )
        if here
    ]
    cut = [f"{counted(left, 'more publisher')} not drawn."] if left else []
    cut += [f"{counted(undated, 'article')} without a date not drawn."] if undated else []
    return [*signs, *cut] if narrow else [" ".join([*signs, *cut])]


def _arrow_words(arrow: Arrow) -> str:
    return f"{legible(arrow.taker.lane)} {'cites' if arrow.cites else 'copies'} {legible(arrow.giver.lane)}"


def _says(marks: Sequence[Mark], arrows: Iterable[Arrow]) -> str:
    lanes = dict.fromkeys(mark.lane for mark in marks)
    first, last = (iso_words(mark.at.date().isoformat()) for mark in (marks[0], marks[-1]))
    span = first if first == last else f"{first} to {last}"
    ways = dict.fromkeys(map(_arrow_words, arrows))
    heard: set[str] = set()
    new = []
    for mark in marks:
        if mark.kind is Kind.ORIGIN:
            names = [legible(name) for name in mark.origins if name not in heard]
            new.append(f"{legible(mark.lane)} brings in {', '.join(names) or 'its own word'}")
            heard |= set(mark.origins)
    told = f"{counted(len(marks), 'article')} by {counted(len(lanes), 'publisher')}, {span}"
    return f"{told}. {' '.join(f'{words}.' for words in (*new, *ways))}".rstrip()
