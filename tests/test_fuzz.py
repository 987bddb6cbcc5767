"""What the public API does with whatever it is given: an answer or an error of its own, never anything else.

`make soak` runs 11,000 cases here, beside 5,000 pages that are read and coded (test_soak.py), 5,000 that are read
(reading/test_mutations.py) and the requests that schemathesis makes of the HTTP API (console/test_openapi.py); `make
test` runs some of the same.
"""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random  # noqa: TID251 - cases need chance; the seeds are fixed

import pytest

from reportedly import Article, Coder, Relation, Report, ReportedlyError, Settings, Store
from reportedly.reading import read_all
from reportedly.settings import load_settings
from reportedly.storage import Filters

SAMPLES = Path(__file__).resolve().parent.parent / "src" / "reportedly" / "samples"
SENTENCE = "Chad’s army said on Friday that it had freed 14 Sudanese miners near “Tiné”, after talks with rebels."
SPLINTERS = (
    *(
        "'",
        '"',
        '""',
        "*",
        "(",
        ")",
        " NEAR ",
        " OR ",
        " NOT ",
        "%",
        "_",
        ";--",
        "\\",
        "{",
        "}",
        "[",
        "null",
        "-1",
        "1e999",
    ),
    *(
        "\x00",
        "\u202e",
        "\ufeff",
        "\ud800",
        "\U0001f600",
        "漢字",
        "ß",
        "İ",
        "\n",
        "2025-13-40",
        "0000-00-00",
        "9999-12-31",
    ),
)
ARGUMENTS = ("title", "published", "publisher", "url", "language")
FILTERS = ("actor", "recipient", "type", "country", "since", "until", "text", "source")
OPTIONS = ("pipeline", "codebook", "actors", "furniture", "workers", "on_error", "worker_memory", "nonsense")
VALUES = ("", "2025-03-04", "2025", "CONSULT", "VEN", "said", "Chad", "en", "de-CH", "0", "2")


def spoiled(text: str, chance: Random) -> str:
    """Cut, double or splice pieces of a text, up to five times."""
    for _ in range(chance.randint(0, 5)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randint(0, 30))
        middle = chance.choice(["", text[start:end] * 2, chance.choice(SPLINTERS)])
        text = text[:start] + middle + text[end:]
    return text


def some(names: tuple[str, ...], chance: Random) -> dict[str, str]:
    """Return values for some of the arguments so named."""
    return {name: spoiled(chance.choice(VALUES), chance) for name in names if chance.random() < 0.4}


def relates(coder: Coder, chance: Random) -> bool:
    """Ask for the relation between any two stretches of any sentence."""
    text = spoiled(SENTENCE, chance)
    spans = [tuple(chance.randint(-2, len(text) + 2) for _ in range(2)) for _ in range(2)]
    if chance.random() < 0.7:
        spans = [(min(a, b), max(a, b)) for a, b in spans]
    return isinstance(coder.relate(text, actor=spans[0], recipient=spans[1]), Relation)


def codes(coder: Coder, chance: Random) -> bool:
    """Code any text with anything for its headline, day, publisher, address and language."""
    report = coder.code(Article.verbatim(spoiled(SENTENCE, chance), **some(ARGUMENTS, chance)))
    return Report.from_json(report.to_json()) == report


def reads_a_record(written: str, chance: Random) -> bool:
    """Read a report's JSON of which pieces are missing, doubled or something else."""
    return isinstance(Report.from_json(spoiled(written, chance)), Report)


def makes_a_record(told: dict, chance: Random) -> bool:
    """Make a report of a dictionary in which one value is something else."""
    copy = json.loads(json.dumps(told))
    place = copy
    while isinstance(place, (dict, list)) and place:
        key = chance.choice(sorted(place) if isinstance(place, dict) else range(len(place)))
        if not isinstance(place[key], (dict, list)) or not place[key] or chance.random() < 0.2:
            place[key] = chance.choice([None, -1, 1e308, "x", [], {}, [[]], {"a": 1}, True, *SPLINTERS])
            break
        place = place[key]
    return isinstance(Report.from_dict(copy), Report)


def lists(store: Store, chance: Random) -> bool:
    """List with any filters."""
    asked = Filters(**some(FILTERS, chance))
    listing = chance.choice([store.events, store.claims, store.sources, store.stories])
    return len(list(listing(asked, limit=3))) <= 3


def explains(store: Store, chance: Random) -> bool:
    """Explain an event of any id."""
    return store.explain(spoiled("4f2a", chance)) is not None


def sets(chance: Random) -> bool:
    """Make settings of any options, as `Coder` does."""
    return isinstance(load_settings(some(OPTIONS, chance), cwd=SAMPLES, environ={}), Settings)


def answered(case: Callable[[], bool]) -> bool:
    """Tell whether a case gave an answer, and not an error of Reportedly's own; any other error ends the test."""
    try:
        assert case()
    except ReportedlyError as error:
        assert str(error)
        return False
    return True


@pytest.fixture(scope="module")
def report(coder: Coder) -> Report:
    (article,) = read_all([SAMPLES / "06_disputed_casualties.txt"])
    assert isinstance(article, Article)
    return coder.code(article)


@pytest.fixture(scope="module")
def store(coder: Coder, tmp_path_factory) -> Store:
    path = tmp_path_factory.mktemp("fuzz") / "news.db"
    with Store.open(path, write=True) as opened:
        for article in read_all([SAMPLES]):
            if isinstance(article, Article):
                opened.add(coder.code(article))
        opened.link()
        yield opened


def run(case: Callable[[Random], bool], seeds: range) -> None:
    """Run a case once for every seed; some must be answered, or the cases are all alike."""
    told = [answered(lambda seed=seed: case(Random(seed))) for seed in seeds]
    assert any(told)


CASES = {"relate": 2_000, "code": 1_000, "from_json": 3_000, "from_dict": 3_000, "lists": 1_500, "settings": 500}


@pytest.fixture
def cases(coder: Coder, report: Report, store: Store) -> dict[str, Callable[[Random], bool]]:
    return {
        "relate": lambda chance: relates(coder, chance),
        "code": lambda chance: codes(coder, chance),
        "from_json": lambda chance: reads_a_record(report.to_json(), chance),
        "from_dict": lambda chance: makes_a_record(report.to_dict(), chance),
        "lists": lambda chance: lists(store, chance),
        "settings": sets,
    }


@pytest.mark.parametrize("name", CASES)
def test_the_api_answers_or_raises_its_own_errors(cases, name: str) -> None:
    run(cases[name], range(25))


@pytest.mark.soak
@pytest.mark.parametrize("name", CASES)
def test_the_api_answers_or_raises_its_own_errors_thousands_of_times(cases, name: str) -> None:
    run(cases[name], range(25, 25 + CASES[name]))


def test_no_event_is_explained_that_is_not_there(store: Store) -> None:
    assert not any(answered(lambda seed=seed: explains(store, Random(seed))) for seed in range(200))
