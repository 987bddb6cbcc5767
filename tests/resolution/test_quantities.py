"""Figures of original sentences: what each counts, its value and its bounds."""

import runpy
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.language.annotated import AnnotatedText
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article, Quantity
from reportedly.resolution.dates import find_dates
from reportedly.resolution.quantities import find_quantities
from reportedly.resolution.quantity_lexicon import PEOPLE_KINDS
from reportedly.resources import load_yaml

FOLDER = Path(__file__).parent
SCORER = SimpleNamespace(**runpy.run_path(str(FOLDER / "score_tables.py")))
MORE = yaml.safe_load((FOLDER / "quantities_more.yaml").read_text(encoding="utf-8"))


@lru_cache(maxsize=512)
def annotated(text: str) -> AnnotatedText:
    return AnnotatedText(Article.verbatim(text, published="2025-11-01"), load_pipeline()(text), (), ())


def quantities_in(text: str) -> tuple[Quantity, ...]:
    return find_quantities(annotated(text))


def described(quantity: Quantity) -> str:
    """Say a quantity in one line: kind, value or bounds, unit or currency, per, modifier."""
    value = "-" if quantity.value is None else f"{quantity.value:g}"
    low, high = ("" if bound is None else f"{bound:g}" for bound in (quantity.low, quantity.high))
    bounds = "" if quantity.value is not None and low == high == value else f" {low}..{high}"
    rest = (
        quantity.unit,
        quantity.currency,
        quantity.per and f"/{quantity.per}",
        quantity.modifier and f"({quantity.modifier})",
    )
    return " ".join([f"{quantity.kind} {value}{bounds}", *(part for part in rest if part)])


def examples(file: str) -> list[dict[str, Any]]:
    data = load_yaml(f"quantities/{file}.yaml")
    groups = [data] if "examples" in data else data.values()
    return [example for group in groups for example in group["examples"]]


def texts_of(examples: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(example, id=example["text"]) for example in examples]


@pytest.mark.parametrize("example", texts_of(examples("money")))
def test_every_example_of_money_holds(example: dict[str, Any]) -> None:
    found = [q for q in quantities_in(example["text"]) if q.kind == "money"]
    assert [[q.value, q.low, q.high, q.currency, q.per] for q in found] == example["money"]


@pytest.mark.parametrize("example", texts_of(examples("shares")))
def test_every_example_of_shares_holds(example: dict[str, Any]) -> None:
    found = [q for q in quantities_in(example["text"]) if q.kind == "share"]
    assert [[q.value, q.low, q.high] for q in found] == example["shares"]


@pytest.mark.parametrize("example", texts_of(examples("durations")))
def test_every_example_of_durations_holds(example: dict[str, Any]) -> None:
    found = [q for q in quantities_in(example["text"]) if q.kind == "duration"]
    assert [[q.value, q.low, q.high, q.unit] for q in found] == example["durations"]


@pytest.mark.parametrize("example", texts_of(examples("people")))
def test_every_example_of_people_holds(example: dict[str, Any]) -> None:
    found = [q for q in quantities_in(example["text"]) if q.kind in PEOPLE_KINDS]
    assert [[q.kind, q.value, q.low, q.high, q.unit] for q in found] == example["people"]


@pytest.mark.parametrize("example", texts_of(examples("exclusions") + examples("states")))
def test_every_example_of_exclusions_and_states_holds(example: dict[str, Any]) -> None:
    assert [q.value for q in quantities_in(example["text"])] == example["values"]


@pytest.mark.parametrize("example", texts_of(examples("measures")))
def test_every_example_of_measures_holds(example: dict[str, Any]) -> None:
    assert [[q.value, q.unit] for q in quantities_in(example["text"])] == example["counts"]


@pytest.mark.parametrize(("sentence", "meanings"), MORE, ids=lambda part: str(part))
def test_figures_in_brackets_mean(sentence: str, meanings: list[str]) -> None:
    text, spans = SCORER.parts_of(sentence)
    found = [SCORER.over(span, quantities_in(text)) for span in spans]
    assert [len(each) for each in found] == ([1] * len(spans) if meanings else [0] * len(spans))
    for (quantity,), meaning in zip(found, meanings, strict=False):
        assert any(SCORER.figure_means(quantity, reading) for reading in meaning.split(" or "))


KILLED = [
    ("At least 38 people were reportedly killed in the hills.", ["killed 38 38.. people (At least)"]),
    ("Twenty-three villagers were killed in the raid.", ["killed 23 villager"]),
    ("The air strike killed 14 fighters and two shepherds.", ["killed 14 fighter", "killed 2 shepherd"]),
    ("Gunmen ambushed a convoy, killing eight soldiers.", ["killed 8 soldier"]),
    ("Nine passengers died when the ferry sank.", ["killed 9 passenger"]),
    ("The blast left 12 dead and 40 wounded.", ["killed 12 people", "injured 40 people"]),
    ("The death toll climbed to 218.", ["killed 218 people"]),
    ("Officials put the death toll at more than 300.", ["killed 300 300.. people (more than)"]),
    ("The number of dead stands at 47.", ["killed 47 people"]),
    ("The killing of three judges shocked the country.", ["killed 3 judge"]),
    ("Between 30 and 40 miners were killed.", ["killed - 30..40 miner"]),
    ("Dozens were killed in the stampede.", ["killed - 24.. people"]),
    ("Hundreds of civilians have been killed.", ["killed - 200.. civilian"]),
    ("Up to 50 people may have died.", ["killed 50 ..50 people (Up to)"]),
    ("Five people killed in the fire were migrants.", ["killed 5 people"]),
    ("The bodies of six people who died at sea came ashore.", ["killed 6 people"]),
    ("Sixteen people, including three children, were killed.", ["killed 16 people", "killed 3 child"]),
    ("Two dozen rebels were killed, the army said.", ["killed 24 rebel"]),
    ("The militia killed an estimated 70 farmers.", ["killed 70 .. farmer (an estimated)"]),
    ("More than 30 deaths were recorded.", ["killed 30 30.. people (More than)"]),
    ("Raiders killed 200 goats.", ["count 200 goat"]),
    ("Twelve gunmen killed a mayor.", ["count 12 gunman"]),
]
INJURED = [
    ("At least 20 people were injured when police fired rubber bullets.", ["injured 20 20.. people (At least)"]),
    ("The explosion wounded 11 guards.", ["injured 11 guard"]),
    ("Four people were killed and nine others wounded.", ["killed 4 people", "injured 9 people"]),
    ("The attack killed two officers and injured about 30.", ["killed 2 officer", "injured 30 .. people (about)"]),
    ("Some 60 injured passengers were flown out.", ["injured 60 .. passenger (Some)"]),
    ("More than 100 people were hurt in the crush.", ["injured 100 100.. people (More than)"]),
]
ARRESTED = [
    ("Police detained 17 students.", ["arrested 17 student"]),
    ("Around 80 protesters were arrested.", ["arrested 80 .. protester (Around)"]),
    ("The detention of four reporters drew protests.", ["arrested 4 reporter"]),
    ("Officers made 35 arrests.", ["arrested 35 people"]),
    ("The court jailed six opposition leaders.", ["arrested 6 opposition leader"]),
    ("Police arrested 12 people, among them a deputy, and released 3 students.",
     ["arrested 12 people", "count 3 student"]),
]  # fmt: skip
DISPLACED = [
    ("Fighting displaced 90,000 people.", ["displaced 90000 people"]),
    ("Nearly two million people have been displaced.", ["displaced 2e+06 .. people (Nearly)"]),
    ("Tens of thousands of residents fled the city.", ["displaced - 20000.. resident"]),
    ("Half a million people were evacuated.", ["displaced 500000 people"]),
    ("The floods forced 7,000 families from their homes.", ["displaced 7000 family"]),
]
MISSING = [
    ("Thirteen sailors were missing.", ["missing 13 sailor"]),
    ("Rescuers said 40 people remained missing.", ["missing 40 people"]),
    ("The storm killed 9 people and left 21 missing.", ["killed 9 people", "missing 21 people"]),
]
MONEY = [
    ("The canal earns around $90 million monthly.", ["money 9e+07 .. USD /month (around)"]),
    ("Berlin pledged €2 billion.", ["money 2e+09 EUR"]),
    ("The fine was US$4,500.", ["money 4500 USD"]),
    ("Canberra offered A$12m.", ["money 1.2e+07 AUD"]),
    ("Repairs would cost 500 million rubles.", ["money 5e+08 RUB"]),
    ("Repairs would cost between $3 and $4 billion.", ["money - 3e+09..4e+09 USD"]),
    ("Tokyo lent two billion yen.", ["money 2e+09 JPY"]),
    ("The state owes more than $40bn.", ["money 4e+10 4e+10.. USD (more than)"]),
    ("Soldiers are paid $300 a month.", ["money 300 USD /month"]),
    ("He was fined 20,000 Kenyan shillings.", ["money 20000 KES"]),
    ("The wall cost £1.4bn.", ["money 1.4e+09 GBP"]),
    ("They want at least 250,000 euros per year.", ["money 250000 250000.. EUR /year (at least)"]),
    ("Aid of up to $1.5 trillion was discussed.", ["money 1.5e+12 ..1.5e+12 USD (up to)"]),
]
SHARES = [
    ("The clan owns roughly 14% of the fields.", ["share 0.14 .. (roughly)"]),
    ("Inflation reached 64.8 per cent.", ["share 0.648"]),
    ("A third of the deputies walked out.", ["share 0.3333"]),
    ("Nearly two-thirds of the wells are dry.", ["share 0.6667 .. (Nearly)"]),
    ("Half of the crew was ill.", ["share 0.5"]),
    ("Turnout was between 30 and 35 percent.", ["share - 0.3..0.35"]),
    ("Fewer than 10% of the mines were cleared.", ["share 0.1 ..0.1 (Fewer than)"]),
    ("Three quarters of the harvest rotted.", ["share 0.75"]),
    ("One in four children is out of school.", ["share 0.25"]),
]
DURATIONS = [
    ("The cabinet adopted a five-year tax plan.", ["duration 5 year"]),
    ("The siege has lasted six weeks.", ["duration 6 week"]),
    ("Both sides accepted a 90-day pause.", ["duration 90 day"]),
    ("The outage lasted more than 48 hours.", ["duration 48 48.. hour (more than)"]),
    ("She was jailed for two and a half years.", ["duration 2.5 year"]),
    ("They talked for nearly five hours.", ["duration 5 .. hour (nearly)"]),
    ("He faces 10 to 15 years in prison.", ["duration - 10..15 year"]),
]
COUNTS = [
    ("Lima ordered nine mobile missile batteries.", ["count 9 missile battery"]),
    ("Organisers put the crowd at 20,000.", ["count 20000"]),
    ("About 6,500 people took part.", ["count 6500 .. people (About)"]),
    ("A dozen ships waited outside the port.", ["count 12 ship"]),
    ("Scores of lawyers marched.", ["count - 40.. lawyer"]),
    ("Iran pumps 3.2 million barrels a day.", ["rate 3.2e+06 barrel /day"]),
    ("The army lost 30-40 vehicles.", ["count - 30..40 vehicle"]),
    ("No fewer than seven parties signed.", ["count 7 7.. party (No fewer than)"]),
    ("Membership fell from 40 to 25 states.", ["count 40 state", "count 25 state"]),
    ("The village lies 140 kilometres to the south.", ["count 140 kilometre"]),
]
NOTHING = [
    ("The pilot flew a Su-30 to the G20 summit.", []),
    ("A Boeing 737 landed in Doha.", []),
    ("Resolution 2231 expired.", []),
    ("The monarchy fell in 1979.", []),
    ("The envoy left on 3 March 2025.", []),
    ("The road was closed two weeks ago.", []),
    ("A 45-year-old teacher was named minister.", []),
    ("Ana Ruiz, 34, was named minister.", []),
    ("It was the third raid in the valley.", []),
    ("One of the officials declined to speak.", []),
    ("The under-18 side won 2-1.", []),
    ("The blast came at 5 p.m. on Sunday.", []),
    ("Article 5 was not invoked.", []),
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    KILLED + INJURED + ARRESTED + DISPLACED + MISSING + MONEY + SHARES + DURATIONS + COUNTS + NOTHING,
)
def test_sentence_has_these_quantities(sentence: str, expected: list[str]) -> None:
    assert [described(q) for q in quantities_in(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Reports spoke of at least 38 people killed.", "at least 38 people"),
        ("It earns around $90 million monthly.", "around $90 million monthly"),
        ("They hold roughly 14% of it.", "roughly 14%"),
        ("The cabinet adopted a five-year plan.", "five-year"),
        ("Lima ordered nine mobile missile batteries.", "nine mobile missile batteries"),
        ("Between 30 and 40 protesters were detained.", "Between 30 and 40 protesters"),
    ],
)
def test_quantity_shows_its_words(sentence: str, words: str) -> None:
    assert [q.text for q in quantities_in(sentence)] == [words]


def test_dates_already_found_need_not_be_found_again() -> None:
    text = annotated("In 2014 the army killed 12 people.")
    assert find_quantities(text, dates=find_dates(text)) == find_quantities(text)


PIECES = [
    "12", "one in", "zero", "12,000", "at least", "between", "and", "to", "-", "$", "€5bn", "%", "half", "a third of",
    "dozens of", "million", "people", "were killed", "wounded", "a month", "three-year", "aged", "2-1", ".", "\n\n",
    "including", "9" * 20, "half a dozen", "of", "the", "death toll", "rose", "6'3", "²", "٣", "早い",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts)
def test_arbitrary_text_gives_quantities_inside_it(text: str) -> None:
    for q in quantities_in(text):
        assert q.text == text[q.span[0] : q.span[1]] != ""
        assert q.value is None or q.value >= 0
        assert q.low is None or q.high is None or q.low <= q.high
