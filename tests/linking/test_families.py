from collections import Counter

import pytest

from reportedly.errors import CodebookError
from reportedly.linking.families import FILE, Family, credits_house, is_credited, load_families, make_families
from reportedly.records import Article, Publisher
from reportedly.resources import load_model

FAMILIES = load_families()
ENTRIES = load_model(FILE, tuple[Family, ...])


def _house(name, domain=None):
    return FAMILIES.house_of(Publisher(name=name, domain=domain))


def _group(name, domain=None):
    return FAMILIES.group_of(Publisher(name=name, domain=domain))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("BBC", None), ("BBC World Service", "bbc.co.uk")),
        (("The Observer", None), ("The Guardian", None)),
        (("Radio Farda", None), ("RFE/RL", "rferl.org")),
        (("Reuters", None), ("Thomson Reuters", None)),
        (("Harbour Post", None), ("The Harbour Post", None)),
    ],
)
def test_names_of_one_newsroom_have_one_key(one, other):
    assert _house(*one) == _house(*other)


@pytest.mark.parametrize(("one", "other"), [("The Age", "Brisbane Times"), ("France 24", "RFI"), ("G1", "O Globo")])
def test_papers_of_one_group_are_two_houses(one, other):
    assert _house(one) != _house(other)
    assert _group(one) == _group(other) is not None


def test_the_domain_alone_decides_where_there_is_one():
    assert _group("The Citizen", "thecitizen.co.tz") == "Nation Media Group"
    assert _group("The Citizen", "citizen.example") is None
    assert _group("The Age", "age.example") is None


def test_unknown_publishers_are_houses_of_their_own():
    assert _house("Karpas Mercury") == "karpas mercury"
    assert _group("Karpas Mercury") is None
    assert FAMILIES.house_of(None) is FAMILIES.group_of(None) is None


@pytest.mark.parametrize("family", ENTRIES, ids=lambda one: one.name)
def test_examples_name_a_member(family):
    assert any(member.removeprefix("The ").casefold() in family.example.casefold() for member in family.members)


def test_nobody_belongs_to_two_families_of_a_kind():
    for kind in ("house", "group"):
        members = [member.casefold() for family in ENTRIES if family.kind == kind for member in family.members]
        assert [member for member, number in Counter(members).items() if number > 1] == []


def test_a_users_file_adds_to_the_families_and_wins(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(
        "- {name: Karpas Media, kind: group, members: [Karpas Mercury, The Age], example: Karpas Mercury had it.}\n",
        encoding="utf-8",
    )
    mine = load_families(path)
    assert mine.group_of(Publisher(name="Karpas Mercury")) == mine.group_of(Publisher(name="The Age")) == "Karpas Media"
    assert mine.group_of(Publisher(name="Brisbane Times")) == "Nine"


def test_a_users_file_of_another_shape_is_named(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("- {name: Karpas Media, kind: gang, members: [], example: ''}\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="mine.yaml"):
        load_families(path)


def test_families_may_be_made_in_python():
    family = Family(name="Karpas Media", kind="house", members=("Karpas Mercury", "karpas.example"), example="")
    made = make_families([family])
    assert made.house_of(Publisher(name="x", domain="karpas.example")) == "karpas media"


@pytest.mark.parametrize(
    ("credit", "publisher", "expected"),
    [
        ("Djoliba Press", "Djoliba Press", True),
        ("Djoliba Press and own staff", "Djoliba Press", True),
        ("DP", "Djoliba Press", False),
        ("STS", "Sahel Telegraph Service", True),
        ("MPA and STS", "Sahel Telegraph Service", True),
        ("sts", "Sahel Telegraph Service", False),
        ("AAS", "Agencia Andina del Sur", True),
        ("AP", "Associated Press", True),
        ("Press", "Djoliba Press", False),
        ("Agencies", "Djoliba Press", False),
        ("The Djoliba Pressmen", "Djoliba Press", False),
    ],
)
def test_credits_name_a_house_by_name_or_initials(credit, publisher, expected):
    assert credits_house(credit, Publisher(name=publisher)) is expected


def test_an_article_credits_any_of_its_credits():
    article = Article.verbatim("Rain fell.", credits=("Own staff", "STS"))
    assert is_credited(article, Publisher(name="Sahel Telegraph Service"))
    assert not is_credited(article, Publisher(name="Djoliba Press"))
    assert not is_credited(article, None)
