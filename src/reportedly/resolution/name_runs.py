"""Runs of capitalised words that could be the name of a place, and which of them belong to persons and bodies."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from reportedly.language.annotated import AnnotatedText, Entity, EntityMention
from reportedly.resolution.marks import Marks

#: Small words inside names of places: "Rio de Janeiro", "Port-au-Prince", "Dar es Salaam".
INSIDE = frozenset(
    {"de", "del", "do", "da", "dos", "das", "di", "la", "le", "les", "el", "al", "au", "aux", "es", "en", "sur", "kwa"}
) | frozenset({"upon", "on", "-", "–"})
#: No name of a place is longer.
LONGEST = 6
NAMED = frozenset({"name", "short name", "abbreviation"})
BODIES, OTHERS = frozenset({"ORG", "FAC"}), frozenset({"PERSON", "PRODUCT"})
#: What spaCy labels so cannot be a place.
NEVER = frozenset({"DATE", "TIME", "LANGUAGE", "LAW", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X", "ADP", "VERB", "INTJ"})

Named = tuple[Entity, EntityMention]


class NameRuns:
    """The runs of one text.

    Args:
        annotated: The text.
        marks: Its countries, bodies and roles.
    """

    def __init__(self, annotated: AnnotatedText, *, marks: Marks) -> None:
        self._doc: Doc = annotated.doc
        self._marks = marks
        self._at: dict[int, Named] = {}
        for entity in annotated.entities:
            for mention in entity.mentions:
                if mention.reason in NAMED:
                    self._at |= dict.fromkeys(range(mention.start, mention.end), (entity, mention))
        persons = (e.name for e in annotated.entities if e.label == "PERSON" and " " in e.name)
        self._person_words = frozenset(word for name in persons for word in name.split())

    def label(self, at: int) -> str:
        """Return the label of the name at a token, settled over the text; "" when there is none."""
        found = self._at.get(at)
        return "" if found is None else found[0].label

    def end(self, start: int) -> int:
        """Return the end of the run of name words that begins at a token; `start` when none does."""
        if not self._can_begin(start):
            return start
        end = last = start + 1
        while end < len(self._doc) and end - start < LONGEST and self._goes_on(start, end):
            end += 1
            last = end if self._doc[end - 1].text[0].isupper() else last
        return last

    def name_end(self, start: int) -> int:
        """Return the end of spaCy's name at a token, else of the run."""
        found, run_end = self._at.get(start), self.end(start)
        return run_end if found is None else min(run_end, found[1].end)

    def hides(self, span: DocSpan) -> bool:
        """Tell whether a span is part of a longer name that is no place: "Agence France-Presse", "Michael Jordan".

        What a body's name begins with stays a place, and so does what a government's ends with: "the Chad Red Cross",
        "the Ministry of Health of Chad", but not "Voice of America".
        """
        found = self._at.get(span.start)
        if found is None:
            return False
        entity, mention = found
        if entity.label in OTHERS:
            return mention.end - mention.start > len(span) or span.text in self._person_words
        rest = self._doc[span.end : mention.end]
        longer = mention.start < span.start or (len(rest) > 0 and rest[0].tag_ != "POS")
        opens = mention.start == span.start and entity.label == "ORG"
        ends = mention.end == span.end and self._is_public(mention, sector="GOV")
        return longer and entity.label in BODIES and not (opens or ends)

    def opens_body(self, start: int) -> bool:
        """Tell whether a token opens the longer name of a public body: "the California Department of Health"."""
        found = self._at.get(start)
        return found is not None and found[0].label == "ORG" and found[1].start == start and self._is_public(found[1])

    def serves(self, start: int, end: int) -> bool:
        """Tell whether a body or an office is said to be of a name: "the Oaxaca government", "the mayor of Oaxaca"."""
        after = self._marks.role(self._doc[end]) if end < len(self._doc) else None
        if after is not None and after.kind == "institution" and self._doc[end].text.islower():
            return True
        noun = self._doc[start - 2] if start > 1 and self._doc[start - 1].lower_ == "of" else None
        before = None if noun is None else self._marks.role(noun)
        if noun is None or before is None:
            return False
        # "Bank of Oaxaca" is a name; "Bishop of Oaxaca" is none, and neither is "Residents of Oaxaca".
        return noun.text.islower() or noun.is_sent_start or before.kind == "title"

    def may_end(self, start: int, end: int) -> bool:
        """Tell whether a name may end here although capitalised words go on: before a title or another name."""
        if self._marks.role(self._doc[end]) is not None or self.opens_body(start):
            return True
        found = self._at.get(start)
        return found is not None and found[0].label in {"GPE", "LOC"} and found[1].end == end

    def _is_public(self, mention: EntityMention, *, sector: str | None = None) -> bool:
        """Tell whether a name holds the word for an institution, perhaps of one sector."""
        roles = (self._marks.role(token) for token in self._doc[mention.start : mention.end])
        bodies = (role for role in roles if role is not None and role.kind == "institution")
        return any(sector is None or sector in role.sectors for role in bodies)

    def _can_begin(self, at: int) -> bool:
        token, found = self._doc[at], self._at.get(at)
        if not _is_name_word(token) or (self._marks.role(token) is not None and not self._is_place(at)):
            return False
        if token.is_sent_start and found is None and token.pos_ != "PROPN":
            return False
        nation = self._marks.nation(token)
        if nation is not None and nation.form in {"people", "organisation"}:
            return False
        return found is None or found[0].label not in OTHERS or self._is_whole_and_nobody(at, found[1])

    def _is_whole_and_nobody(self, at: int, mention: EntityMention) -> bool:
        """Tell whether what spaCy takes for a person could be a place: a whole name, and nobody's surname."""
        somebody = self._doc[at].text in self._person_words and self._doc[at].ent_type_ != "GPE"
        return mention.start == at and (mention.end - at > 1 or not somebody)

    def _is_place(self, at: int) -> bool:
        """Tell whether spaCy sees a place although the words could be a title: "Prince Edward Island", "Queens"."""
        found = self._at.get(at)
        return found is not None and found[0].label in {"GPE", "LOC"} and found[1].start == at

    def _goes_on(self, start: int, at: int) -> bool:
        token, before = self._doc[at], self._doc[at - 1]
        if token.text in {"-", "–"}:
            return not token.whitespace_ and not before.whitespace_
        if token.lower_ in INSIDE:
            return token.ent_type_ not in NEVER
        here, there = self._at.get(start), self._at.get(at)
        same = here is there or here is None or there is None
        return same and (_is_name_word(token) or (token.tag_ == "POS" and here is not None and there is not None))


def _is_name_word(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ in NAME_TAGS and token.ent_type_ not in NEVER
