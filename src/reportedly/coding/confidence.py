"""How sure the coder is of an event, from the reasons that it gives: a rubric, written down in the codebook."""

from collections.abc import Iterable, Iterator

from reportedly.coding.codebook import Entry, TypeEntry
from reportedly.coding.proposals import Proposal
from reportedly.records import Quad
from reportedly.resources import load_model

#: Where every event starts, and what none exceeds.
START, MOST = 0.95, 0.98
#: Where two who act need nobody else: they do it with one another.
TOGETHER = (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)


class Reason(Entry):
    """One entry of `codebook/reasons.yaml`."""

    meaning: str
    factor: float
    example: str


class Rubric:
    """Turns reasons into a confidence."""

    def __init__(self) -> None:
        self.reasons = load_model("reasons.yaml", dict[str, Reason])

    def confidence(self, why: Iterable[str]) -> float:
        """Return 0…0.98: the product of the start and the reasons' factors, to two decimals.

        Raises:
            KeyError: A reason is not in the codebook: a mistake in the program.
        """
        value = START
        for code in why:
            value *= self.reasons[code].factor
        return round(min(value, MOST), 2)


def reasons_of(proposal: Proposal, *, entry: TypeEntry, turned: str | None) -> Iterator[str]:
    """Yield the codes of what speaks for and against a proposal."""
    frame = proposal.candidate.frame
    yield "verb-frame" if frame.verbs else "noun-frame" if frame.nouns else "adjective-frame"
    yield "specific-frame" if frame.specificity else "bare-frame"
    if proposal.anchor != proposal.trigger:
        yield "light-verb"
    if not proposal.roles.actors:
        yield "no-actor"
    if not proposal.roles.recipients and not (len(proposal.roles.actors) > 1 and entry.quad in TOGETHER):
        yield "recipient-missing" if entry.recipient_required else "no-recipient"
    if proposal.roles.from_topic:
        yield "recipient-from-topic"
    if any(not filler.political for filler in proposal.fillers):
        yield "party-unplaced"
    if any(filler.recalled for filler in proposal.fillers):
        yield "party-remembered"
    if turned is not None:
        yield turned
