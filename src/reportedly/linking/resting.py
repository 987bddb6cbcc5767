"""On whom a deed rests: the last hop of every chain, across articles, each body once, copies and citations none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.linking.claiming import NO_ACCOUNTS
from reportedly.linking.desk import Desk
from reportedly.linking.presence import was_present
from reportedly.linking.speaker_words import speaker_stems
from reportedly.linking.tellings import Telling
from reportedly.linking.together import parts_of
from reportedly.linking.voice import Voice
from reportedly.linking.words import stems_of
from reportedly.records import Act, Span


@dataclass(frozen=True, slots=True)
class Citation:
    """One house leans on another for a deed.

    Attributes:
        article: Id of the article that cites.
        house: The house that it cites.
        closes_loop: Whether that house leans, through others or not, on the house that cites it.
    """

    article: str
    house: str
    closes_loop: bool = False


@dataclass(frozen=True, slots=True)
class Grounds:
    """On whom a deed rests.

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


def find_grounds(tellings: Sequence[Telling], desk: Desk) -> Grounds:
    """Return on whom a deed rests.

    1. Each article brings the last hops of its own chains; what an earlier article had printed brings nobody.
    2. Who quotes another house brings what that house's article rests on, and nobody new.
    3. Told in the house's own voice, it rests on whoever the article names for it, else on the houses that it cites.
    4. The house is an origin where its people were present, or where nobody is named anywhere.
    5. An unnamed voice counts only where its article names nobody, and cites nobody, for it; and beside named ones
       elsewhere only where the coder saw it tell the deed.
    6. Who denies the deed is no origin of it, unless they told it in an earlier article and now take it back.
    7. A state is none beside its own ministry.
    """
    search = _Search(tellings, desk)
    denying = find_denying(tellings, desk)
    found: dict[str, tuple[Voice, list[str]]] = {}
    for report in desk.reports:
        for voice in search.rests_on(report.article.id):
            # Local words in a copy do not make a witness of who denies it.
            if voice in denying and report.article.id in desk.copies:
                continue
            found.setdefault(voice.name, (voice, []))[1].append(report.article.id)
    kept = _without_states(_without_hearsay([voice for voice, _ in found.values()], search.coded_names()))
    if not kept:
        found = {voice.name: (voice, [article]) for article, voice in search.fallback()}
        kept = [voice for voice, _ in found.values()]
    return Grounds(
        voices=tuple(kept),
        articles={voice.name: tuple(found[voice.name][1]) for voice in kept},
        citations=_with_loops(search.citations, desk),
        denying=denying,
    )


def find_denying(tellings: Iterable[Telling], desk: Desk) -> tuple[Voice, ...]:
    """Return who denies a deed: in some article they deny it more often than they tell it."""
    stances: dict[tuple[str, str], list[Telling]] = {}
    voices: dict[str, Voice] = {}
    for telling in tellings:
        speakers = desk.speakers(telling)
        if speakers and not telling.is_aside and desk.home(telling) is not None:
            voice = desk.voice(telling.article, speakers[-1])
            voices[voice.name] = voice
            stances.setdefault((voice.name, telling.article), []).append(telling)
    denying = dict.fromkeys(name for (name, _), said in stances.items() if is_denying(said))
    return tuple(voices[name] for name in denying)


def is_denying(said: Sequence[Telling]) -> bool:
    """Whether what somebody says of a deed in one article denies it on the whole.

    Who denies it in so many words tells no deed by what they give instead: "It was a gas bottle", "Five died of it".
    """
    if 2 * sum(telling.denies for telling in said) > len(said):
        return True
    denials = [one.claim for one in said if one.denies and one.claim is not None]
    # "We did not attack the port. When we strike, we say so": the same breath tells of no strike.
    told = (one for one in said if one.is_coded and not one.denies and one.claim not in denials)
    return any(claim.act is Act.DENY for claim in denials) and not any(told)


class _Search:
    """Follows the chains of one deed from article to article; only what appeared earlier is followed."""

    def __init__(self, tellings: Sequence[Telling], desk: Desk) -> None:
        self._desk = desk
        self._all = tuple(tellings)
        self._told: dict[str, list[Telling]] = {}
        for telling in tellings:
            home = desk.home(telling)
            if home is not None:
                self._told.setdefault(home, []).append(telling)
        self._known: dict[str, tuple[Voice, ...]] = {}
        self.citations: list[Citation] = []

    def rests_on(self, article: str) -> tuple[Voice, ...]:
        """Return the voices behind what one article tells."""
        if article not in self._known:
            self._known[article] = self._search(article)
        return self._known[article]

    def _search(self, article: str) -> tuple[Voice, ...]:
        desk, is_copy = self._desk, article in self._desk.copies
        own = [
            telling for telling in self._told.get(article, ())
            if not telling.denies and not telling.is_aside and not self._denies_here(telling)
        ]  # fmt: skip
        voices = [voice for telling in own for voice in self._behind(telling)]
        together = self._together(own)
        named = [voice for voice in voices if (voice.is_known or voice.name in together) and not voice.is_house] or [
            voice for voice in voices if voice.is_house
        ]
        if own and not named and not is_copy:
            voices = self._cited_elsewhere(article) or voices[:1] or self._heard_beside(article, own)
        elif is_copy or named:
            voices = named
        if any(not telling.chain and was_present(telling.span[0], desk.report[article]) for telling in own):
            voices.append(desk.house_voice(desk.houses.of[article]))
        return tuple({voice.name: voice for voice in voices}.values())

    def _together(self, own: Sequence[Telling]) -> frozenset[str]:
        """Return the names of those who tell the deed in one breath with others: an unnamed one counts beside these."""
        found: dict[tuple[str, Span], set[str]] = {}
        for telling in own:
            speakers = self._desk.speakers(telling)
            if telling.is_coded and speakers:
                voice = self._desk.voice(telling.article, speakers[-1])
                found.setdefault((telling.id, telling.span), set()).add(voice.name)
        return frozenset().union(*(names for names in found.values() if len(names) > 1))

    def _denies_here(self, telling: Telling) -> bool:
        """Whether who tells a deed denies it in the same article: "He denied it. “The shots came from elsewhere.”"."""
        speakers = self._desk.speakers(telling)
        if not speakers:
            return False
        voice = self._desk.voice(telling.article, speakers[-1])
        said = [
            one for one in self._all
            if one.article == telling.article
            and (others := self._desk.speakers(one)) and self._desk.voice(one.article, others[-1]) == voice
        ]  # fmt: skip
        return is_denying(said)

    def _behind(self, telling: Telling) -> list[Voice]:
        """Return who is behind one telling: of a house cited, whoever its own article rests on."""
        article, desk = telling.article, self._desk
        speakers = desk.speakers(telling)
        last = [desk.voice(article, speakers[-1])] if speakers else []
        houses = [house for hop in telling.chain if (house := desk.cited(article, hop)) is not None]
        foreign = [house for house in houses if house != desk.houses.of[article]]
        for house in foreign:
            behind = self._of_house(house, article)
            if behind:
                return behind
        return last or [desk.house_voice(house) for house in foreign[-1:]]

    def _of_house(self, house: str, article: str) -> list[Voice]:
        """Return the voices behind what a house had told before an article cites it."""
        order, desk = self._desk.order, self._desk
        self.citations.append(Citation(article, house))
        roots = [desk.root(one) for one in desk.houses.articles(house) if order[one] < order[article]]
        return [voice for root in dict.fromkeys(roots) for voice in self.rests_on(root) or self._cited_elsewhere(root)]

    def _cited_elsewhere(self, article: str) -> list[Voice]:
        """Return whom an article's own words rest on when it names nobody for them: the houses that it names."""
        known = [house for house in self._desk.outlets(article) if self._desk.houses.articles(house)]
        return [voice for house in known for voice in self._of_house(house, article)]

    def _heard_beside(self, article: str, own: Sequence[Telling]) -> list[Voice]:
        """Return who speaks in the paragraph in which an article tells the deed, where it names nobody for the deed."""
        report = self._desk.report[article]
        text = report.article.text
        places = [text.count("\n\n", 0, telling.span[0]) for telling in own if telling.is_coded and not telling.chain]
        for claim in report.claims:
            if not claim.cue or not claim.sources or claim.act in NO_ACCOUNTS or claim.act is Act.DENY:
                continue
            if (
                text.count("\n\n", 0, claim.cue[0][0]) in places
                and self._desk.cited(article, claim.sources[-1]) is None
            ):
                voices = [self._desk.voice(article, part) for part in parts_of(claim.sources[-1])]
                if all(voice.is_known for voice in voices):
                    return voices
        return []

    def coded_names(self) -> frozenset[str]:
        """Return the names of those who tell the deed where the coder saw it."""
        return frozenset(self._desk.speaker_of(telling) for telling in self._all if telling.is_coded)

    def fallback(self) -> list[tuple[str, Voice]]:
        """Return the house that told the deed first, where nobody is named for it anywhere."""
        for report in self._desk.reports:
            article = report.article.id
            if any(not telling.denies and telling.article == article for telling in self._all):
                root = self._desk.root(article)
                return [(root, self._desk.house_voice(self._desk.houses.of[root]))]
        return []


def _without_hearsay(voices: Sequence[Voice], coded: frozenset[str]) -> list[Voice]:
    """Leave unnamed voices out, beside named ones, of whom only a claim's words suggest that they tell the deed.

    Pictures come from somebody: they tell nothing beside those who do.
    """
    if not any(voice.is_known and not _is_image(voice) for voice in voices):
        return list(voices)
    return [voice for voice in voices if (voice.is_known or voice.name in coded) and not _is_image(voice)]


def _is_image(voice: Voice) -> bool:
    return voice.is_document and any(stems_of(name) & speaker_stems("images") for name in voice.names)


def _without_states(voices: Sequence[Voice]) -> list[Voice]:
    """Leave a state out beside a body of its own: "Chile" next to "Chile's foreign ministry"."""
    lands = {voice.country for voice in voices if voice.is_body and not voice.is_state}
    return [voice for voice in voices if not (voice.is_state and voice.country in lands)]


def _with_loops(citations: Sequence[Citation], desk: Desk) -> tuple[Citation, ...]:
    """Mark the citations by which houses lean on each other."""
    leans: dict[str, set[str]] = {}
    for citation in citations:
        leans.setdefault(desk.houses.of[citation.article], set()).add(citation.house)
    each = dict.fromkeys(citations)
    return tuple(replace(one, closes_loop=_leads(one.house, desk.houses.of[one.article], leans=leans)) for one in each)


def _leads(start: str, goal: str, *, leans: Mapping[str, set[str]]) -> bool:
    seen, ahead = {start}, [start]
    while ahead:
        for house in leans.get(ahead.pop(), ()):
            if house == goal:
                return True
            if house not in seen:
                seen.add(house)
                ahead.append(house)
    return False
