"""What articles tell in their own voice where the coder saw no event: what their people saw, and figures raised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.language.word_groups import words_of
from reportedly.linking.casualties import counts_people, is_part, kind_of
from reportedly.linking.passages import Passage, doing_in
from reportedly.linking.presence import is_sighting
from reportedly.linking.revising import revised_figures, revising_verb, sentences_of
from reportedly.linking.words import stems_of
from reportedly.records import Act, Quantity, Report, Source, SourceKind, Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """A sentence in an article's own voice that may tell a deed.

    Attributes:
        span: The sentence.
        source: Who stands behind it, where the sentence begins with them: "The coast guard raised to eight …".
        quantities: The figures that it puts.
    """

    span: Span
    source: Source | None
    quantities: tuple[Quantity, ...]


def find_sightings(report: Report, sources: Sequence[Source]) -> Iterator[Sighting]:
    """Yield the sentences in which the house's people see something, or somebody's figure changes.

    Args:
        report: Of the article; sentences with an event or a claim of their own are left to these.
        sources: Everybody who speaks in the story.
    """
    text = report.article.text
    known = [mention.trigger[0] for event in report.events for mention in event.mentions]
    known += [cue[0] for claim in report.claims for cue in claim.cue]
    for span in sentences_of(text):
        if any(span[0] <= position < span[1] for position in known):
            continue
        figures = tuple(q for q in revised_figures(text, span[0]) if not is_part(q, text))
        if figures:
            subject = subject_of(text[slice(*span)], sources, last=last_speaker(report, span[0]))
            yield Sighting(span=span, source=subject, quantities=figures)
        elif is_sighting(text[slice(*span)], report):
            yield Sighting(span=span, source=None, quantities=())


def last_speaker(report: Report, position: int) -> Source | None:
    """Return who speaks last before a position, in the same paragraph or the one before it."""
    text = report.article.text
    start = text.rfind("\n\n", 0, max(text.rfind("\n\n", 0, position), 0))
    said = [claim for claim in report.claims if claim.sources and claim.cue and start <= claim.cue[0][0] < position]
    return max(said, key=lambda claim: claim.cue[0]).sources[-1] if said else None


def passage_at(sighting: Sighting, report: Report) -> Passage:
    """Return what a sentence says, ready for comparison."""
    text = report.article.text
    return Passage(
        article=report.article.id,
        start=sighting.span[0],
        cue=sighting.span[0],
        words=stems_of(text[slice(*sighting.span)]),
        doing=doing_in(text[slice(*sighting.span)]),
        victims=frozenset(kind_of(q) for q in sighting.quantities),
        tolls=frozenset((kind_of(q), q.value) for q in sighting.quantities),
        counted=frozenset(),
        counts_people=any(counts_people(q) for q in sighting.quantities),
        depth=text.count("\n\n", 0, sighting.span[0]),
        act=Act.REPORT,
        speakers=frozenset(),
        titles=frozenset(),
        known_as=frozenset(),
        is_comment=False,
        denies=False,
    )


def subject_of(sentence: str, sources: Sequence[Source], *, last: Source | None = None) -> Source | None:
    """Return who a sentence begins with, the longest name first.

    Args:
        sentence: One in which a figure changes.
        sources: Everybody who may be named in it.
        last: Who spoke last before it: "She put the crowd at 9,000" is hers.
    """
    verb = revising_verb(sentence)
    opening = sentence.split(maxsplit=1)[:1]
    if opening and opening[0].casefold() in words_of("single subject pronouns"):
        return last
    before = stems_of(sentence[:verb])
    fitting = [
        source for source in sources
        if source.kind in (SourceKind.OFFICIAL, SourceKind.ORGANISATION, SourceKind.PERSON)
        and (core := stems_of(source.name)) and core <= before
    ]  # fmt: skip
    # "The commissioner lowered …" is he who was named with that title.
    by_title = [one for one in sources if one.title and stems_of(one.title) and stems_of(one.title) <= before]
    return max(fitting, key=lambda source: len(stems_of(source.name)), default=next(iter(by_title), None))
