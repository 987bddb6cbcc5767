"""The houses of a story, publishers and agencies, by every name under which others cite them."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.language.forms import initials_of
from reportedly.language.given_names import fold
from reportedly.linking.speaker_words import speaker_words
from reportedly.linking.speakers import MEDIA
from reportedly.reading.outlets import canonical_name, is_outlet_name
from reportedly.records import Article, Report, Source

#: Initials of fewer words are mostly something else.
LEAST_INITIALS = 3


class Houses:
    """Who published what in a story."""

    def __init__(self, reports: Sequence[Report]) -> None:
        """Gather the publishers of the reports.

        Args:
            reports: Of one story, in order of publication.
        """
        self._articles: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        self._house: dict[str, str] = {}
        for report in reports:
            name = name_of(report.article)
            house = canonical_name(name)
            self._names.setdefault(house, name)
            self._articles.setdefault(house, []).append(report.article.id)
            self._house[report.article.id] = house
        self._short = _short_forms(self._names)

    @property
    def of(self) -> Mapping[str, str]:
        """The house of each article, by its id."""
        return self._house

    def articles(self, house: str) -> tuple[str, ...]:
        """Return the ids of a house's articles, the earliest first; empty when it has none here."""
        return tuple(self._articles.get(house, ()))

    def name(self, house: str) -> str:
        """Return a house as it writes itself; one without articles here keeps the name by which it is cited."""
        return self._names.get(house, house)

    def find(self, name: str) -> str | None:
        """Find a house of the story by its name, a part of it, or its initials: "the Ledger", "ENA"."""
        house = canonical_name(name)
        if house in self._articles:
            return house
        # "The Post" may be a house; "a post" is not.
        return (self._short.get(house) or self._short.get(fold(name))) if name != name.lower() else None

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the houses of the story whose full names a text holds."""
        return tuple(house for house, name in self._names.items() if " " in name and name in text)

    def is_house(self, name: str) -> bool:
        """Whether a name is that of a house of this story or of any known outlet."""
        return self.find(name) is not None or is_outlet_name(name)

    def cited(self, source: Source, *, before: Iterable[Source] = (), article: str) -> str | None:
        """Return the house that a source is, or None when it is no medium.

        Args:
            source: A hop of a chain.
            before: The sources named earlier in the article: "the weekly" is the last house among them.
            article: Id of the article that cites.
        """
        found = self.find(source.name)
        if found is not None:
            return found
        if fold(source.name).split()[0] in speaker_words("own house"):
            return self._house[article]
        if _is_vague(source.name):
            named = (self.find(one.name) or _outlet(one) for one in reversed(list(before)) if not _is_vague(one.name))
            known = next((house for house in named if house not in (None, self._house[article])), None)
            return known or _outlet(source)
        return _outlet(source)


def name_of(article: Article) -> str:
    """Return the publisher's name, or what stands for it."""
    return "unknown publisher" if article.publisher is None else article.publisher.name


def _outlet(source: Source) -> str | None:
    """Return the folded name of a source that is a medium, be it only "a newspaper"."""
    return canonical_name(source.name) if source.kind in MEDIA or is_outlet_name(source.name) else None


def _is_vague(name: str) -> bool:
    words = fold(name).split()
    return bool(words) and words[-1] in speaker_words("vague media") and name == name.lower()


def _short_forms(names: Mapping[str, str]) -> dict[str, str]:
    """Return the short forms that only one house has: its last words, its first, its initials."""
    owners: dict[str, set[str]] = {}
    for house, name in names.items():
        words = canonical_name(name).split()
        forms = {" ".join(words[start:]) for start in range(1, len(words))}
        forms |= {" ".join(words[:end]) for end in range(1, len(words))}
        initials = initials_of(name)
        if len(initials) >= LEAST_INITIALS:
            forms.add(fold(initials))
        for form in forms:
            owners.setdefault(form, set()).add(house)
    vague = speaker_words("vague media")
    return {form: min(houses) for form, houses in owners.items() if len(houses) == 1 and form not in vague}
