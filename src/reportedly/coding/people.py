"""Who is somebody: which phrases name an actor, and whose act or thing a phrase is when it names none."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from reportedly.coding.codebook import Entry, Words
from reportedly.coding.groups import group_meant, many_in
from reportedly.coding.steps import BEFORE_NOUN, bands
from reportedly.language.annotated import AnnotatedText
from reportedly.language.arguments import prepositional, subjects
from reportedly.language.lexicon import load_lexicon
from reportedly.language.partitives import counted
from reportedly.language.phrases import children, conjuncts, phrase_span
from reportedly.records import Actor
from reportedly.resolution.actors import ActorView, is_political
from reportedly.resources import load_model

#: Entities that can act. A place that is no seat of government cannot: "the street erupted" has no actor.
ACTING_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PLURAL = frozenset({"they"})
#: Prepositions that lead from an act or a thing to whom it belongs: "the decision *of* the court".
OWNERS = frozenset({"of", "by", "from"})


class Direction(Entry):
    """One entry of `codebook/directions.yaml`."""

    word: str
    example: str


class ApoliticalNoun(Entry):
    """One entry of `codebook/apolitical.yaml`."""

    noun: str
    also: Words = ()
    example: str


@cache
def apolitical_nouns() -> frozenset[str]:
    """Return the lemmas of nouns whose nationality makes nobody political."""
    entries = load_model("apolitical.yaml", list[ApoliticalNoun])
    return frozenset(noun for entry in entries for noun in (entry.noun, *entry.also))


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
        recalled: Whether country or sectors come from the actor memory.
        common: Whether it is just people, whose calling and country tell nothing of politics.
    """

    head: Token
    actor: Actor
    political: bool
    recalled: bool = False
    common: bool = False


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
        itself = self._kin(head) or self.itself(head)
        itself = itself or tuple(f for t in self._who_says(head) for f in self.itself(t)) or self._group(head)
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
        role = self.view.marks.role(head)
        if (role is None or not role.sectors) and any(
            word.lower_ in directions() for word in children(head, "amod", "compound")
        ):
            return ()
        state = self._state(head)
        actors = self.view.resolve_all(head) if state is None else (state,)
        actors = tuple(self._of_the_act(actor, head) for actor in actors)
        if not actors or (not actors[0].sectors and not self._acts(head)):
            return ()
        recalled = self.view.recalls(head)
        return tuple(Filler(head, actor, political=is_political(actor), recalled=recalled) for actor in actors)

    def anybody(self, head: Token) -> tuple[Filler, ...]:
        """Return the people whom a common noun means, though nothing makes them political: "nine *geologists*"."""
        if counted(head).lemma_.lower() not in load_lexicon().person_nouns:
            return ()
        actors = self.view.resolve_all(head)
        return tuple(Filler(head, actor, political=is_political(actor), common=True) for actor in actors)

    def _group(self, head: Token) -> tuple[Filler, ...]:
        """Return whom "them" and "14 of them" mean where nobody has a name."""
        pronoun = many_in(head)
        if pronoun is None or self.annotated.entity_at(pronoun) is not None or head.dep_ == "poss":
            return ()
        span = phrase_span(head)
        words = self.annotated.words(span)
        meant = (filler for noun in group_meant(pronoun, marks=self.view.marks) for filler in self.itself(noun))
        return tuple(replace(f, head=head, actor=replace(f.actor, text=words, span=span)) for f in meant)

    def _kin(self, head: Token) -> tuple[Filler, ...]:
        """Return a relative as somebody of their own: "the envoy's *brother*" is no envoy."""
        relation = load_lexicon().relations.get(head.lemma_.lower())
        owner = next(children(head, "poss"), None)
        if relation is None or relation.kind != "person" or owner is None or self.view.marks.role(head) is not None:
            return ()
        if self.annotated.entity_at(head) is not None:
            return ()
        owners = self.itself(owner)
        actor = replace(self.view.resolve(head), sectors=("CVL",), title=None)
        actor = replace(actor, country=actor.country or next((f.actor.country for f in owners), None))
        known = any(f.political and not f.common for f in owners)
        return (Filler(head, actor, political=known, common=not known),)

    def _of_the_act(self, actor: Actor, head: Token) -> Actor:
        """Give a band before an act its sectors and the act's nationality: "a *Malian army* raid"."""
        if head.dep_ not in BEFORE_NOUN or head.lemma_.lower() not in bands():
            return actor
        actor = replace(actor, sectors=actor.sectors or bands()[head.lemma_.lower()])
        if actor.country is not None:
            return actor
        before = (t for t in children(head.head, *BEFORE_NOUN) if t.i < head.i)
        nations = [n for n in map(self.view.marks.nation, before) if n is not None]
        return replace(actor, country=nations[0].code) if nations else actor

    def _who_says(self, pronoun: Token) -> tuple[Token, ...]:
        """Return who says it of themselves: "*rebels* said they would leave", where nobody has a name."""
        if pronoun.lower_ not in PLURAL or self.annotated.entity_at(pronoun) is not None:
            return ()
        clause = pronoun.head
        while clause.dep_ in ("conj", "xcomp") and clause.head.pos_ == "VERB":
            clause = clause.head
        if pronoun.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "ccomp":
            return ()
        who = subjects(clause.head)
        return who if len(who) > 1 or any("Plur" in t.morph.get("Number", []) for t in who) else ()

    def _state(self, head: Token) -> Actor | None:
        """Return the government that an adjective stands for before what it does: "*Israeli* strikes"."""
        nation = self.view.marks.nation(head)
        if nation is None or nation.form != "adjective" or head.dep_ not in ("amod", "compound", "nmod"):
            return None
        return replace(self.view.resolve(head), name=nation.name, sectors=("GOV",))

    def _acts(self, head: Token) -> bool:
        entity = self.annotated.entity_at(head)
        return entity is not None and entity.label in ACTING_LABELS


def is_private(filler: Filler) -> bool:
    """Tell a firm from everybody who takes part in politics; whoever harms or is harmed does so in any case."""
    return filler.actor.sectors[:1] == ("BUS",) and filler.head.lemma_.lower() not in load_lexicon().person_nouns


def states_among(fillers: Iterable[Filler]) -> frozenset[str]:
    """Return the countries that stand in a role as such: Russia of "threatened Russia", not of "Russia's farmers"."""
    return frozenset(
        f.actor.country
        for f in fillers
        if f.actor.country is not None
        and f.actor.sectors == ("GOV",)
        and f.actor.title is None
        and f.head.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "dative", "conj")
    )
