"""What a claim says, ready for comparison with the deeds of a story: its words, its victims, whether it denies."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from reportedly.language.given_names import fold
from reportedly.language.word_groups import words_of
from reportedly.linking.casualties import counts_people, is_part, kind_of
from reportedly.linking.contrasts import stated_days
from reportedly.linking.revising import revised_figures
from reportedly.linking.speaker_words import speaker_words
from reportedly.linking.unharmed import find_unharmed
from reportedly.linking.words import all_stems, plain_words, stems_of
from reportedly.records import Act, Claim, EventType, Factuality, Quantity, QuantityKind, Report

#: What is counted, and how many.
Toll: TypeAlias = tuple[QuantityKind, float | None]

VICTIMS = frozenset({QuantityKind.KILLED, QuantityKind.INJURED})
COUNT = QuantityKind.COUNT
NEGATIVE = frozenset({Factuality.CT_MINUS, Factuality.PR_MINUS, Factuality.PS_MINUS})


@dataclass(frozen=True, slots=True)
class Passage:
    """What a claim says.

    Attributes:
        article: Id of the article.
        start: Where its content begins.
        cue: Where the word stands that marks it.
        words: Stems of the content.
        doing: The same without words for those who do deeds: "fighters" are no fight.
        victims: Which victims it counts.
        tolls: How many of them.
        counted: Stems of what it counts otherwise.
        counts_people: Whether it counts people otherwise, as many as make a crowd.
        depth: Number of its paragraph; the lead is 0.
        act: What saying it amounts to.
        speakers: Stems of those who say it.
        titles: Stems of what the last of them is called: "freed", "hostage".
        known_as: The last of them, with the article.
        is_comment: Whether it judges what others told: "called the raid reckless".
        denies: Whether it says that something did not happen.
        is_statement: Whether it says when or where something known was: "It happened on Friday".
        is_flat: Whether it begins with saying so: "Nobody went near it".
    """

    article: str
    start: int
    cue: int
    words: frozenset[str]
    doing: frozenset[str]
    victims: frozenset[QuantityKind]
    tolls: frozenset[Toll]
    counted: frozenset[str]
    counts_people: bool
    depth: int
    act: Act
    speakers: frozenset[str]
    titles: frozenset[str]
    known_as: frozenset[tuple[str, str]]
    is_comment: bool
    denies: bool
    is_flat: bool = False
    is_statement: bool = False


def passage_of(claim: Claim, report: Report, *, denies: bool) -> Passage:
    """Return what a claim says, ready for comparison; of a denial only the main clause counts."""
    text = report.article.text
    content = " ".join(text[slice(*span)] for span in claim.content)
    words = _main_clause(content) if denies else content
    cue = claim.cue[0][0] if claim.cue else claim.content[0][0]
    victims = [q for q in (*claim.quantities, *unharmed_in(claim, text)) if not is_part(q, text)]
    return Passage(
        article=report.article.id,
        start=claim.content[0][0],
        cue=cue,
        words=stems_of(words),
        doing=doing_in(words),
        victims=frozenset(map(kind_of, victims)) & VICTIMS,
        tolls=frozenset((kind_of(q), q.value) for q in victims if kind_of(q) in VICTIMS),
        counted=all_stems((q.unit or "").split()[-1] for q in claim.quantities if q.unit and kind_of(q) is COUNT),
        counts_people=any(counts_people(q) for q in (*claim.quantities, *revised_figures(text, cue))),
        depth=text.count("\n\n", 0, claim.content[0][0]),
        act=claim.act,
        speakers=all_stems(source.name for source in claim.sources),
        titles=all_stems(source.title or "" for source in claim.sources[-1:]),
        known_as=frozenset((report.article.id, source.name) for source in claim.sources[-1:]),
        is_comment=is_comment(claim, text) and not denies,
        denies=denies,
        is_statement=stated_days(content).is_statement,
        is_flat=denies and (claim.act is Act.DENY or opens_with_no(content)),
    )


def doing_in(words: str) -> frozenset[str]:
    """Return the stems of words without those for people who do deeds: where fighters are counted, nobody fights."""
    doers = speaker_words("doers")
    kept = (word for word in plain_words(words).split() if word not in doers and word.removesuffix("s") not in doers)
    return stems_of(" ".join(kept))


def opens_with_no(content: str) -> bool:
    """Whether words begin with saying that nothing of the kind happened: "Not a single shot was fired"."""
    words = plain_words(content).removeprefix("that ")
    return any(words.startswith(f"{nay} ") for nay in speaker_words("nays"))


def is_comment(claim: Claim, text: str) -> bool:
    """Whether a claim judges what others told, and tells nothing: "called the raid reckless"."""
    return any(fold(text[slice(*cue)]) in speaker_words("comments") for cue in claim.cue)


def unharmed_in(claim: Claim, text: str) -> tuple[Quantity, ...]:
    """Return the figures of nought in a claim: who says that nobody was hurt tells the deed and does not deny it."""
    return tuple(quantity for span in claim.content for quantity in find_unharmed(text, span))


def is_denial(claim: Claim, report: Report) -> bool:
    """Whether a claim says that something did not happen, or stands inside one that does.

    Who rejects sanctions does not deny them.
    """
    refusals = {event.trigger for event in report.events if event.type is EventType.REJECT}
    if any(trigger[0] <= cue[0] < trigger[1] for cue in claim.cue for trigger in refusals):
        return False
    outer = next((one for one in report.claims if one.id == claim.parent), None)
    is_inside = outer is not None and outer.act is Act.DENY
    is_negative = claim.factuality in NEGATIVE and not unharmed_in(claim, report.article.text)
    return is_inside or claim.act is Act.DENY or is_negative or _says_no(claim, report.article.text)


def _says_no(claim: Claim, text: str) -> bool:
    """Whether the words themselves say so: "No grain came", "… and denied that …", "called the report a lie"."""
    if unharmed_in(claim, text):
        return False
    content = " ".join(text[slice(*span)] for span in claim.content)
    words = plain_words(content).split()
    # "Was held for spreading false news" calls nothing false.
    is_rebuttal = bool({*words[-1:]} & speaker_words("rebuttals"))
    return opens_with_no(content) or is_rebuttal or bool({*words} & speaker_words("denials"))


@cache
def opening_aside() -> re.Pattern[str]:
    """Return what opens a clause on when or why, and not on what: "guards had left *before* the fighting broke out"."""
    return re.compile(rf"\b(?:{'|'.join(sorted(words_of('opening side clauses')))})\b")


def _main_clause(content: str) -> str:
    found = opening_aside().search(content)
    return content if found is None else content[: found.start()]
