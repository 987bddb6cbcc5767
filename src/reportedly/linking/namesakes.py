"""Whether two names of a story are one voice's: short forms, mouthpieces, papers, the same name in another article."""

import re

from reportedly.language.forms import name_words, surname_forms
from reportedly.language.given_names import fold, is_given
from reportedly.linking.speaker_words import joint_stems, speaker_stems, speaker_words
from reportedly.linking.speakers import MEDIA, Speaker
from reportedly.linking.together import THINGS
from reportedly.linking.words import stems_of
from reportedly.resolution.actor_words import SUPRANATIONAL

#: Whose a paper is, where its name says so.
OWNER = re.compile(r"(?:the )?(?P<owner>.+?)[’']s? ")


def shortens(short: Speaker, full: Speaker) -> bool:
    """Whether a name is part of another: "the ministry" of "the defence ministry", "Dutse" of "Ibrahim Dutse"."""
    if short.is_named and full.is_named and not (short.is_body or full.is_body):
        return any(
            name_words(short.name) in surname_forms(name_words(name)) for name in (full.name, full.calling) if name
        )
    if not agree(short.country, full.country) or (short.kind in THINGS) != (full.kind in THINGS):
        return False
    # "The company" is not "company and union officials".
    if " and " in full.name:
        return False
    # "The charity" is the one that was called so with its name.
    return bool(short.core) and (short.core < full.core or short.core <= full.sort) and not short.is_named


def speaks_for(person: Speaker, body: Speaker) -> bool:
    """Whether a title names the body: "spokesman of the command", "who speaks for the programme"."""
    is_abroad = not agree(person.country, body.country) and body.country not in SUPRANATIONAL
    if person.is_body or body.kind in THINGS or is_abroad:
        return False
    told = set(person.title) - (speaker_stems("mouthpieces") - speaker_stems("body nouns"))
    return (
        (body.is_body and bool(told & body.core))
        or bool(told & body.sort)
        or _heads_ministry(person, body)
        or _leads(person, body)
    )


def _heads_ministry(person: Speaker, body: Speaker) -> bool:
    """Whether a title is that of a mere minister, and the body a ministry."""
    is_minister = bool(speaker_stems("ministers") & set(person.title[:1]))
    return is_minister and body.is_body and bool(speaker_stems("ministries") & body.core)


def is_paper_of(paper: Speaker, body: Speaker) -> bool:
    """Whether a paper bears a body's name: "the department's first figure" is the Department of Prisons' own."""
    found = OWNER.match(paper.name) if paper.kind in THINGS else None
    owner = stems_of(found["owner"]) if found is not None else frozenset()
    return body.is_body and body.kind not in THINGS and bool(owner) and owner <= body.core


def is_mere_paper(paper: Speaker) -> bool:
    """Whether a paper is a mere "statement", or a medium somebody's own: both are the body's that was named last."""
    if paper.kind in MEDIA:
        return True
    return paper.kind in THINGS and bool(paper.core) and paper.core <= speaker_stems("statements")


def _leads(person: Speaker, body: Speaker) -> bool:
    """Whether a description says in full whom somebody leads: "…, who coordinates the work of Lamp and Ladder"."""
    if not body.is_named or len(body.core) < 2 or body.name not in person.described:
        return False
    before = person.described.partition(body.name)[0]
    return re.search(rf"\b(?:{'|'.join(sorted(speaker_words('leading')))})\b", before) is not None


def is_mere_mouthpiece(person: Speaker) -> bool:
    """Whether a title says that somebody speaks for a body, and not for which."""
    if person.is_body or not person.title or person.kind in THINGS:
        return False
    mouthpieces = speaker_stems("mouthpieces") | speaker_stems("ranks") | speaker_stems("together")
    # "Its plant director" is of the body named last, whatever else the title says.
    if fold(person.described).split()[:1] and fold(person.described).split()[0] in speaker_words("possessives"):
        return bool(speaker_stems("mouthpieces") & set(person.title))
    # "A military spokesman of the group" speaks for the group named last.
    vague = speaker_stems("vague bodies")
    of_group = (vague | speaker_stems("uniformed")) if vague & set(person.title) else frozenset()
    return set(person.title) <= mouthpieces | of_group


def is_same(one: Speaker, other: Speaker) -> bool:
    """Whether names in two articles are one: the same person, body or paper; a role without a name never is."""
    if _is_thing_and_person(one, other) or not agree(one.country, other.country):
        return False
    if not (_is_known(one) and _is_known(other)):
        # "A doctor" here and "a doctor" there may be two.
        return False
    if not one.core and not other.core:
        return one.country is not None and one.country == other.country
    if goes_by_name(one) and goes_by_name(other):
        is_group = _is_group_of_name(one, other) or _is_group_of_name(other, one)
        return is_group or _is_same_name(one.calling or one.name, other.calling or other.name)
    if one.is_body != other.is_body and one.kind not in THINGS:
        return False
    if one.kind in THINGS and other.kind in THINGS and _is_joint_paper(one) and _is_joint_paper(other):
        return True
    shorter, longer = sorted((one.core, other.core), key=len)
    # "The office" may be any office.
    is_vague = shorter <= speaker_stems("vague bodies")
    return bool(shorter) and not is_vague and shorter <= longer


def _is_group_of_name(group: Speaker, other: Speaker) -> bool:
    """Whether a name is that of a group, and another holds it: "the Iron Reef group", "Iron Reef’s wing"."""
    bare = group.core - speaker_stems("groups")
    return bare != group.core and len(bare) > 1 and bare <= other.core


def is_named_in_full(short: Speaker, full: Speaker) -> bool:
    """Whether another article names in full what is only called by its noun here: "the railway"."""
    if _is_known(short) or is_given(full.name.split()[0]):
        return False
    is_vague = short.core <= speaker_stems("vague bodies")
    return bool(short.core) and not is_vague and short.core < full.core and agree(short.country, full.country)


def may_be_the(short: Speaker, full: Speaker) -> bool:
    """Whether a mere "company" may be one that has a name; of groups and forces there are mostly two."""
    is_bare = bool(short.core) and short.core <= speaker_stems("businesses") and not short.is_named
    return is_bare and not is_given(full.name.split()[0]) and agree(short.country, full.country)


def _is_joint_paper(speaker: Speaker) -> bool:
    """Whether it is a joint declaration, or whatever else the paper of several parties is called."""
    return bool(speaker.core) and speaker.core <= joint_stems()


def _is_thing_and_person(one: Speaker, other: Speaker) -> bool:
    thing, other_thing = one.kind in THINGS, other.kind in THINGS
    return thing != other_thing and (other if thing else one).is_named


def _is_known(speaker: Speaker) -> bool:
    is_state = not speaker.core and speaker.country is not None
    return is_state or speaker.is_named or speaker.is_body or speaker.calling is not None or speaker.kind in THINGS


def goes_by_name(speaker: Speaker) -> bool:
    """Whether it is somebody with a name, and no institution."""
    return not speaker.is_body and (speaker.is_named or speaker.calling is not None)


def _is_same_name(one: str, other: str) -> bool:
    words, others = name_words(one), name_words(other)
    return words == others or words in surname_forms(others) or others in surname_forms(words)


def unlikeness(one: Speaker, other: Speaker) -> int:
    """Return how far two names that may be one differ."""
    return len(one.core ^ other.core) + (one.country != other.country)


def agree(one: str | None, other: str | None) -> bool:
    """Whether two countries are one, or one of them is unknown."""
    return one is None or other is None or one == other
