"""Who a noun phrase names, as a political actor: name, country, sectors, title."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Self

from spacy.tokens import Token

from reportedly.language.annotated import AnnotatedText, Entity
from reportedly.language.phrases import phrase_span, phrase_tokens
from reportedly.records import Actor, Place, PlaceKind
from reportedly.resolution.actor_memory import ActorMemory
from reportedly.resolution.actor_words import ActorWords, Nation, load_actor_words
from reportedly.resolution.countries import country_of
from reportedly.resolution.marks import Mark, Marks, find_marks
from reportedly.resolution.noun_phrases import antecedent, modifiers, of_object, shared_descriptions, shared_possessors
from reportedly.resolution.portraits import Portrait
from reportedly.resolution.sectors import sectors_of
from reportedly.resolution.states import states_meant
from reportedly.resolution.titles import title_of

#: Mentions that name by description: what they say themselves comes before what is known of the entity.
NAMED = frozenset({"name", "short name", "abbreviation"})
NOTHING = Portrait()
#: Entities that a memory is asked for: who can hold an office, under any label that the model may give a name.
REMEMBERED = frozenset({"PERSON", "ORG", "NORP"})


def is_political(actor: Actor) -> bool:
    """Tell whether an actor can take part in a political event: it has a country or a PLOVER sector."""
    return actor.country is not None or bool(actor.sectors)


class ActorResolver:
    """Resolves noun phrases with the codebook's knowledge.

    Args:
        words: From `load_actor_words`.
        memory: What other texts told of names; None for nothing.
    """

    def __init__(self, words: ActorWords, memory: ActorMemory | None = None) -> None:
        self._words = words
        self._memory = memory

    @classmethod
    def load(cls, overlay: Path | None = None, *, memory: ActorMemory | None = None) -> Self:
        """Load the codebook's knowledge about actors.

        Args:
            overlay: A user's codebook folder, laid over the packaged one.
            memory: What other texts told of names.

        Raises:
            CodebookError: A file is missing or has a mistake.
        """
        return cls(load_actor_words(overlay), memory)

    def view(self, annotated: AnnotatedText) -> "ActorView":
        """Prepare one text: do this once a text, then resolve as many phrases as there are."""
        marks = find_marks(annotated.doc, words=self._words, persons=_named_tokens(annotated))
        return ActorView(annotated, marks, self._memory)

    def resolve(self, head: Token, annotated: AnnotatedText) -> Actor:
        """Resolve a single phrase; `view` is faster for more than one."""
        return self.view(annotated).resolve(head)


class ActorView:
    """The actors of one text. No answer changes after it was made; each is found once.

    Args:
        annotated: The text.
        marks: Its words that tell a country, a body or a role.
        memory: What other texts told of names; None for nothing.
    """

    def __init__(self, annotated: AnnotatedText, marks: Marks, memory: ActorMemory | None = None) -> None:
        self._annotated = annotated
        self.marks = marks
        self._memory = memory
        # What the text alone tells: to say what comes from the memory, through whatever possessor or pronoun.
        self._bare = None if memory is None else ActorView(annotated, marks)
        self._portraits: dict[str, Portrait] = {}
        self._resolved: dict[int, Actor] = {}
        # Persons first: what "Okello's envoy" is depends on who Okello is.
        for entity in sorted(annotated.entities, key=lambda entity: entity.label != "PERSON"):
            self._portraits[_key(entity)] = self._with_recalled(entity, self._gathered(entity))

    def placed(self, places: Iterable[Place]) -> "ActorView":
        """Return a view that also knows the countries of towns and provinces: "police in Lahore".

        Args:
            places: Of the same text, from the place finder, which needs this view's marks.
        """
        doc = self._annotated.doc
        towns = []
        for place in places:
            span = None if place.span is None else doc.char_span(*place.span)
            # Countries have their marks already, or none for a reason: "an anti-Syria journalist".
            if span is not None and place.country is not None and place.kind is not PlaceKind.COUNTRY:
                towns.append(Mark(span.start, span.end, Nation(place.country, "town", place.name)))
        return ActorView(self._annotated, self.marks.with_places(towns), self._memory) if towns else self

    def resolve(self, head: Token) -> Actor:
        """Return the actor that the noun phrase under a head names.

        Args:
            head: One conjunct's head; coordination is the caller's to expand (`phrases.conjuncts`). A relative
                pronoun stands for its antecedent, any other pronoun for the entity that it is linked to.
        """
        if head.i not in self._resolved:
            self._resolved[head.i] = self._actor(head)
        return self._resolved[head.i]

    def _actor(self, head: Token) -> Actor:
        span = phrase_span(head)
        meant = antecedent(head)
        portrait = self._portrait(meant)
        return Actor(
            name=self._name(meant),
            text=self._annotated.words(span),
            span=span,
            country=portrait.country,
            sectors=portrait.sectors,
            title=portrait.title,
            alleged=portrait.alleged,
        )

    def resolve_all(self, head: Token) -> tuple[Actor, ...]:
        """Return the actors that one phrase names: two for "envoys of Chile and Peru" and for "the two countries"."""
        if self._is_part_of_name(head):
            return ()
        head = _past_hyphen(head)
        actor = self.resolve(head)
        states = states_meant(head, marks=self.marks)
        if states:
            # "Both neighbours" are states, as a neighbour by himself is none.
            sectors = ("GOV",) if actor.sectors == ("CVL",) else actor.sectors
            return tuple(replace(actor, name=state.name, country=state.code, sectors=sectors) for state in states)
        shared = [self.marks.nation(token) for token in shared_descriptions(head) or shared_possessors(head)]
        codes = tuple(dict.fromkeys(n.code for n in shared if n is not None and n.code))
        if len(codes) < 2 or len(codes) < len(shared) or actor.country not in codes:
            return (actor,)
        return tuple(replace(actor, country=code) for code in codes)

    def _is_part_of_name(self, head: Token) -> bool:
        """Tell the second half of "Trinidad and Tobago" and of "the Ministry of Lands and Natural Resources"."""
        if head.dep_ != "conj" or head.head.i > head.i:
            return False
        mark = self.marks.nations.get(head.i)
        if mark is not None:
            return mark.start <= head.head.i
        first, named = head.head, head.text.istitle() and head.i not in self.marks.roles
        inner = of_object(first) if self.marks.role(first) is not None else first
        bare = self._annotated.entity_at(head) is None and not any(
            child.dep_ in {"det", "poss"} for child in head.lefts
        )
        within = inner is not None and inner.text.istitle() and self.marks.nation(inner) is None
        body = self.marks.role(first) or (self.marks.role(first.head.head) if first.dep_ == "pobj" else None)
        return named and bare and within and first.text.istitle() and body is not None and body.kind == "institution"

    def recalls(self, head: Token) -> bool:
        """Tell whether the actor that a phrase names would be another without the memory."""
        meant = antecedent(head)
        return self._bare is not None and self._bare._portrait(meant) != self._portrait(meant)

    def _with_recalled(self, entity: Entity, portrait: Portrait) -> Portrait:
        """Add what the memory knows and the text leaves open."""
        if self._memory is None or entity.label not in REMEMBERED:
            return portrait
        doc = self._annotated.doc
        names = (doc[m.start : m.end].text for m in entity.mentions if m.reason == "name")
        return portrait.or_else(
            self._memory.recall((entity.name, *names), article=self._annotated.article, told=portrait)
        )

    def _portrait(self, head: Token) -> Portrait:
        mention = self._annotated.mention_at(head)
        if mention is None:
            return self.described(head)
        known = self._known(head)
        if mention.reason in NAMED:
            return self.described(head).or_else(known)
        return replace(known.or_else(self.described(head)), alleged=False)

    def _gathered(self, entity: Entity) -> Portrait:
        """Return what all phrases that name an entity say of it together, the earliest first."""
        portrait = NOTHING
        for mention in entity.mentions:
            if mention.reason != "pronoun":
                portrait = portrait.or_else(self.described(self._annotated.doc[mention.head]))
        return portrait

    def described(self, head: Token) -> Portrait:
        """Return what one phrase says by itself, whatever is known of its entity from elsewhere."""
        country = country_of(head, marks=self.marks, known=self._known)
        return Portrait(
            country=country,
            sectors=sectors_of(head, marks=self.marks, country=country),
            title=title_of(head, marks=self.marks),
            alleged=any(self.marks.effects.get(token.i) == "alleged" for token in modifiers(head)),
        )

    def _known(self, token: Token) -> Portrait:
        entity = self._annotated.entity_at(token)
        return NOTHING if entity is None else self._portraits.get(_key(entity), NOTHING)

    def _name(self, head: Token) -> str:
        entity, mention = self._annotated.entity_at(head), self._annotated.mention_at(head)
        if entity is not None and mention is not None and (entity.label == "PERSON" or mention.reason != "name"):
            return entity.name
        tokens = [t for t in phrase_tokens(head) if t.dep_ not in {"det", "predet"} or t.i > head.i]
        span = (tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else phrase_span(head)
        return " ".join(self._annotated.words(span).split())


def _past_hyphen(head: Token) -> Token:
    """Return "president" for the "vice" of a "vice-president" that the parser takes apart."""
    behind = head.doc[head.i + 1 : head.i + 3]
    apart = len(behind) == 2 and behind[0].text == "-" and not head.whitespace_ and not behind[0].whitespace_
    return behind[1] if apart and behind[1].head == head.head and behind[1].dep_ == head.dep_ else head


def _key(entity: Entity) -> str:
    return f"{entity.mentions[0].start}:{entity.name}"


def _named_tokens(annotated: AnnotatedText) -> frozenset[int]:
    """Return the tokens inside names of persons and things: a country's word among them means no country."""
    return frozenset(
        i
        for entity in annotated.entities
        # A single word taken for a person can still be a country that spaCy mistook: "Chad's ruler".
        if entity.label == "PRODUCT" or (entity.label == "PERSON" and " " in entity.name)
        for mention in entity.mentions
        # "A senior official" is an entity too, but its words are no name.
        if mention.reason in NAMED and not annotated.doc[mention.head].text.islower()
        # The "USS" before a ship's name tells whose it is; the name itself tells nothing.
        for i in range(mention.start + (entity.label == "PRODUCT"), mention.end)
    )
