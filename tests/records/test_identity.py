"""Ids follow from content, and from nothing else."""

import os
import subprocess
import sys

import pytest

from reportedly.records import Article, Publisher, article_id, stable_id


def test_an_id_is_the_same_in_every_process() -> None:
    command = "from reportedly.records import stable_id; print(stable_id('Lima', 3, 'ü'))"
    ids = {
        subprocess.run(
            [sys.executable, "-c", command],
            capture_output=True, text=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert ids == {stable_id("Lima", 3, "ü")}
    assert len(stable_id("Lima")) == 16


@pytest.mark.parametrize(("one", "other"), [(("ab", "c"), ("a", "bc")), (("a",), ("a", "")), (("1", "2"), ("12",))])
def test_parts_do_not_run_together(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert stable_id(*one) != stable_id(*other)


def test_an_article_is_its_words_and_its_publisher() -> None:
    article = Article.verbatim("Words.", publisher="Harbour Post")
    assert article.id == Article.verbatim("Words.", publisher="harbour post", title="Another", published="2025").id
    assert article.id != Article.verbatim("Words!", publisher="Harbour Post").id
    assert article.id != Article.verbatim("Words.", publisher="Hill Post").id
    assert article.id != Article.verbatim("Words.").id


def test_the_domain_counts_before_the_name() -> None:
    named = [Publisher(name=name, domain="post.example") for name in ("Post", "The Post")]
    assert article_id("Words.", publisher=named[0]) == article_id("Words.", publisher=named[1])


def test_half_a_surrogate_pair_still_has_an_id() -> None:
    assert stable_id("\ud800") != stable_id("\ud801")
