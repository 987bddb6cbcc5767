"""Sign-offs taken apart, clause by clause: "Reporting by …; writing by …; additional reporting by …; editing by …"."""

import re
from functools import cache

from reportedly.reading.codebook import credit_book
from reportedly.reading.names import Named, merge, split_names


def read_signoff(text: str) -> Named | None:
    """Tell who reported or wrote, and for which agency; None when no clause names anybody.

    Those who edited, helped or took pictures are no authors.

    >>> read_signoff("Reporting by Ana Sitoe in Beira; writing by Kate Osei; editing by Per Lund")
    Named(authors=('Ana Sitoe', 'Kate Osei'), agencies=())
    """
    book = credit_book()
    authors: list[tuple[str, ...]] = []
    agencies: list[tuple[str, ...]] = []
    clauses = list(_clause().finditer(text))
    for clause in clauses:
        named = split_names(clause["who"])
        if not named.authors and not named.agencies:
            return None
        # Agencies that helped are copied from; persons who helped are no authors.
        agencies.append(named.agencies)
        if clause["does"].split()[0].lower() in book.writers:
            authors.append(named.authors)
    return Named(merge(authors), merge(agencies)) if clauses else None


@cache
def _clause() -> re.Pattern[str]:
    book = credit_book()
    does = "|".join(re.escape(word) for word in sorted((*book.writers, *book.helpers), key=len, reverse=True))
    does = rf"(?i:(?:{does})(?:(?:,| and|/|, and) (?:{does}))*(?: assistance)?)"
    by = r"(?:(?i:by|from)\b:?|(?<![Rr]eport)(?<![Ss]tory):)"
    # A clause runs to the next one, whatever stands between them: initials hold full stops too.
    until = rf"(?=[;,.]? (?:and )?{does} ?(?:(?i:by)\b|:)|;|$)"
    return re.compile(rf"(?:^|(?<=[\s;,.(/]))(?P<does>{does}) ?{by} ?(?P<who>.+?){until}")
