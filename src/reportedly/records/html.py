"""Records as HTML for notebooks: small pure functions, every text escaped.

No script, no style sheet, no address to load anything from: what a page says is shown, never run.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from reportedly.records.actor import Actor
from reportedly.records.article import Article
from reportedly.records.base import Record, Span
from reportedly.records.event import Event
from reportedly.records.report import Report

COLUMNS = ("type", "who", "to whom", "when", "where", "standing", "source", "text")


def record_html(record: Record) -> str:
    """Return a record as HTML: a report as a table of its events, anything else as a list of its fields."""
    if isinstance(record, Report):
        return report_html(record)
    return f"<b>{escape(type(record).__name__)}</b>{_value_html(record.to_dict())}"


def report_html(report: Report) -> str:
    """Return a report: the article's heading, then a row for each event."""
    head = "".join(f"<th>{column}</th>" for column in COLUMNS)
    body = "".join(_event_row(event, report.article) for event in report.events)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if body else "<p>no event found</p>"
    return _heading_html(report.article) + table + claims_html(report)


def claims_html(report: Report) -> str:
    """Return the article with its claims: sources bold, cues italic, contents marked, those inside others underlined.

    Every stretch between two ends of spans is marked by itself, so that spans that cross break no tag.
    """
    if not report.claims:
        return ""
    text = report.article.text
    contents = [span for claim in report.claims for span in claim.content]
    cues = [span for claim in report.claims for span in claim.cue]
    sources = [hop.span for claim in report.claims for hop in claim.sources if hop.span is not None]
    ends = sorted({0, len(text), *(at for span in (*contents, *cues, *sources) for at in span)})
    stretches = zip(ends, ends[1:], strict=False)
    body = "".join(_stretch_html(text, stretch, contents, cues, sources) for stretch in stretches)
    return f"<details><summary>who says what</summary><p>{body}</p></details>"


def _stretch_html(text: str, stretch: Span, contents: list[Span], cues: list[Span], sources: list[Span]) -> str:
    html = escape(text[slice(*stretch)]).replace("\n", "<br>")
    depth = _depth(stretch, contents)
    tags = ["mark"] * (depth > 0) + ["u"] * (depth > 1) + ["b"] * (_depth(stretch, sources) > 0)
    tags += ["i"] * (_depth(stretch, cues) > 0)
    for tag in reversed(tags):
        html = f"<{tag}>{html}</{tag}>"
    return html


def _depth(stretch: Span, spans: list[Span]) -> int:
    """Count the spans that hold a stretch."""
    return sum(start <= stretch[0] and stretch[1] <= end for start, end in spans)


def marked_html(text: str, shown: Span, marked: Span) -> str:
    """Return a stretch of a text with one span in it marked.

    Args:
        text: The article's text.
        shown: The stretch to show.
        marked: What to mark; what lies outside the stretch is left out.
    """
    start, end = shown
    first, last = min(max(marked[0], start), end), min(max(marked[1], start), end)
    inside = f"<mark>{escape(text[first:last])}</mark>" if first < last else ""
    return escape(text[start:first]) + inside + escape(text[last:end])


def _heading_html(article: Article) -> str:
    carriers = (() if article.publisher is None else (article.publisher.name,)) + article.credits
    details = " · ".join(part for part in (" ← ".join(carriers), article.published.value) if part)
    return f"<p><b>{escape(article.title or '(no title)')}</b><br>{escape(details)}</p>"


def _event_row(event: Event, article: Article) -> str:
    kind = event.type if event.mode is None else f"{event.type} {event.mode}"
    cells = (
        escape(kind),
        escape(_parties(event.actors)),
        escape(_parties(event.recipients)),
        escape((event.date and event.date.start) or ""),
        escape("" if event.place is None else event.place.name),
        escape(f"{event.standing}, {event.modality}, {event.factuality}"),
        escape(" ← ".join(source.name for source in event.sources)),
        marked_html(article.text, event.evidence, event.trigger),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _parties(actors: Iterable[Actor]) -> str:
    return ", ".join(f"{a.name} ({' '.join(filter(None, (a.country, *a.sectors)))})" for a in actors)


def _value_html(value: Any) -> str:
    """Return plain data as nested lists; absent values and empty lists are left out."""
    if isinstance(value, dict):
        kept = {key: inner for key, inner in value.items() if inner not in (None, [])}
        rows = "".join(f"<dt>{escape(key)}</dt><dd>{_value_html(inner)}</dd>" for key, inner in kept.items())
        return f"<dl>{rows}</dl>"
    if isinstance(value, list) and any(isinstance(inner, dict | list) for inner in value):
        return f"<ol>{''.join(f'<li>{_value_html(inner)}</li>' for inner in value)}</ol>"
    if isinstance(value, list):
        return escape(", ".join(str(inner) for inner in value))
    return escape(str(value))
