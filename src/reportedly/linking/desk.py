"""What is known about the articles, houses and speakers of one story."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from reportedly.language.given_names import fold
from reportedly.linking.citing import find_outlets
from reportedly.linking.drafts import CopyLink, StoryDraft
from reportedly.linking.houses import Houses
from reportedly.linking.repeats import Repeats
from reportedly.linking.speaker_words import speaker_words
from reportedly.linking.speakers import find_speakers, is_organ
from reportedly.linking.tellings import Telling
from reportedly.linking.together import parts_of
from reportedly.linking.voice import Voice
from reportedly.linking.voices import Voices
from reportedly.records import Report, Source, SourceKind, Span


class Desk:
    """What is known about a story; built once, then only read."""

    def __init__(self, draft: StoryDraft) -> None:
        """Gather houses, repeats and voices of a story."""
        self.reports = draft.reports
        self.copies: Mapping[str, CopyLink] = draft.copies
        self.report: Mapping[str, Report] = {report.article.id: report for report in draft.reports}
        self.order = {report.article.id: number for number, report in enumerate(draft.reports)}
        self.houses = Houses(draft.reports)
        self.repeats = Repeats(draft.reports, copies=draft.copies)

    @cached_property
    def voices(self) -> Voices:
        """Who speaks in the story."""
        speakers = [
            speaker for report in self.reports for speaker in find_speakers(report, is_house=self.houses.is_house)
        ]
        return Voices(
            speakers,
            kin={article: self.root(article) for article in self.report},
            texts={article: report.article.text for article, report in self.report.items()},
        )

    def root(self, article: str) -> str:
        """Return the article whose text an article carries; itself when it is its own."""
        link = self.copies.get(article)
        return article if link is None or link.of not in self.report else link.of

    def house_name(self, article: str) -> str:
        """Return who published an article, as that house writes itself."""
        return self.houses.name(self.houses.of[article])

    def voice(self, article: str, source: Source) -> Voice:
        """Return who speaks at a hop of a chain; of several who do, the first."""
        return self.voices.of(article, parts_of(source)[0].name)

    def house_voice(self, house: str) -> Voice:
        """Return a house that speaks for itself."""
        name = self.houses.name(house)
        return Voice(name=name, names=(name,), kind=SourceKind.PUBLISHER, is_named=True, is_house=True)

    def cited(self, article: str, source: Source) -> str | None:
        """Return the house that a hop is, or None when it is no medium, or somebody's own."""
        if is_organ(source) and self.houses.find(source.name) is None:
            return None
        if source.span is None:
            return self.houses.cited(source, article=article)
        named = [hop for claim in self.report[article].claims for hop in claim.sources if hop.span is not None]
        before = sorted(((hop.span, hop) for hop in named if hop.span and hop.span < source.span), key=_by_span)
        return self.houses.cited(source, before=[hop for _, hop in before], article=article)

    def outlets(self, article: str) -> tuple[str, ...]:
        """Return the houses of the story that an article names, in its chains, its credits or anywhere."""
        report = self.report[article]
        hops = [hop for claim in report.claims for hop in claim.sources]
        houses: Iterable[str | None] = [
            *(self.cited(article, hop) for hop in hops),
            *map(self.houses.find, (*report.article.credits, *find_outlets(report.article.text))),
            *self.houses.named_in(report.article.text),
        ]
        own = self.houses.of[article]
        return tuple(dict.fromkeys(house for house in houses if house is not None and house != own))

    def speakers(self, telling: Telling) -> tuple[Source, ...]:
        """Return the hops of a chain that are no media."""
        return tuple(
            hop for hop in telling.chain
            if self.cited(telling.article, hop) is None
            and (hop.kind is SourceKind.SOCIAL or fold(hop.name) not in speaker_words("reports"))
        )  # fmt: skip

    def speaker_of(self, telling: Telling) -> str:
        """Return the name of who tells a deed in one place: the last of the chain, else the house."""
        speakers = self.speakers(telling)
        if speakers:
            return self.voice(telling.article, speakers[-1]).name
        houses = [house for hop in telling.chain if (house := self.cited(telling.article, hop)) is not None]
        return self.houses.name(houses[-1]) if houses else self.house_name(telling.article)

    def says_itself(self, telling: Telling, name: str) -> bool:
        """Whether an article quotes somebody of its own accord, and not through another house."""
        houses = {self.cited(telling.article, hop) for hop in telling.chain} - {None, self.houses.of[telling.article]}
        return not houses and self.speaker_of(telling) == name and self.home(telling) == telling.article

    def home(self, telling: Telling) -> str | None:
        """Return the article whose telling it is; None for what is only printed again.

        What the coder hears in a copy, and heard nobody say in the article that printed it first, is that article's.
        """
        if self.repeats.is_own(telling.article, telling.span):
            return telling.article
        first = self.repeats.first(telling.article, telling.span)
        if first is not None and telling.chain and self.is_silent(first.article, first.span):
            return first.article
        return None

    def is_silent(self, article: str, span: Span) -> bool:
        """Whether the coder heard nobody speak in a stretch of an article."""
        return not any(
            span[0] <= cue[0] < span[1] for claim in self.report[article].claims for cue in (*claim.cue, *claim.content)
        )


def _by_span(pair: tuple[Span | None, Source]) -> Span:
    return (0, 0) if pair[0] is None else pair[0]
