"""How articles open and close: every item of closings.yaml is read to the last word."""

from pathlib import Path

import pytest
import yaml

ITEMS = yaml.safe_load(Path(__file__).with_name("closings.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.get("title", item["body"][0]))
def test_reader_tells_text_from_what_opens_and_closes_it(sets, item):
    assert sets.check_closing(item) == []
