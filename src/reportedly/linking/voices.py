"""One voice for all names of a body in a story: the ministry, its spokesman, "Petrov", "the spokesman".

A body and who speaks for it are one origin, whoever quotes them; two bodies of one government are two.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.language.given_names import fold, is_given
from reportedly.linking.namesakes import (
    agree,
    goes_by_name,
    is_mere_mouthpiece,
    is_mere_paper,
    is_named_in_full,
    is_paper_of,
    is_same,
    may_be_the,
    shortens,
    speaks_for,
    unlikeness,
)
from reportedly.linking.speaker_words import speaker_stems, speaker_words
from reportedly.linking.speakers import PEOPLE, Speaker
from reportedly.linking.together import THINGS
from reportedly.linking.voice import Voice, voice_of
from reportedly.linking.words import stems_of
from reportedly.records import SourceKind
from reportedly.resolution.numbers import find_numbers

Key = tuple[str, str]


class Voices:
    """Tells who the speakers of a story are; built once, then only read."""

    def __init__(
        self, speakers: Sequence[Speaker], *, kin: Mapping[str, str], texts: Mapping[str, str]
    ) -> None:  # fmt: skip
        """Join the names that are one body's.

        Args:
            speakers: Of all articles, article by article in order of publication.
            kin: Of each article, the one whose names it shares first: the root of a copy, else itself.
            texts: Of each article: "the company" is one that it names.
        """
        self._leaders: dict[Key, Key] = {speaker.key: speaker.key for speaker in speakers}
        self._by_name = {fold(speaker.name): speaker.key for speaker in reversed(speakers)}
        self._countries = {speaker.key: _home(speaker) for speaker in speakers}
        self._speakers = {speaker.key: speaker for speaker in speakers}
        by_article: dict[str, list[Speaker]] = {}
        for speaker in speakers:
            by_article.setdefault(speaker.article, []).append(speaker)
        for together in by_article.values():
            self._join_inside(together)
        self._join_across(speakers, kin=kin)
        self._join_sorts(speakers, texts=texts)
        self._voices = self._told_apart()

    def of(self, article: str, name: str) -> Voice:
        """Return the voice behind a name in an article, or, where nobody of that name speaks there, in the story.

        Raises:
            KeyError: Nobody of that name speaks in the story.
        """
        key = (article, fold(name))
        return self._voices[self._leader(key if key in self._leaders else self._by_name[fold(name)])]

    def _told_apart(self) -> dict[Key, Voice]:
        """Return the voices by their leaders; bodies of one name in two countries bear these beside it."""
        members: dict[Key, list[Speaker]] = {}
        for key, speaker in self._speakers.items():
            members.setdefault(self._leader(key), []).append(speaker)
        voices = {leader: voice_of(together) for leader, together in members.items()}
        lands: dict[str, set[str]] = {}
        for voice in voices.values():
            if voice.is_body and voice.country is not None:
                lands.setdefault(voice.name, set()).add(voice.country)
        return {
            leader: replace(voice, name=f"{voice.name} ({voice.country})")
            if voice.country is not None and len(lands.get(voice.name, ())) > 1
            else voice
            for leader, voice in voices.items()
        }

    def _leader(self, key: Key) -> Key:
        while self._leaders[key] != key:
            key = self._leaders[key]
        return key

    def _join(self, one: Speaker, other: Speaker) -> None:
        first, second = sorted((self._leader(one.key), self._leader(other.key)))
        # "The ministry" of one country must not bring together those of two.
        if first == second or len(self._countries[first] | self._countries[second]) > 1:
            return
        self._leaders[second] = first
        self._countries[first] |= self._countries[second]

    def _join_inside(self, speakers: Sequence[Speaker]) -> None:
        """Join the names of one article.

        1. A short name goes with the longer one before it, else after it: "the ministry", "Zurita".
        2. A person goes with the body that the title names: "police spokesman Sani Bello"; so does a paper that bears
           its name: "the department's figures".
        3. A mere "spokesman" or "director" goes with the body named last, and so does a mere "statement".
        4. A role without a name goes with the person whom the same paragraph or the next one names.
        """
        for speaker in speakers:
            for fits in (shortens, speaks_for, is_paper_of):
                body = _nearest(speaker, speakers, fits=fits)
                if body is not None:
                    self._join(speaker, body)
                    break
            else:
                is_mouthpiece = is_mere_mouthpiece(speaker) or is_mere_paper(speaker)
                same = _same_role(speaker, speakers)
                if same is None:
                    same = _last_body(speaker, speakers) if is_mouthpiece else _bearer(speaker, speakers)
                if same is not None:
                    self._join(speaker, same)

    def _join_across(self, speakers: Sequence[Speaker], *, kin: Mapping[str, str]) -> None:
        """Join each name with the same name elsewhere, the most alike first, the nearest kin among those.

        What a copy prints again is the same name, be it only "the company".
        """
        for index, speaker in enumerate(speakers):
            in_root = self._speakers.get((kin.get(speaker.article, ""), fold(speaker.name)))
            if in_root is not None:
                self._join(speaker, in_root)
            if speaker.kind in THINGS and self._leader(speaker.key) != speaker.key:
                continue
            others = [one for one in speakers[:index] if one.article != speaker.article and is_same(speaker, one)]
            if others:
                home = kin.get(speaker.article)
                best = min(others, key=lambda one: (unlikeness(speaker, one), one.article != home))
                self._join(speaker, best)

    def _join_sorts(self, speakers: Sequence[Speaker], *, texts: Mapping[str, str]) -> None:
        """Join what is only called by its noun with the one body that another article calls so in full."""
        full = [one for one in speakers if one.is_named and one.kind is SourceKind.ORGANISATION]
        for speaker in speakers:
            if speaker.is_named or speaker.kind is not SourceKind.ORGANISATION:
                continue
            text = texts[speaker.article]
            named = [
                one for one in full
                if one.article != speaker.article
                and (is_named_in_full(speaker, one) or (may_be_the(speaker, one) and one.name in text))
            ]  # fmt: skip
            others = {self._leader(one.key): one for one in named}
            others.pop(self._leader(speaker.key), None)
            if len(others) == 1:
                self._join(speaker, next(iter(others.values())))


def _home(speaker: Speaker) -> frozenset[str]:
    """Return the country of a body; of people the coder knows it too seldom."""
    return frozenset() if speaker.country is None or not speaker.is_body else frozenset({speaker.country})


def _nearest(
    speaker: Speaker, others: Iterable[Speaker], *, fits: Callable[[Speaker, Speaker], bool]
) -> Speaker | None:
    """Return the fitting name that stands last before a name, else the first behind it."""
    found = [one for one in others if one.key != speaker.key and fits(speaker, one)]
    before = [one for one in found if one.start < speaker.start]
    return before[-1] if before else next(iter(found), None)


def _same_role(person: Speaker, others: Iterable[Speaker]) -> Speaker | None:
    """Return who was called by a person's title before: "their lawyer said", and then "the lawyer, Ana Lobo"."""
    if not goes_by_name(person) or person.kind in THINGS:
        return None
    roles = [
        one for one in others
        if one.start < person.start and not one.is_named and not one.is_body and bool(one.core)
        and one.core <= set(person.title) and one.core <= speaker_stems("mouthpieces")
    ]  # fmt: skip
    return roles[-1] if roles else None


def _last_body(speaker: Speaker, others: Iterable[Speaker]) -> Speaker | None:
    found = [
        one for one in others
        if one.start < speaker.start and not one.title and _may_have_mouthpieces(one)
        and fold(one.name) not in speaker.opposes
    ]  # fmt: skip
    # "The chief" two paragraphs on may be anybody's, and not the chief of "the railway".
    bodies = [
        one for one in found
        if agree(one.country, speaker.country)
        and (speaker.paragraph - one.paragraph <= 1 or not _is_of_a_group(speaker) and (one.is_body or one.is_named))
        and (_has_office(speaker) or bool(one.core & speaker_stems("uniformed")))
    ]  # fmt: skip
    return bodies[-1] if bodies else None


def _is_of_a_group(speaker: Speaker) -> bool:
    """Whether a title names its body by a vague noun, which stands for one named right before: "of the group"."""
    return bool(set(speaker.title) & speaker_stems("vague bodies"))


def _has_office(speaker: Speaker) -> bool:
    """Whether a title is more than a rank, whose bearers speak for uniformed bodies alone: a vicar general's is."""
    return not set(speaker.title) & speaker_stems("ranks") or bool(set(speaker.title) & speaker_stems("mouthpieces"))


def _may_have_mouthpieces(speaker: Speaker) -> bool:
    """Whether others may speak for it: a body, be it only "the railway"; a person without a title is none."""
    is_person = speaker.kind in PEOPLE or speaker.kind in THINGS
    return speaker.is_body or speaker.kind is SourceKind.ORGANISATION or (speaker.is_named and not is_person)


def _bearer(role: Speaker, others: Iterable[Speaker]) -> Speaker | None:
    """Return who bears a role told without a name: named in the same paragraph or the next, else right before."""
    if role.kind in THINGS or role.is_body or goes_by_name(role) or _is_several_bodies(role) or _is_number(role):
        return None
    near = [
        one for one in others
        if goes_by_name(one) and one.kind not in THINGS and agree(one.country, role.country) and _may_bear(one, role)
        and abs(one.paragraph - role.paragraph) <= (2 if _are_experts(one, role) else 1)
    ]  # fmt: skip
    behind = [one for one in near if one.start > role.start]
    # "The widow" may be she who was named before; "the rebels" are not the colonel who was.
    before = near[::-1] if role.kind in PEOPLE else []
    return next(iter(behind or before), None)


def _may_bear(person: Speaker, role: Speaker) -> bool:
    """Whether a person's office may be that role: the port director is not "a chief", nor a colonel "medics"."""
    offices = speaker_stems("mouthpieces") & role.core
    others = speaker_stems("mouthpieces") & set(person.title)
    if offices and others and not offices & others:
        return False
    # "A little-known faction" may be the one that bears a name; "the electoral body" is not Ana Lobo.
    if role.kind is SourceKind.ORGANISATION and is_given(person.name.split()[0]):
        return fold(role.name).split()[-1] not in speaker_words("vague bodies")
    if not person.title or not role.core or role.core & set(person.title):
        return True
    is_either = SourceKind.ORGANISATION in {person.kind, role.kind}
    return is_either or (person.kind in PEOPLE) == (role.kind in PEOPLE)


def _are_experts(one: Speaker, other: Speaker) -> bool:
    """Whether both are experts: "medics" are often named two paragraphs on, behind what others said."""
    return one.kind is SourceKind.EXPERT and other.kind is SourceKind.EXPERT


def _is_number(role: Speaker) -> bool:
    """Whether a role begins with how many they are: "tens of thousands" are nobody whom a text names."""
    return any(number.span[0] == 0 for number in find_numbers(role.name))


def _is_several_bodies(role: Speaker) -> bool:
    """Whether a role is that of several bodies, for which nobody speaks: "women’s groups", "company and union"."""
    if " and " in role.name:
        return True
    last = fold(role.name).split()[-1]
    return last not in speaker_words("vague bodies") and bool(stems_of(last) & speaker_stems("vague bodies"))
