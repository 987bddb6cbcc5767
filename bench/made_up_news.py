"""Makes reports of made-up news without the coder, in any number: stories with copies, rewrites, rivals and figures.

Names and words are syllables, drawn so that few are frequent and most are rare, as in news; so unrelated articles share
names, and keys have rows of every length. The same seed makes the same reports.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random  # noqa: TID251 - news is drawn by chance; the seed is fixed

from reportedly.records import (
    Act,
    Actor,
    Article,
    Claim,
    ClaimKind,
    CoderInfo,
    Date,
    Event,
    EventType,
    Factuality,
    Mention,
    Modality,
    Place,
    PlaceKind,
    Precision,
    Publisher,
    Quad,
    Quantity,
    QuantityKind,
    Report,
    Source,
    SourceKind,
    Standing,
    article_id,
    stable_id,
    stated_date,
)

SYLLABLES = (
    "ka", "ro", "mi", "ta", "lu", "ben", "sor", "dal", "vi", "nor", "ga", "che", "pul", "zan", "tor", "eli", "mur",
    "fan", "dos", "quel", "bri", "hal", "wen", "yo", "sti",
)  # fmt: skip
COUNTRIES = (
    "VEN", "PER", "COL", "NGA", "MLI", "SDN", "IRQ", "SYR", "UKR", "POL", "MDA", "IND", "BGD", "PHL", "KEN", "UGA",
    "COD", "CHL", "BOL", "ECU",
)  # fmt: skip
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
VERBS = ("shelled", "raided", "sanctioned", "arrested", "thanked", "urged", "accused", "met")
TYPES = (EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.AID, EventType.REQUEST, EventType.CONSULT)
CODER = CoderInfo(version="0", codebook="PLOVER 2.0", models=(), config_hash="made up")
FIRST_DAY = datetime(2025, 1, 1, tzinfo=UTC)
#: How many articles a story has, and how often; the mean is 5.
SIZES = (1, 2, 3, 5, 8, 13, 20, 40)
SHARES = (30, 20, 16, 14, 10, 6, 3, 1)


@dataclass(frozen=True, slots=True)
class Lot:
    """Words to draw from; the first are the most frequent."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    @classmethod
    def make(cls, chance: Random, number: int, *, syllables: tuple[int, int], capital: bool, flat: int) -> "Lot":
        """Make up so many words; the larger `flat`, the less frequent is the most frequent one."""
        made = ("".join(chance.choices(SYLLABLES, k=chance.randint(*syllables))) for _ in range(number * 2))
        words = list(dict.fromkeys(word.capitalize() if capital else word for word in made))[:number]
        return cls(tuple(words), tuple(accumulate(1 / (rank + flat) for rank in range(len(words)))))

    def draw(self, chance: Random, number: int = 1) -> list[str]:
        """Draw some; a word may come twice."""
        return chance.choices(self.words, cum_weights=self.weights, k=number)


@dataclass(frozen=True, slots=True)
class Happening:
    """What a story is about."""

    begins: datetime
    size: int
    country: str
    place: str
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    plot: tuple[str, ...]


@dataclass(slots=True)
class Newsroom:
    """Draws stories and writes them up, in the order of publication.

    Attributes:
        seed: The same makes the same news.
        per_day: How many articles appear on a day, about.
        events: How many events each tells.
    """

    seed: int = 7
    per_day: int = 500
    events: int = 1
    _chance: Random = field(init=False)
    _words: Lot = field(init=False)
    _names: Lot = field(init=False)
    _places: Lot = field(init=False)
    _papers: Lot = field(init=False)

    def __post_init__(self) -> None:
        self._chance = Random(self.seed)
        self._words = Lot.make(self._chance, 6_000, syllables=(2, 4), capital=False, flat=1_000)
        self._names = Lot.make(self._chance, 20_000, syllables=(2, 4), capital=True, flat=300)
        self._places = Lot.make(self._chance, 4_000, syllables=(2, 3), capital=True, flat=100)
        self._papers = Lot.make(self._chance, 400, syllables=(2, 3), capital=True, flat=20)

    def reports(self, number: int) -> Iterator[Report]:
        """Yield so many reports, the earliest first."""
        waiting: list[tuple[str, int, Report]] = []
        made, given = 0, 0
        while given < number:
            begins = FIRST_DAY + timedelta(days=made / self.per_day)
            while waiting and waiting[0][0] <= begins.isoformat() and given < number:
                given += 1
                yield heapq.heappop(waiting)[2]
            for report in self._write_up(self._happening(begins)):
                heapq.heappush(waiting, (report.article.published.value or "", made, report))
                made += 1

    def stories(self, number: int) -> Iterator[list[Report]]:
        """Yield so many reports or a few more, those of one happening together."""
        made = 0
        while made < number:
            told = list(self._write_up(self._happening(FIRST_DAY + timedelta(days=made / self.per_day))))
            made += len(told)
            yield told

    def _happening(self, begins: datetime) -> Happening:
        chance = self._chance
        return Happening(
            begins=begins,
            size=chance.choices(SIZES, SHARES)[0],
            country=chance.choice(COUNTRIES),
            place=self._places.draw(chance)[0],
            people=tuple(" ".join(self._names.draw(chance, 2)) for _ in range(4)),
            bodies=tuple(f"{name} {kind}" for name in self._names.draw(chance, 3) for kind in ("ministry",)),
            plot=tuple(self._words.draw(chance, 30)),
        )

    def _write_up(self, happening: Happening) -> Iterator[Report]:
        """Yield the articles of a story: first-hand reports, and copies of these, whole, cut, or with a local end."""
        chance = self._chance
        first_hand: list[tuple[datetime, str, list[str]]] = []
        for number in range(happening.size):
            paper = f"{self._papers.draw(chance)[0]} {chance.choice(('Post', 'Herald', 'Agency', 'Times'))}"
            when = happening.begins + timedelta(minutes=number and chance.randint(1, 2_000))
            if not first_hand or chance.random() < 0.3:
                text = self._text(happening, when)
                first_hand.append((when, paper, text))
                yield self._report(happening, text, paper, when)
                continue
            earlier, agency, text = chance.choice(first_hand)
            later = max(when, earlier + timedelta(minutes=5))
            yield self._report(happening, self._copied(text), paper, later, credits=(agency,) * chance.randint(0, 1))

    def _copied(self, text: list[str]) -> list[str]:
        chance = self._chance
        kind = chance.random()
        if kind < 0.5:
            return text
        if kind < 0.7:
            return text[: max(4, len(text) * 2 // 3)]
        return [*text, *(self._sentence(self._words.draw(chance, 10), self._names.draw(chance, 2)) for _ in range(2))]

    def _text(self, happening: Happening, when: datetime) -> list[str]:
        """Write up what happened: a lead, who says so, and more."""
        chance = self._chance
        body, other = chance.sample(happening.bodies, 2)
        person = chance.choice(happening.people)
        toll = chance.randint(2, 60)
        verb = chance.choice(VERBS)
        day = WEEKDAYS[when.weekday()]
        lead = f"The {body} {verb} the {other} near {happening.place} on {day}, killing {toll} people."
        said = f"“{' '.join(self._words.draw(chance, 9)).capitalize()},” {person} of the {body} said."
        rest = [
            self._sentence(
                [*chance.sample(happening.plot, 6), *self._words.draw(chance, 6)], chance.sample(happening.people, 2)
            )
            for _ in range(chance.randint(5, 10))
        ]
        return [lead, said, *rest]

    def _sentence(self, words: Sequence[str], names: Sequence[str]) -> str:
        half = len(words) // 2
        return f"The {' '.join(words[:half])} of {names[0]} {' '.join(words[half:])} {' and '.join(names)}."

    def _report(
        self, happening: Happening, sentences: list[str], paper: str, when: datetime, *, credits: tuple[str, ...] = ()
    ) -> Report:
        text = "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))
        publisher = Publisher(name=paper, domain=f"{paper.split()[0].casefold()}.example")
        name = article_id(f"{text} {paper} {when}", publisher=publisher)
        article = Article(
            id=name, raw_sha256="0" * 64, text=text, title=sentences[0].split(" on ")[0], language="en",
            publisher=publisher, credits=credits,
            url=f"https://{publisher.domain}/{name}", published=stated_date(when.isoformat(), evidence="made up"),
        )  # fmt: skip
        claim = _claim(article, sentences[1], happening)
        events = tuple(_event(article, claim, happening, kind) for kind in self._chance.sample(TYPES, self.events))
        return Report(article=article, claims=(claim,), events=events, places=(_place(happening),), coder=CODER)


def _place(happening: Happening) -> Place:
    return Place(name=happening.place, text=happening.place, kind=PlaceKind.CITY, country=happening.country)


def _claim(article: Article, sentence: str, happening: Happening) -> Claim:
    start = article.text.index(sentence)
    name = sentence.rsplit("” ", 1)[1].removesuffix(" said.")
    return Claim(
        id=stable_id("claim", article.id), content=((start, start + len(sentence) - 1),), cue=(), kind=ClaimKind.DIRECT,
        act=Act.SAY, sources=(Source(name=name, kind=SourceKind.OFFICIAL),), factuality=Factuality.CT_PLUS,
    )  # fmt: skip


def _event(article: Article, claim: Claim, happening: Happening, kind: EventType) -> Event:
    """Return an event of the lead; kinds differ by the word that is taken for the trigger."""
    lead = article.text.split(". ", 1)[0]
    words = lead.split()
    at = 3 + TYPES.index(kind) % 4
    start = sum(len(word) + 1 for word in words[:at])
    toll = int(words[-2])
    where = lead.index(str(toll))
    common = {
        "trigger": (start, start + len(words[at])), "evidence": (0, len(lead)), "standing": Standing.REPORTED,
        "modality": Modality.ACTUAL, "factuality": Factuality.CT_PLUS, "claim": claim.id, "sources": claim.sources,
    }  # fmt: skip
    day = article.published.value or ""
    return Event(
        id=stable_id("event", article.id, kind), type=kind, quad=Quad.MATERIAL_CONFLICT, intensity=-5.0,
        actors=(Actor(name=" ".join(words[1:3]), text=" ".join(words[1:3]), country=happening.country),),
        recipients=(Actor(name=" ".join(words[5:7]), text=" ".join(words[5:7])),), place=_place(happening),
        date=Date(start=day[:10], end=_next_day(day), precision=Precision.DAY, text="that day"),
        quantities=(
            Quantity(kind=QuantityKind.KILLED, value=toll, text=f"{toll} people", span=(where, where + len(str(toll)))),
        ),
        mentions=(Mention(**common),), confidence=0.9, **common,  # type: ignore[arg-type]
    )  # fmt: skip


def _next_day(moment: str) -> str:
    return (datetime.fromisoformat(moment) + timedelta(days=1)).date().isoformat()
