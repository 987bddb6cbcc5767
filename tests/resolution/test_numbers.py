"""Numbers and figures: their worth, before anybody asks what they count."""

from typing import Any

import pytest

from reportedly.resolution.figures import find_figures
from reportedly.resolution.numbers import FILE, NumberGroup, find_numbers
from reportedly.resources import load_model, load_yaml

NUMBER_EXAMPLES = [e for group in load_model(FILE, dict[str, NumberGroup]).values() for e in group.examples]
FIGURE_EXAMPLES = [e for group in load_yaml("quantities/modifiers.yaml").values() for e in group["examples"]]


@pytest.mark.parametrize("example", NUMBER_EXAMPLES, ids=lambda example: example.text)
def test_every_example_of_numbers_holds(example: Any) -> None:
    assert [[n.value, n.low, n.high] for n in find_numbers(example.text)] == example.numbers


@pytest.mark.parametrize("example", FIGURE_EXAMPLES, ids=lambda example: example["text"])
def test_every_example_of_modifiers_holds(example: dict[str, Any]) -> None:
    assert [[f.modifier, f.value, f.low, f.high] for f in find_figures(example["text"])] == example["figures"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("nineteen", 19),
        ("ninety-nine", 99),
        ("a hundred and twenty", 120),
        ("two hundred and fifty thousand", 250_000),
        ("one million two hundred thousand", 1_200_000),
        ("thirty-five thousand", 35_000),
        ("2.5 million", 2_500_000),
        ("one and a half million", 1_500_000),
        ("half a billion", 500_000_000),
        ("three dozen", 36),
        ("12,345,678", 12_345_678),
        ("40k", 40_000),
        ("3bn", 3_000_000_000),
        ("2 crore", 20_000_000),
    ],
)
def test_number_is_worth(words: str, value: float) -> None:
    text = f"It counted {words} in all."
    assert [(text[slice(*n.span)], n.value) for n in find_numbers(text)] == [(words, value)]


@pytest.mark.parametrize(
    "text", ["Su-30", "G20", "3rd", "9/11", "5:30", "COVID-19", "10.0.0.1", "x86", "#12", "1,2345"]
)
def test_designation_is_no_number(text: str) -> None:
    assert find_numbers(f"It was {text} again.") == ()


def test_find_numbers_passes_scale_of_last_word() -> None:
    assert [n.scale for n in find_numbers("2 to 3 million")] == [1, 1_000_000]


def test_find_figures_takes_time_linear_in_text() -> None:
    text = "between 30 and 40, at least 5 or 6 of 1,000,000 hundred and half of it from 2 to " * 2000
    assert len(find_figures(text)) > 6000
