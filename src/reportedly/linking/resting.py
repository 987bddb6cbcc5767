"""On whom an act rests: the last hop of every chain, across articles, each body once, copies and citations none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.linking.drafts import CopyLink, StoryDraft
from reportedly.linking.houses import Houses
from reportedly.linking.presence import was_present
from reportedly.linking.repeats import Repeats
from reportedly.linking.speakers import find_speakers
from reportedly.linking.tellings import Telling
from reportedly.linking.voices import Voice, Voices
from reportedly.records import Report, Source, SourceKind


@dataclass(frozen=True, slots=True)
class Citation:
    """One house leans on another for an act.

    Attributes:
        article: Id of the article that cites.
        house: The house that it cites.
        closes_loop: Whether that house leans on this one in turn.
    """

    article: str
    house: str
    closes_loop: bool = False


@dataclass(frozen=True, slots=True)
class Grounds:
    """On whom an act rests.

    Attributes:
        voices: The origins, in the order in which they first speak.
        articles: In which articles each speaks, by the origin's name.
        citations: Who leans on whom.
        denying: Who denies it.
    """

    voices: tuple[Voice, ...]
    articles: Mapping[str, tuple[str, ...]]
    citations: tuple[Citation, ...]
    denying: tuple[Voice, ...]


class Desk:
    """What is known about the articles and speakers of one story; built once, then only read."""

    def __init__(self, draft: StoryDraft) -> None:
        """Gather houses, repeats and voices of a story."""
        self.reports = draft.reports
        self.copies: Mapping[str, CopyLink] = draft.copies
        self.report: Mapping[str, Report] = {report.article.id: report for report in draft.reports}
        self.houses = Houses(draft.reports)
        self.repeats = Repeats(draft.reports, copies=draft.copies)
        speakers = [
            speaker
            for report in draft.reports
            for speaker in find_speakers(report, is_house=self.houses.is_house)
        ]  # fmt: skip
        kin = {report.article.id: self._root(report.article.id) for report in draft.reports}
        self.voices = Voices(speakers, kin=kin)
        self.order = {report.article.id: number for number, report in enumerate(draft.reports)}

    def _root(self, article: str) -> str:
        link = self.copies.get(article)
        return article if link is None else link.of

    def voice(self, article: str, source: Source) -> Voice:
        """Return who speaks at a hop of a chain."""
        return self.voices.of(article, source.name)

    def speaker_of(self, telling: Telling) -> str:
        """Return the name of who tells an act in one place: the last of the chain, else the house."""
        speakers = [hop for hop in telling.chain if self.cited(telling.article, hop) is None]
        if speakers:
            return self.voice(telling.article, speakers[-1]).name
        houses = [house for hop in telling.chain if (house := self.cited(telling.article, hop)) is not None]
        return self.houses.name(houses[-1]) if houses else self.house_name(telling.article)

    def says_itself(self, telling: Telling, name: str) -> bool:
        """Whether an article quotes somebody of its own accord, and not through another house."""
        houses = {self.cited(telling.article, hop) for hop in telling.chain} - {None, self.houses.of[telling.article]}
        return not houses and self.speaker_of(telling) == name and self.repeats.is_own(telling.article, telling.span)

    def house_name(self, article: str) -> str:
        """Return who published an article, as that house writes itself."""
        return self.houses.name(self.houses.of[article])

    def cited(self, article: str, source: Source) -> str | None:
        """Return the house that a hop is, or None when it is no medium."""
        claims = self.report[article].claims
        named = [hop for claim in claims for hop in claim.sources if hop.span is not None]
        before = sorted((hop for hop in named if source.span and hop.span and hop.span < source.span), key=_start)
        return self.houses.cited(source, before=before, article=article)


def find_grounds(tellings: Sequence[Telling], desk: Desk) -> Grounds:
    """Return on whom an act rests.

    1. Each article brings the last hops of its own chains; what an earlier article had printed brings nobody.
    2. Who quotes another house brings what that house's article rests on, and nobody new.
    3. Told in the house's own voice, it rests on whoever the article names for it, else on the houses that it cites.
    4. The house is an origin where its people were present, or where nobody is named anywhere.
    5. An unnamed voice counts only where its article names nobody.
    6. Who denies the act is no origin of it.
    """
    search = _Search(tellings, desk)
    found: dict[str, tuple[Voice, list[str]]] = {}
    denying = search.denying()
    denied = {voice.name for voice in denying}
    for report in desk.reports:
        for voice in search.rests_on(report.article.id):
            if voice.name not in denied:
                found.setdefault(voice.name, (voice, []))[1].append(report.article.id)
    if not found:
        found = {voice.name: (voice, [article]) for article, voice in search.fallback()}
    return Grounds(
        voices=tuple(voice for voice, _ in found.values()),
        articles={name: tuple(articles) for name, (_, articles) in found.items()},
        citations=tuple(search.citations),
        denying=denying,
    )


class _Search:
    """Follows the chains of one act from article to article."""

    def __init__(self, tellings: Sequence[Telling], desk: Desk) -> None:
        self._desk = desk
        self._by_article: dict[str, list[Telling]] = {}
        for telling in tellings:
            self._by_article.setdefault(telling.article, []).append(telling)
        self._known: dict[str, tuple[Voice, ...]] = {}
        self._open: list[str] = []
        self.citations: list[Citation] = []

    def rests_on(self, article: str) -> tuple[Voice, ...]:
        """Return the voices behind what one article tells; a house that leans on itself brings nobody."""
        if article not in self._known:
            if article in self._open:
                return ()
            self._open.append(article)
            self._known[article] = _without_unnamed(self._search(article))
            self._open.remove(article)
        return self._known[article]

    def _search(self, article: str) -> list[Voice]:
        own = [t for t in self._by_article.get(article, ()) if self._desk.repeats.is_own(article, t.span)]
        affirming = [telling for telling in own if not telling.denies]
        voices: list[Voice] = []
        for telling in affirming:
            voices += self._behind(telling)
        if affirming and not voices and article not in self._desk.copies:
            voices += self._cited_elsewhere(article)
        present = [
            t for t in affirming if not t.chain and was_present(t, self._desk.report[article], self._desk.houses)
        ]
        return voices + [_house_voice(self._desk, article) for _ in present[:1]]

    def _behind(self, telling: Telling) -> Iterable[Voice]:
        """Yield who is behind one telling: of a house cited, whoever its own article rests on."""
        article = telling.article
        for number, hop in enumerate(telling.chain):
            house = self._desk.cited(article, hop)
            if house is None or house == self._desk.houses.of[article]:
                continue
            behind = self._of_house(house, article)
            if behind or self._closes_loop(house):
                return behind
            last = [one for one in telling.chain[number + 1 :] if self._desk.cited(article, one) is None]
            return [self._desk.voice(article, last[-1]) if last else _foreign_house(self._desk, house)]
        speakers = [hop for hop in telling.chain if self._desk.cited(article, hop) is None]
        return [self._desk.voice(article, speakers[-1])] if speakers else []

    def _of_house(self, house: str, article: str) -> list[Voice]:
        """Return the voices behind what a house had told before an article cites it."""
        earlier = [
            one for one in self._desk.houses.articles(house) if self._desk.order[one] < self._desk.order[article]
        ]
        self.citations.append(Citation(article, house, closes_loop=self._closes_loop(house)))
        roots = [self._root(one) for one in earlier]
        return [voice for root in dict.fromkeys(roots) for voice in self.rests_on(root)]

    def _closes_loop(self, house: str) -> bool:
        return any(self._desk.houses.of[article] == house for article in self._open)

    def _root(self, article: str) -> str:
        link = self._desk.copies.get(article)
        return article if link is None or link.of not in self._desk.report else link.of

    def _cited_elsewhere(self, article: str) -> list[Voice]:
        """Return whom an article's own words rest on when it names nobody for them: the houses that it cites."""
        report = self._desk.report[article]
        hops = [hop for claim in report.claims for hop in claim.sources]
        houses = [self._desk.cited(article, hop) for hop in hops]
        houses += [self._desk.houses.find(name) for name in report.article.credits]
        own = self._desk.houses.of[article]
        named = dict.fromkeys(house for house in houses if house is not None and house != own)
        return [voice for house in named for voice in self._of_house(house, article)]

    def denying(self) -> tuple[Voice, ...]:
        """Return who denies the act at least as often as they tell it."""
        balance: dict[str, int] = {}
        voices: dict[str, Voice] = {}
        for telling in (one for tellings in self._by_article.values() for one in tellings):
            if not self._desk.repeats.is_own(telling.article, telling.span):
                continue
            speakers = [hop for hop in telling.chain if self._desk.cited(telling.article, hop) is None]
            for hop in speakers[-1:]:
                voice = self._desk.voice(telling.article, hop)
                voices[voice.name] = voice
                balance[voice.name] = balance.get(voice.name, 0) + (1 if telling.denies else -1)
        counted = {t.article for tellings in self._by_article.values() for t in tellings if t.denies}
        return tuple(voices[name] for name, sum_ in balance.items() if counted and sum_ >= 0)

    def fallback(self) -> list[tuple[str, Voice]]:
        """Return the house that told the act first, where nobody is named for it anywhere."""
        for report in self._desk.reports:
            article = report.article.id
            if any(not telling.denies for telling in self._by_article.get(article, ())):
                root = self._root(article)
                return [(root, _house_voice(self._desk, root))]
        return []


def _without_unnamed(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Leave unnamed voices out where others have names, and each voice but once."""
    each = tuple({voice.name: voice for voice in voices}.values())
    named = tuple(voice for voice in each if voice.is_named or voice.is_document)
    return named or each[:1]


def _house_voice(desk: Desk, article: str) -> Voice:
    return _foreign_house(desk, desk.houses.of[article])


def _foreign_house(desk: Desk, house: str) -> Voice:
    name = desk.houses.name(house)
    return Voice(
        name=name, names=(name,), kind=SourceKind.PUBLISHER, is_named=True, is_body=True, is_document=False,
    )  # fmt: skip


def _start(source: Source) -> int:
    return 0 if source.span is None else source.span[0]
