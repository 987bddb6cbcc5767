"""The table for people: every event in reading order, safe and within the width."""

import io
from types import SimpleNamespace

import pytest
from rich.cells import cell_len

from reportedly.cli.show.counts import Tally
from reportedly.cli.show.screen import open_console
from reportedly.cli.show.tables import print_report, print_reports
from reportedly.records import Date, Place, PlaceKind, Precision, Report


def shown(report: Report, *, why: bool = False, width: str = "80", monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", width)
    stream = io.StringIO()
    print_report(report, console=open_console(stream), why=why)
    return stream.getvalue()


def test_a_report_tells_everything(build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(build.a_report(), monkeypatch=monkeypatch) == (
        "Helicopter shells mining camp in Peru\n"
        "─────────────────────────────────────\n"
        "Harbour Post ← Meridian Wire · 4 March 2025 (JSON-LD datePublished) – other\n"
        "signs disagree\n"
        " 1  ASSAULT aerial  material conflict, 85% sure\n"
        "    who       Peruvian army (PER MIL) → alleged miners (PER CVL)\n"
        "    when      3 March 2025\n"
        "    where     Iquitos, Loreto, PER\n"
        "    figures   killed: at least nine people\n"
        "    about     an army helicopter (aircraft)\n"
        "    status    reported, certain\n"
        "    source    Harbour Post ← Meridian Wire ← Officials (not named, has a stake)\n"
        "    text      Officials in Lima said on Monday that an army helicopter «shelled»\n"
        "              a mining camp near Iquitos, killing at least nine people.\n"
        "\n"
    )


@pytest.mark.parametrize("width", ["30", "45", "80", "200"])
def test_lines_keep_within_the_width(build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    lines = shown(build.a_report(), width=width, monkeypatch=monkeypatch).splitlines()
    assert max(map(cell_len, lines)) <= min(int(width), 100)
    assert [line for line in lines if line != line.rstrip()] == []


def test_events_stand_in_reading_order(build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    later = build.an_event(
        id="event2", trigger=build.span_of("condemn"), evidence=build.span_of("We condemn the attack")
    )
    report = build.a_report(events=(later, build.an_event()))
    text = shown(report, monkeypatch=monkeypatch)
    assert text.index("«shelled»") < text.index("«condemn»")


def test_hostile_text_is_shown_as_text(build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    title = "\x1b]0;owned\x07[red]Title[/red] \u202e:smile: \x1b[2J"
    text = shown(build.a_report(article=build.an_article(title=title)), monkeypatch=monkeypatch)
    assert text.startswith("␛]0;owned␇[red]Title[/red] \ufffd:smile: ␛[2J\n─")
    assert "\x1b" not in text


def test_colour_needs_a_terminal_and_no_objection(build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31mASSAULT" in shown(build.a_report(), monkeypatch=monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "«shelled»" in shown(build.a_report(), monkeypatch=monkeypatch)


def test_an_article_without_event_title_and_publisher(build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = build.Article.verbatim("Nothing happened in the village today, and nobody said that anything would.")
    text = shown(build.a_report(article=bare, events=()), monkeypatch=monkeypatch)
    assert text == (
        "(no title) Nothing happened in the village today, and nobody said that …\n"
        "────────────────────────────────────────────────────────────────────────\n"
        "unknown publisher · date unknown\n"
        "no event found\n\n"
    )


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"actors": (), "mode": None}, "who       ? → alleged miners (PER CVL)"),
        ({"recipients": ()}, "who       Peruvian army (PER MIL)\n"),
        ({"modality": "future", "factuality": "PR+"}, "status    reported, future, probable"),
        ({"date": Date(start="2025-03-01", end="2025-04-01", precision=Precision.MONTH)}, "when      March 2025"),
        ({"place": Place(name="Peru", text="Peru", kind=PlaceKind.COUNTRY, country="PER")}, "where     Peru\n"),
        ({"sources": ()}, "source    the article itself"),
    ],
)
def test_what_is_missing_is_not_invented(
    build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, changes: dict[str, object], line: str
) -> None:
    event = build.an_event(**changes)
    assert line in shown(build.a_report(events=(event,)), monkeypatch=monkeypatch)


def test_reasons_are_told_on_request(build: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    report = build.a_report(events=(build.an_event(why=("verb-frame", "unheard-of")),))
    text = shown(report, why=True, monkeypatch=monkeypatch)
    assert "why       verb-frame  A verb of the codebook names the event." in text
    assert "unheard-of" in text


@pytest.mark.parametrize(("quiet", "last"), [(False, "2 articles, 2 events, 2 claims"), (True, "")])
def test_counts_close_the_table(build: SimpleNamespace, quiet: bool, last: str) -> None:
    stream, tally = io.StringIO(), Tally(errors=io.StringIO(), quiet=quiet)
    print_reports(tally.successes([build.a_report()] * 2), stream, tally=tally)
    assert stream.getvalue().splitlines()[-1] == last
