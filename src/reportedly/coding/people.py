"""Who is somebody: which phrases name an actor, and whose act or thing a phrase is when it names none."""

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from reportedly.coding.codebook import Entry
from reportedly.language.annotated import AnnotatedText
from reportedly.language.arguments import prepositional
from reportedly.language.phrases import children, conjuncts
from reportedly.records import Actor
from reportedly.resolution.actors import ActorView, is_political
from reportedly.resources import load_model

#: Entities that can act. A place that is no seat of government cannot: "the street erupted" has no actor.
ACTING_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: Prepositions that lead from an act or a thing to whom it belongs: "the decision *of* the court".
OWNERS = frozenset({"of", "by", "from"})


class Direction(Entry):
    """One entry of `codebook/directions.yaml`."""

    word: str
    example: str


class ApoliticalNoun(Entry):
    """One entry of `codebook/apolitical.yaml`."""

    noun: str
    example: str


@cache
def apolitical_nouns() -> frozenset[str]:
    """Return the lemmas of nouns whose nationality makes nobody political."""
    return frozenset(entry.noun for entry in load_model("apolitical.yaml", list[ApoliticalNoun]))


@cache
def directions() -> frozenset[str]:
    """Return the words that make a part out of a country."""
    return frozenset(entry.word for entry in load_model("directions.yaml", list[Direction]))


@dataclass(frozen=True, slots=True)
class Filler:
    """Somebody in a role.

    Attributes:
        head: The head token of the phrase.
        actor: Whom it names.
        political: Whether the actor has a country or a sector; a frame may need that.
    """

    head: Token
    actor: Actor
    political: bool


@dataclass(frozen=True, slots=True)
class People:
    """The actors of one text, asked for by token."""

    annotated: AnnotatedText
    view: ActorView

    def named_by(self, head: Token) -> tuple[Filler, ...]:
        """Return the actors that a phrase names: the phrase itself, else whose it is.

        "Israel's raid" is nobody; its possessor is. The order is: itself, possessor, "of" or "by" phrase, nationality.
        """
        if head.lemma_.lower() in apolitical_nouns() and self.annotated.entity_at(head) is None:
            return ()
        itself = self.itself(head)
        if itself:
            return itself
        owners = (
            [t for owner in children(head, "poss") for t in conjuncts(owner)],
            list(prepositional(head, OWNERS)),
            [t for t in children(head, "amod", "compound", "nmod") if t.ent_type_],
        )
        for group in owners:
            found = tuple(filler for token in group for filler in self.itself(token))
            if found:
                return found
        return ()

    def itself(self, head: Token) -> tuple[Filler, ...]:
        """Return the actors that the phrase itself names, or none: "northern Mali" is a place, and nobody."""
        if any(word.lower_ in directions() for word in children(head, "amod", "compound")):
            return ()
        state = self._state(head)
        actors = self.view.resolve_all(head) if state is None else (state,)
        if not actors[0].sectors and not self._acts(head):
            return ()
        return tuple(Filler(head, actor, political=is_political(actor)) for actor in actors)

    def _state(self, head: Token) -> Actor | None:
        """Return the government that an adjective stands for before what it does: "*Israeli* strikes"."""
        nation = self.view.marks.nation(head)
        if nation is None or nation.form != "adjective" or head.dep_ not in ("amod", "compound", "nmod"):
            return None
        return replace(self.view.resolve(head), name=nation.name, sectors=("GOV",))

    def _acts(self, head: Token) -> bool:
        entity = self.annotated.entity_at(head)
        return entity is not None and entity.label in ACTING_LABELS
