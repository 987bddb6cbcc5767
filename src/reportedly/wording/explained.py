"""The words of an explanation, shared by screen, Markdown, pictures and pages."""

from reportedly.linking.explanation import (
    Evidence,
    Explanation,
    FigureLine,
    GivenRange,
    OriginBranch,
    Teller,
    TellingArticle,
)
from reportedly.linking.outlook import CREDIBILITY
from reportedly.linking.policy import NO_ENTRY
from reportedly.records import SourceKind
from reportedly.wording.counting import counted, number_words, range_words
from reportedly.wording.when import iso_words

#: So many passages of an article are shown, and so many of its copies named.
PASSAGES = 2
COPIES = 6
#: What stands over articles that no origin is named in.
UNSOURCED = "told without saying from whom"
DENYING = "told only as something that was not so"


def articles_by_id(explanation: Explanation) -> dict[str, TellingArticle]:
    """Return the articles of an explanation by their ids."""
    return {article.id: article for article in explanation.articles}


def credibility_words(value: int) -> str:
    """Return "1 of 6, confirmed"."""
    return f"{value} of 6, {CREDIBILITY[value]}"


def story_words(explanation: Explanation) -> str:
    """Return the story's headline and its days."""
    days = dict.fromkeys(iso_words(day) for day in (explanation.start, explanation.end) if day is not None)
    return f"“{explanation.title}”, {' – '.join(days)}" if days else f"“{explanation.title}”"


def told_by_words(explanation: Explanation) -> str:
    """Return "2 independent origins; 6 articles, 3 of them copies"."""
    origins = counted(explanation.event.independent_origins, "independent origin")
    copies = sum(article.copy_of is not None for article in explanation.articles)
    articles = counted(len(explanation.articles), "article")
    return f"{origins}; {articles}, {copies} of them {'a copy' if copies == 1 else 'copies'}"


def origin_words(origin: OriginBranch) -> str:
    """Return "official, not named, reliability B: right in most of 2024"; no letter where the user gave none."""
    is_unnamed = origin.kind is SourceKind.UNNAMED
    words = [str(origin.kind)]
    if origin.anonymous and not is_unnamed:
        words.append("not named")
    if origin.reason != NO_ENTRY:
        words.append(f"reliability {origin.reliability}: {origin.reason}")
    return ", ".join(words)


def copies_words(teller: Teller, articles: dict[str, TellingArticle]) -> str:
    """Return "+ 12 copies: Hel Gazette, Oliwa Online (with paragraphs of its own) and 10 more"."""
    names = [_copy_name(articles[copy]) for copy in teller.copies[:COPIES]]
    left = len(teller.copies) - len(names)
    more = f" and {left} more" if left else ""
    return f"+ {counted(len(teller.copies), 'copy', plural='copies')}: {', '.join(names)}{more}"


def passages(article: TellingArticle, teller: Teller) -> tuple[list[Evidence], int]:
    """Return the passages of an article to show at its place in the tree, and how many are left.

    Under an origin these are the sentences in which it is heard; elsewhere all of them, each sentence once, where the
    article stands for the first time.
    """
    each = list({evidence.span: evidence for evidence in reversed(article.evidence)}.values())[::-1]
    heard = [evidence for evidence in each if teller.hears(evidence.span)]
    chosen = heard if heard or teller.again else each
    return chosen[:PASSAGES], max(0, len(chosen) - PASSAGES)


def figure_words(line: FigureLine) -> str:
    """Return "killed: 9 – 17", "tents (count): 400"."""
    name = str(line.kind) if line.unit is None else f"{line.unit} ({line.kind})"
    return f"{name}: {range_words(line.low, line.high)}"


def given_words(given: GivenRange, articles: dict[str, TellingArticle]) -> str:
    """Return "17 by the ministry, as of 3 March 2025 (Harbour Post); 12 before"."""
    as_of = "" if given.as_of is None else f", as of {iso_words(given.as_of)}"
    carriers = dict.fromkeys(articles[name].publisher for name in given.articles if name in articles)
    where = f" ({', '.join(carriers)})" if carriers else ""
    before = f"; {', '.join(map(number_words, given.superseded))} before" if given.superseded else ""
    return f"{range_words(given.low, given.high)} by {given.by}{as_of}{where}{before}"


def _copy_name(article: TellingArticle) -> str:
    return f"{article.publisher} (adds its own)" if article.additions else article.publisher
