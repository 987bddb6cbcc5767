"""Chains read from the reader to the origin."""

from types import SimpleNamespace

import pytest

from reportedly.cli.show.chain import chain_text
from reportedly.records import Actor


def test_a_chain_ends_with_the_origin_and_what_is_known_of_it(build: SimpleNamespace) -> None:
    assert chain_text(build.a_chain()).plain == ("Harbour Post ← Meridian Wire ← Officials (not named, has a stake)")


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ({"name": "CNN", "kind": "outlet"}, "CNN"),
        ({"name": "unnamed source", "kind": "unnamed", "anonymous": True}, "unnamed source"),
        ({"name": "Ana Quispe", "kind": "person", "title": "governor"}, "Ana Quispe (governor)"),
        ({"name": "a diplomat", "kind": "official", "title": "diplomat"}, "a diplomat (official)"),
        ({"name": "Ana Quispe", "kind": "official", "title": "senior official"}, "Ana Quispe (senior official)"),
        ({"name": "evil\x1b[1m", "kind": "person"}, "evil␛[1m"),
    ],
)
def test_an_origin_is_explained(build: SimpleNamespace, source: dict[str, object], plain: str) -> None:
    assert chain_text((build.a_source(**source),)).plain == plain


def test_a_political_origin_shows_country_and_sector(build: SimpleNamespace) -> None:
    actor = Actor(name="Ana Quispe", text="Ana Quispe", country="PER", sectors=("GOV",))
    assert chain_text((build.a_source("Ana Quispe", actor=actor),)).plain == "Ana Quispe (PER GOV, official)"


def test_no_chain_is_the_article_itself() -> None:
    assert chain_text(()).plain == "the article itself"


def test_only_arrows_and_remarks_are_dim(build: SimpleNamespace) -> None:
    text = chain_text(build.a_chain())
    dimmed = {text.plain[span.start : span.end] for span in text.spans if "dim" in str(span.style)}
    assert dimmed == {" ← ", " (not named, has a stake)"}
