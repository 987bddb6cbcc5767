"""One hop of a chain: what a noun phrase tells of a source: name, kind, title, anonymity, actor."""

from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Token

from reportedly.attribution.body_signs import names_body
from reportedly.attribution.hop_entities import body_beside, entity_of
from reportedly.attribution.hop_names import full_name, is_short_for, together, without_calling
from reportedly.attribution.kind_words import is_name
from reportedly.attribution.kinds import OFFICES, has_left_every_office, is_anonymous, kind_of, plural_name
from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.masters import led_bodies, master_by_name
from reportedly.attribution.media_signs import has_seen, is_bare, is_no_outlets, is_thing, only_tells, reports
from reportedly.attribution.references import References
from reportedly.attribution.source_words import (
    behind_prefix,
    name_tokens,
    named_behind,
    title_of,
    words_of,
)
from reportedly.attribution.spans import source_span
from reportedly.language import word_groups
from reportedly.language.annotated import AnnotatedText, Entity
from reportedly.language.phrases import children, phrase_tokens
from reportedly.records import Source, SourceKind, Span
from reportedly.resolution.actor_words import SUPRANATIONAL
from reportedly.resolution.actors import ActorView, is_political

UNNAMED = "unnamed source"
#: Whom the stand makes a witness.
SWORN = frozenset({SourceKind.PERSON, SourceKind.EXPERT})
MEDIA = frozenset({SourceKind.OUTLET, SourceKind.WIRE})
#: Callings after which papers are named: the Observer, the Examiner, the Informant.
TITLES = frozenset({SourceKind.EXPERT, SourceKind.WITNESS, SourceKind.PERSON, SourceKind.REPORTER})
PLACES = frozenset({"GPE", "NORP", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class _Told:
    """What the mentions of one entity tell of it, the earliest first.

    Attributes:
        named: Whether any of them is a name.
        noun: The first that is a common noun.
        kind: The first kind told that says more than "a person".
        title: The first title told.
        left_office: Whether the offices that they give it are all former ones.
    """

    named: bool
    noun: Token | None
    kind: SourceKind | None
    title: str | None
    left_office: bool


@dataclass(frozen=True)
class HopReader:
    """Turns noun phrases into hops, for one text."""

    annotated: AnnotatedText
    actors: ActorView
    lexicon: AttributionLexicon
    _told: dict[int, _Told] = field(default_factory=dict, init=False, repr=False, compare=False)
    _kinds: dict[int, SourceKind] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def _references(self) -> References:
        return References(self.annotated, self.lexicon.kinds)

    def read(self, head: Token, *, passes_on: bool = False, owned: bool = False, within: Span | None = None) -> Source:
        """Return one hop from the noun phrase under a head.

        Args:
            head: Of the noun phrase.
            within: Where all its words stand, should the parser hang a whole headline on them: "Ten dead – police".
            passes_on: Whether it stands where media stand ("told …"): an unknown name there is an outlet.
            owned: Whether its owner is a hop of its own and so no part of its name: "her *letter*".
        """
        whole = behind_prefix(head)
        prefix, head = (None if whole == head else head), whole
        without = [t for t in head.subtree if _ends_owner(t, head) or not _stands_within(t, within)]
        span = source_span(head, self.annotated.article.text, without=without)
        several = head.lower_ in word_groups.words_of("taking up several") and not any(children(head, "prep"))
        taken_up = several or head.pos_ == "NOUN" or head.i in self._references.bearers
        if taken_up or head.lower_ in word_groups.words_of("subject pronouns"):
            head = self._references.stands_for(head)
        entity = entity_of(head, self.annotated, self.lexicon.kinds)
        actor = self.actors.resolve(head)
        kind = self._kind_here(head)
        if passes_on and kind not in MEDIA and (self.is_medium(head, passes_on=True) or self.is_newspaper(head)):
            kind = SourceKind.OUTLET
        anonymous = self._is_anonymous(head, entity)
        return Source(
            name=self._name(head, entity, passes_on=passes_on, owned=owned, within=within, prefix=prefix),
            span=span,
            kind=kind,
            anonymous=anonymous,
            title=self._title(head, entity) or (actor.title if kind not in MEDIA else None),
            actor=actor if is_political(actor) and kind not in MEDIA else None,
        )

    def _kind_here(self, head: Token) -> SourceKind:
        """Return the kind that a source has where it speaks: on the stand a witness, a film posted online a post."""
        kind = self.kind(head)
        party = head.lemma_.lower() in word_groups.words_of("parties in court")
        if kind in SWORN and not party and self.lexicon.relays.testifies(head):
            return SourceKind.WITNESS
        if kind is SourceKind.DOCUMENT and self.lexicon.relays.is_posted(head):
            return SourceKind.SOCIAL
        return kind

    def is_newspaper(self, head: Token) -> bool:
        """Tell the paper that quotes others from one that was written."""
        alone = not any(children(head, "prep", "acl", "relcl"))
        return alone and head.lower_ in word_groups.words_of("words for papers")

    def is_medium(self, head: Token, *, passes_on: bool = False) -> bool:
        """Tell whether a phrase names an outlet or an agency; where media stand, any unknown name does."""
        if head.pos_ not in ("NOUN", "PROPN") or head.ent_type_ in ("DATE", "TIME"):
            return False
        if head.dep_ == "compound" and f"{head.lower_} {head.head.lemma_}" in self.lexicon.kinds.nouns:
            return False  # the press of "its press service"
        if head.pos_ == "NOUN" and (only_tells(head) or any(is_no_outlets(c) for c in head.lefts)):
            return False
        kind = self.kind(head)
        if kind in MEDIA or (passes_on and self.lexicon.kinds.medium_at(head, passes_on=True) is not None):
            return True
        return passes_on and self._is_unknown_name(head)

    def _is_anonymous(self, head: Token, entity: Entity | None) -> bool:
        """Tell whether a name is kept back; "the official" keeps back what "a senior official" did."""
        if self.lexicon.kinds.medium_at(head) is not None:
            return False
        if plural_name(head) is not None:
            return False
        told = None if entity is None else self._told_of(entity)
        named = told is not None and told.named
        first = head if told is None or told.noun is None else told.noun
        if not named and head.dep_ == "nsubj" and self._speaks_unnamed(head.head):
            return True
        return is_anonymous(head if named else first, self.lexicon.kinds, named=named)

    def _speaks_unnamed(self, verb: Token) -> bool:
        """Tell "the judge, *speaking anonymously*, said"."""
        asides = (c for c in children(verb, "advcl", "advmod", "prep") if not any(children(c, "nsubj", "nsubjpass")))
        return any(t.lemma_.lower() in self.lexicon.kinds.withholding for aside in asides for t in aside.subtree)

    def _is_unknown_name(self, head: Token) -> bool:
        """Tell a name of several words that is no person and nobody political: "told the Maputo Brief"."""
        entity = entity_of(head, self.annotated, self.lexicon.kinds)
        person = entity is not None and entity.label == "PERSON" and not is_thing(head)
        passing = has_seen(head) or reports(head)
        person = person and not (entity is not None and passing and is_bare(entity.name))
        several = len([t for t in phrase_tokens(head) if t.pos_ == "PROPN"]) > 1
        # The parser takes Le Soleil for a building and Le Mauricien for a people.
        place = entity is not None and entity.label in (PLACES - {"FAC", "NORP"} if several else PLACES)
        if head.pos_ != "PROPN" or person or place:
            return False
        actor = self.actors.resolve(head)
        entry = self.lexicon.kinds.noun_of(head)
        # "Told the *Observer*": with a capital, a calling that holds no office is a title.
        called = entry is not None and not (entry.human and entry.kind in TITLES and any(children(head, "det")))
        known = actor.sectors or actor.country in SUPRANATIONAL or called
        return not known and (several or entry is not None or actor.country is None)

    def kind(self, head: Token) -> SourceKind:
        """Return the kind of a source; what an earlier naming told of a person holds for "he" and the bare surname.

        Found once for every head: each claim of a speaker asks for it again, in several places.
        """
        if head.i not in self._kinds:
            self._kinds[head.i] = self._found_kind(head)
        return self._kinds[head.i]

    def _found_kind(self, head: Token) -> SourceKind:
        head = self._references.alike(self._references.stands_for(head))
        entity = entity_of(head, self.annotated, self.lexicon.kinds)
        kind = kind_of(head, self.lexicon.kinds, actor=self.actors.resolve(head), entity=entity)
        # Of "the DCI" its full name tells what it is.
        if entity is not None and (head.pos_ == "PRON" or (head.is_upper and entity.label == "ORG")):
            return self._told_of(entity).kind or kind
        master = master_by_name(head, self.annotated, self.actors, self.lexicon.kinds)
        if master is not None and kind not in (SourceKind.REPORTER, *MEDIA):
            return master
        if kind in (SourceKind.OFFICIAL, SourceKind.PERSON) and self._leads_organisation(head):
            return SourceKind.ORGANISATION
        if kind is SourceKind.OFFICIAL and self._references.master_of(head) is SourceKind.ORGANISATION:
            return SourceKind.ORGANISATION  # "its secretary", of a party
        if kind is SourceKind.OFFICIAL and entity is not None and self._told_of(entity).left_office:
            return SourceKind.PERSON
        if kind is not SourceKind.PERSON:
            return kind
        told = (None if entity is None else self._told_of(entity).kind) or self._references.master_of(head)
        return told or (SourceKind.ORGANISATION if self._names_body(head) else kind)

    def _names_body(self, head: Token) -> bool:
        return any(names_body(name, self.lexicon.kinds) for name in together(head, self.annotated) or [head])

    def _leads_organisation(self, head: Token) -> bool:
        """Tell "*its* director general, Rafael Costa" where "it" is an organisation and no state's body."""
        bodies = led_bodies(head, self.annotated, self.lexicon.kinds)
        return any(self.kind(body) is SourceKind.ORGANISATION for body in bodies)

    def _kind_told(self, naming: Token, entity: Entity) -> SourceKind:
        """Return what a naming alone tells of an entity: its words, or whom somebody so named leads."""
        kind = kind_of(naming, self.lexicon.kinds, actor=self.actors.resolve(naming), entity=entity)
        leads = kind in (SourceKind.OFFICIAL, SourceKind.PERSON) and self._leads_organisation(naming)
        return SourceKind.ORGANISATION if leads else kind

    @cached_property
    def _epithets(self) -> dict[int, list[Token]]:
        """The definite nouns that take up an entity, by its identity: "*the entomologist*" of Rosa Achebe."""
        found: dict[int, list[Token]] = {}
        for index, bearer in self._references.bearers.items():
            noun, entity = self.annotated.doc[index], self.annotated.entity_at(bearer)
            if entity is not None:
                found.setdefault(id(entity), []).append(noun)
        return found

    def _title(self, head: Token, entity: Entity | None) -> str | None:
        """Return the title at this naming, else at the earliest that gives one."""
        text = self.annotated.article.text
        if entity is None or entity.label != "PERSON":
            return title_of(head, entity, text)
        title = title_of(head, entity, text)
        return self._told_of(entity).title if title is None else title

    def _told_of(self, entity: Entity) -> "_Told":
        """Return what the namings of an entity tell together; read once, as a text may name it at every claim."""
        if id(entity) not in self._told:
            heads = [self.annotated.doc[m.head] for m in entity.mentions]
            namings = [h for h, m in zip(heads, entity.mentions, strict=True) if m.reason != "pronoun"]
            namings += self._epithets.get(id(entity), [])
            left = entity.label == "PERSON" and has_left_every_office(namings, self.lexicon.kinds)
            kinds = (self._kind_told(naming, entity) for naming in namings)
            kinds = (kind for kind in kinds if not (left and kind in OFFICES))
            titles = (title_of(h, entity, self.annotated.article.text) for h in namings)
            self._told[id(entity)] = _Told(
                named=any(is_name(h, self.lexicon.kinds) for h in heads),
                noun=next((h for h in heads if h.pos_ == "NOUN"), None),
                kind=next((kind for kind in kinds if kind is not SourceKind.PERSON), None),
                title=next((title for title in titles if title is not None), None),
                left_office=left,
            )
        return self._told[id(entity)]

    def _name(
        self,
        head: Token,
        entity: Entity | None,
        *,
        passes_on: bool,
        owned: bool,
        within: Span | None,
        prefix: Token | None,
    ) -> str:
        papers = len(together(head, self.annotated)) > 1 and self.kind(head) in MEDIA  # whatever label each title has
        if (
            entity is not None
            and not papers
            and (entity.label == "PERSON" or body_beside(head, self.annotated, self.lexicon.kinds) is entity)
        ):
            return entity.name
        text = self.annotated.article.text
        described = head.pos_ == "NOUN" and entity is None and self.kind(head) in MEDIA
        if (whole := plural_name(head) or (named_behind(head, text) if described else None)) is not None:
            return whole
        voices = together(head, self.annotated)
        if len(voices) > 1:
            speaking = (t for c in voices for t in phrase_tokens(c))
            return words_of([t for t in speaking if t.lower_ not in word_groups.words_of("both")], text)
        medium = self.lexicon.kinds.medium_at(head, passes_on=passes_on)
        if medium is not None:
            return medium.name
        if entity is not None and (head.pos_ == "PRON" or is_short_for(head, entity)):
            return full_name(entity, self.annotated)
        owners = {t for owner in children(head, "poss") if owned for t in owner.subtree}
        before = [] if prefix is None else [prefix, *(t for c in prefix.lefts for t in c.subtree)]
        named = (*before, *without_calling(name_tokens(head), head, self.lexicon.kinds))
        return words_of([t for t in named if t not in owners and _stands_within(t, within)], text)


def _stands_within(token: Token, span: Span | None) -> bool:
    return span is None or span[0] <= token.idx < span[1]


def _ends_owner(token: Token, head: Token) -> bool:
    return token.dep_ == "case" and token.head == head


def unnamed_source() -> Source:
    """Return the source of words that the text gives to nobody: "reportedly"."""
    return Source(name=UNNAMED, kind=SourceKind.UNNAMED, anonymous=True)
