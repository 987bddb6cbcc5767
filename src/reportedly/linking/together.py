"""Several who say one thing in one breath: "the party and a hospital source said" has two origins."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reportedly.linking.speaker_words import speaker_words
from reportedly.records import Source, SourceKind

#: People do not speak for these, and they for nobody.
THINGS = frozenset({SourceKind.DOCUMENT, SourceKind.SOCIAL})
AND = re.compile(r",? and ")


def parts_of(source: Source) -> tuple[Source, ...]:
    """Return those who are named together as one source; the source itself, where it is one.

    Parties with names that speak together do so in one statement; so do ministries "of trade and industry".
    """
    names = AND.split(source.name)
    if len(names) < 2 or source.kind in THINGS or not all(map(_is_role, names)):
        return (source,)
    return tuple(_parts(source, names))


def _parts(source: Source, names: list[str]) -> Iterator[Source]:
    for name in names:
        words = name.split()
        bare = " ".join(words[1:]) if words[0] in speaker_words("determiners") else name
        kind = SourceKind.ORGANISATION if source.kind in (SourceKind.UNNAMED, SourceKind.DOCUMENT) else source.kind
        is_anonymous = words[0] in speaker_words("one of many") or words[-1] in speaker_words("unnamed roles")
        yield replace(source, name=bare, kind=kind, anonymous=is_anonymous, title=None, actor=None)


def _is_role(name: str) -> bool:
    """Whether a part is a role or a body without a name, and no mere attribute: "police", "a hospital source"."""
    words = name.split()
    return bool(words) and name == name.lower() and " of " not in name and words[-1] in speaker_words("who speaks")
