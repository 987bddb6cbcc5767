"""Times of original sentences against reference dates: what is named, and which days it means."""

import runpy
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.language.annotated import AnnotatedText
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article, Date
from reportedly.resolution.date_lexicon import FILE, DateExample, DateFile
from reportedly.resolution.dates import find_dates
from reportedly.resolution.holidays import FILE as HOLIDAYS
from reportedly.resolution.holidays import Day, Holiday
from reportedly.resources import load_model

FOLDER = Path(__file__).parent
SCORER = SimpleNamespace(**runpy.run_path(str(FOLDER / "score_tables.py")))
MORE = yaml.safe_load((FOLDER / "dates_more.yaml").read_text(encoding="utf-8"))
SAT = "2025-11-01"


@lru_cache(maxsize=512)
def dates_in(text: str, published: str | None = SAT) -> tuple[Date, ...]:
    article = Article.verbatim(text, published=published)
    return find_dates(AnnotatedText(article, load_pipeline()(text), (), ()))


def codebook_examples() -> list[DateExample]:
    file = load_model(FILE, DateFile)
    groups = [*file.outlook.values(), file.names, *file.patterns, file.times]
    feasts = [DateExample.model_validate(e) for entry in load_model(HOLIDAYS, list[Holiday]) for e in entry.examples]
    return [*(example for group in groups for example in group.examples), *feasts]


@pytest.mark.parametrize("example", codebook_examples(), ids=lambda example: example.text)
def test_every_example_of_the_codebook_holds(example: DateExample) -> None:
    found = dates_in(example.text, str(example.published))
    assert {d.text: [d.start, d.end, str(d.precision)] for d in found} == {
        str(words): [None if part is None else str(part) for part in expected]
        for words, expected in example.dates.items()
    }


@pytest.mark.parametrize(("sentence", "published", "meaning"), MORE, ids=lambda part: str(part))
def test_phrase_in_brackets_means(sentence: str, published: date, meaning: str | None) -> None:
    text, (span,) = SCORER.parts_of(sentence)
    found = [
        f"{d.start or '..'}/{d.end or '..'} {d.precision}" for d in SCORER.over(span, dates_in(text, str(published)))
    ]
    readings = [[reading] for reading in meaning.split(" or ")] if meaning else [[]]
    assert found in readings


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        (Day(month=11, weekday=3, nth=4), 2024, date(2024, 11, 28)),
        (Day(month=5, weekday=0, nth=-1), 2027, date(2027, 5, 31)),
        (Day(easter=-2), 2024, date(2024, 3, 29)),
        (Day(orthodox_easter=0), 2024, date(2024, 5, 5)),
        (Day(year=2001, month=9, day=11), 2002, None),
        (Day(), 2024, None),
    ],
)
def test_holiday_falls_on(rule: Day, year: int, day: date | None) -> None:
    assert rule.in_year(year) == day


# sentence, published, the last time's words, its interval (".." is open or unknown) and precision
WEEKDAYS = [
    ("The ministry summoned the envoy on Friday.", SAT, "Friday", "2025-10-31/2025-11-01 day"),
    ("The ministry summoned the envoy on Saturday.", SAT, "Saturday", "2025-11-01/2025-11-02 day"),
    ("Sunday's raid freed nobody.", SAT, "Sunday", "2025-10-26/2025-10-27 day"),
    ("The presidents will meet on Tuesday in Muscat.", SAT, "Tuesday", "2025-11-04/2025-11-05 day"),
    ("The presidents met on Tuesday in Muscat.", SAT, "Tuesday", "2025-10-28/2025-10-29 day"),
    ("The presidents are to meet on Tuesday.", SAT, "Tuesday", "2025-11-04/2025-11-05 day"),
    ("The bishop is scheduled to land on Thursday.", SAT, "Thursday", "2025-11-06/2025-11-07 day"),
    ("The union plans to block the port on Monday.", SAT, "Monday", "2025-11-03/2025-11-04 day"),
    ("He said the ceasefire would begin on Monday.", SAT, "Monday", "2025-11-03/2025-11-04 day"),
    ("The court could rule on Wednesday.", SAT, "Wednesday", "2025-11-05/2025-11-06 day"),
    ("The rebels failed to appear on Wednesday.", SAT, "Wednesday", "2025-10-29/2025-10-30 day"),
    ("Troops had entered the town on Wednesday.", SAT, "Wednesday", "2025-10-29/2025-10-30 day"),
    ("Two men arrested on Thursday were freed.", SAT, "Thursday", "2025-10-30/2025-10-31 day"),
    ("Shelling resumed early Friday.", SAT, "early Friday", "2025-10-31/2025-11-01 day"),
    ("The curfew began on Thursday evening.", SAT, "Thursday evening", "2025-10-30/2025-10-31 day"),
    ("Observers arrive next Monday.", SAT, "next Monday", "2025-11-03/2025-11-04 day"),
    ("Observers left last Monday.", "2025-11-03", "last Monday", "2025-10-27/2025-10-28 day"),
    ("Votes are counted this Sunday.", "2025-10-29", "this Sunday", "2025-11-02/2025-11-03 day"),
    ("The envoy flies home on Thursday next week.", SAT, "Thursday next week", "2025-11-06/2025-11-07 day"),
    ("Ahead of Tuesday's vote, police closed the square.", SAT, "Tuesday", "2025-11-04/2025-11-05 day"),
    ("Both armies have shelled the valley since Monday.", SAT, "since Monday", "2025-10-27/.. range"),
    ("The truce holds until Friday.", SAT, "until Friday", "../2025-11-08 range"),
    ("Clashes lasted from Monday to Wednesday.", SAT, "from Monday to Wednesday", "2025-10-27/2025-10-30 range"),
]  # fmt: skip
DEICTIC = [
    ("A shell hit the clinic yesterday.", SAT, "yesterday", "2025-10-31/2025-11-01 day"),
    ("The cabinet meets today.", SAT, "today", "2025-11-01/2025-11-02 day"),
    ("The cabinet met earlier today.", SAT, "earlier today", "2025-11-01/2025-11-02 day"),
    ("Polls open tomorrow.", "2024-12-31", "tomorrow", "2025-01-01/2025-01-02 day"),
    ("The convoy left the day before yesterday.", SAT, "the day before yesterday", "2025-10-30/2025-10-31 day"),
    ("Drones struck the depot overnight.", SAT, "overnight", "2025-10-31/2025-11-02 range"),
    ("The general was arrested last night.", SAT, "last night", "2025-10-31/2025-11-01 day"),
    ("Gunmen raided the market last week.", SAT, "last week", "2025-10-20/2025-10-27 week"),
    ("Talks continue this week.", SAT, "this week", "2025-10-27/2025-11-03 week"),
    ("A mission travels there next week.", SAT, "next week", "2025-11-03/2025-11-10 week"),
    ("The mine collapsed last month.", "2025-01-15", "last month", "2024-12-01/2025-01-01 month"),
    ("The budget passes next month.", "2024-12-15", "next month", "2025-01-01/2025-02-01 month"),
    ("Exports halved last year.", SAT, "last year", "2024-01-01/2025-01-01 year"),
    ("The parties split earlier this year.", SAT, "earlier this year", "2025-01-01/2025-11-01 range"),
    ("The base opens later this month.", "2025-11-10", "later this month", "2025-11-11/2025-12-01 range"),
    ("He was dismissed earlier this week.", "2025-10-30", "earlier this week", "2025-10-27/2025-10-30 range"),
    ("The pact was signed last weekend.", "2025-11-04", "last weekend", "2025-11-01/2025-11-03 range"),
    ("Villages burned over the past six months.", SAT, "the past six months", "2025-05-01/2025-11-01 range"),
]  # fmt: skip
COUNTED = [
    ("The bridge was mined three days ago.", SAT, "three days ago", "2025-10-29/2025-10-30 day"),
    ("The bridge was mined two weeks ago.", SAT, "two weeks ago", "2025-10-13/2025-10-20 week"),
    ("The bridge was mined a month ago.", SAT, "a month ago", "2025-10-01/2025-11-01 month"),
    ("The bridge was mined 20 years ago.", SAT, "20 years ago", "2005-01-01/2006-01-01 year"),
    ("The two states went to war several years ago.", SAT, "several years ago", "../.. year"),
    ("Two days after the vote, soldiers took the radio station.", SAT, "Two days after", "../.. day"),
    ("On 2 May 2024 he left. Three days later he was back.", SAT, "Three days later", "2024-05-05/2024-05-06 day"),
    ("He was jailed in June 2020 and freed a year later.", SAT, "a year later", "2021-01-01/2022-01-01 year"),
]  # fmt: skip
MONTHS = [
    ("The envoy was expelled in March.", SAT, "March", "2025-03-01/2025-04-01 month"),
    ("The envoy was expelled in December.", SAT, "December", "2024-12-01/2025-01-01 month"),
    ("Elections will be held in February.", SAT, "February", "2026-02-01/2026-03-01 month"),
    ("The hostages were taken in November 2019.", SAT, "November 2019", "2019-11-01/2019-12-01 month"),
    ("Fighting has raged since April.", SAT, "since April", "2025-04-01/.. range"),
    ("Inspectors came in late August.", SAT, "late August", "2025-08-21/2025-09-01 range"),
    ("From March to May 2024 the pass was closed.", SAT, "From March to May 2024", "2024-03-01/2024-06-01 range"),
    ("Nobody may march in the capital.", SAT, None, None),
]  # fmt: skip
DAYS = [
    ("The law took effect on March 3.", SAT, "March 3", "2025-03-03/2025-03-04 day"),
    ("The law took effect on 3 March 2025.", SAT, "3 March 2025", "2025-03-03/2025-03-04 day"),
    ("The law took effect on the 3rd of March, 2025.", SAT, "3rd of March, 2025", "2025-03-03/2025-03-04 day"),
    ("On Dec. 24, 2021, the plant was shelled.", SAT, "Dec. 24, 2021", "2021-12-24/2021-12-25 day"),
    ("Friday, October 31, was calm.", SAT, "Friday, October 31", "2025-10-31/2025-11-01 day"),
    ("The pope visits on 2 January.", "2025-12-20", "2 January", "2026-01-02/2026-01-03 day"),
    ("Pilots struck on 29 December.", "2025-01-05", "29 December", "2024-12-29/2024-12-30 day"),
    ("The session of 3–5 March was closed.", SAT, "3–5 March", "2025-03-03/2025-03-06 range"),
    ("Guards confirmed the order dated 2025-02-28.", SAT, "2025-02-28", "2025-02-28/2025-03-01 day"),
    ("The plot of 31 February is a legend.", SAT, None, None),
]  # fmt: skip
YEARS = [
    ("The monarchy fell in 1979.", SAT, "1979", "1979-01-01/1980-01-01 year"),
    ("Between 2010 and 2014 the port was leased.", SAT, "Between 2010 and 2014", "2010-01-01/2015-01-01 range"),
    ("The drought of 2010-14 emptied the valley.", SAT, "2010-14", "2010-01-01/2015-01-01 range"),
    ("Peacekeepers have been there since 2019.", SAT, "since 2019", "2019-01-01/.. range"),
    ("The lease runs until 2042.", SAT, "until 2042", "../2043-01-01 range"),
    ("The militia was founded in the 1990s.", SAT, "the 1990s", "1990-01-01/2000-01-01 range"),
    ("The camp emptied in the summer of 2015.", SAT, "the summer of 2015", "2015-06-01/2015-09-01 range"),
    ("The junta took power in early 2023.", SAT, "early 2023", "2023-01-01/2023-05-01 range"),
    ("Output peaked in mid-2022.", SAT, "mid-2022", "2022-05-01/2022-09-01 range"),
    ("The 2019 protests toppled him.", SAT, "2019", "2019-01-01/2020-01-01 year"),
    ("Organisers hired 2000 stewards.", SAT, None, None),
    ("The pass is closed for three years.", SAT, None, None),
    ("He put forward a three-year plan.", SAT, None, None),
]  # fmt: skip
MOMENTS = [
    ("The blast came at 5 p.m. on Sunday.", SAT, "5 p.m. on Sunday", "2025-10-26T17:00/2025-10-26T17:01 minute"),
    ("The blast came on Sunday at 5:20 pm.", SAT, "Sunday at 5:20 pm", "2025-10-26T17:20/2025-10-26T17:21 minute"),
    ("Seen at 0412 GMT on Friday.", SAT, "0412 GMT on Friday", "2025-10-31T04:12+00:00/2025-10-31T04:13+00:00 minute"),
    ("Sirens sounded at 14:05 CET.", SAT, "14:05 CET", "2025-11-01T14:05+01:00/2025-11-01T14:06+01:00 minute"),
    ("The guns fell silent at midnight.", SAT, "midnight", "2025-11-01T00:00/2025-11-01T00:01 minute"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "published", "words", "meaning"),
    WEEKDAYS + DEICTIC + COUNTED + MONTHS + DAYS + YEARS + MOMENTS,
)
def test_phrase_means_these_days(sentence: str, published: str, words: str | None, meaning: str | None) -> None:
    found = [(d.text, f"{d.start or '..'}/{d.end or '..'} {d.precision}") for d in dates_in(sentence, published)]
    assert found[-1:] == ([] if words is None else [(words, meaning)])


@pytest.mark.parametrize(
    ("sentence", "words", "start"),
    [
        ("Rebels attacked on Friday.", "Friday", None),
        ("Rebels attacked two weeks ago.", "two weeks ago", None),
        ("Rebels attacked last month.", "last month", None),
        ("Rebels attacked on 3 March.", "3 March", None),
        ("Rebels attacked overnight.", "overnight", None),
        ("Rebels attacked over the past two weeks.", "the past two weeks", None),
        ("Rebels attacked on 3 March 2025.", "3 March 2025", "2025-03-03"),
        ("Rebels attacked in 2014.", "2014", "2014-01-01"),
        ("Rebels attacked at 5 p.m. on Sunday.", "5 p.m. on Sunday", None),
    ],
)
def test_without_publication_date_only_absolute_dates_are_placed(sentence: str, words: str, start: str | None) -> None:
    assert [(d.text, d.start) for d in dates_in(sentence, None)] == [(words, start)]


def test_publication_known_to_the_month_places_no_weekday() -> None:
    assert dates_in("Rebels attacked on Friday.", "2025-11")[0].start is None


def test_publication_moment_counts_as_its_own_day() -> None:
    found = dates_in("Rebels attacked on Saturday.", "2025-11-01T23:50:00-05:00")
    assert found[0].start == "2025-11-01"


PHRASES = [
    "yesterday", "on Friday", "March 3", "0001-01-01", "in 2014", "9999-12-31", "until", "from", "to", "at 5 p.m.",
    "two weeks ago", "999 centuries ago", "the next 900 decades", "31 April", "the end of", "-", " ", "\n\n", "2010-09",
    "Feb 29", "Easter", "Christmas Eve", "Thanksgiving 1001", "the eve of", "31/31/2022", "Q3", "the first week of",
    "the", "winter 2099", "next spring", "will", "29 February 1900", "at 2400 GMT", "’s", "早い",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PHRASES), max_size=8).map(" ".join))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts, published=st.none() | st.dates().map(date.isoformat))
def test_arbitrary_text_gives_dates_inside_it(text: str, published: str | None) -> None:
    found = dates_in(text, published)
    assert [d.span for d in found] == sorted(d.span for d in found)
    for d in found:
        assert d.span is not None
        assert d.text == text[d.span[0] : d.span[1]] != ""
        assert d.start is None or d.end is None or d.start < d.end
