import pytest

from reportedly.linking.terms import SHARES, find_names, find_terms, is_heavy, stem, term_book, weigh, weigh_all

SENTENCE = (
    "Thirty-one sailors of the Dona Teresa told Governor Kone on Friday that 1,800 tonnes of rice had been thrown away."
)


def _terms(text, names=frozenset()):
    return [term.text for term in find_terms(text, names=names)]


def test_terms_stand_in_reading_order_without_plain_words():
    assert _terms(SENTENCE) == [
        "31", "sailor", "Dona", "Teresa", "governor", "Kone", "Friday", "1800", "tonn", "rice", "thrown",
    ]  # fmt: skip


def test_terms_know_where_they_stand():
    for term in find_terms(SENTENCE, offset=100):
        assert SENTENCE[term.start - 100 :].casefold().startswith(term.text[:2].casefold()) or term.text[0].isdigit()


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("fourteen graves", ["14", "grav"]),
        ("14 graves", ["14", "grav"]),
        ("$52 million", ["52000000"]),
        ("one of them", []),
        ("a 1.5 metre wall", ["1.5", "metr", "wall"]),
    ],
)
def test_figures_are_the_same_in_words_and_digits(text, terms):
    assert _terms(text) == terms


def test_the_first_word_is_a_name_only_if_it_stands_as_one_elsewhere():
    assert _terms("Lorries left Kosti.") == ["lorry", "left", "Kosti"]
    assert _terms("Kosti was quiet.", frozenset({"Kosti"}))[0] == "Kosti"
    assert _terms("Kosti was quiet.")[0] == "kosti"


def test_names_are_capitalised_words_inside_sentences():
    assert find_names("Rain fell. In Bara the Nile rose, said Dr Idris. “Go,” he said.") == {
        "Bara",
        "Nile",
        "Dr",
        "Idris",
    }


@pytest.mark.parametrize("name", ["Sangaré", "SANGARÉ", "Sangare"])
def test_names_lose_their_accents_and_capitals(name):
    assert "Sangare" in _terms(f"Nurse {name} left.")


def test_possessives_do_not_count():
    assert _terms("the Kone’s boat") == _terms("the Kone boat")


@pytest.mark.parametrize("ending", term_book().endings, ids=lambda one: one.cut)
def test_endings_join_the_forms_of_a_word(ending):
    one, other = ending.joins
    assert stem(one) == stem(other)
    assert one.endswith(ending.cut) or other.endswith(ending.cut)


@pytest.mark.parametrize(("one", "other"), [("stopped", "stop"), ("raid", "raiding"), ("boat", "boats")])
def test_stems_join_what_the_endings_leave(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("army", "arms"), ("ford", "fort"), ("mine", "mint")])
def test_stems_keep_different_words_apart(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize("group", term_book().plain, ids=lambda one: one.name)
def test_plain_words_are_no_terms(group):
    word = group.example[group.example.index("[") + 1 : group.example.index("]")]
    assert word.casefold() in group.words
    assert stem(word) not in _terms(group.example.replace("[", "").replace("]", ""))


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("Sangare", "17"), ("17", "churn"), ("churn", "Monday"), ("Sangare", "Russian"), ("Sangare", "Washington"),
        ("churn", "campaign"), ("17", "2"), ("17", "2024"), ("Kone", "March"), ("churn", "ambush"), ("sluic", "truc"),
    ],
)  # fmt: skip
def test_terms_weigh_by_their_sort_and_by_how_common_they_are(more, less):
    assert weigh(more) > weigh(less)


def test_weights_add_up():
    assert weigh_all(["Kone", "churn"]) == weigh("Kone") + weigh("churn")


@pytest.mark.parametrize(
    ("term", "heavy"), [("Kone", True), ("17", True), ("2", False), ("churn", False), ("Monday", False)]
)
def test_names_and_figures_are_heavy(term, heavy):
    assert is_heavy(term) is heavy


def test_the_table_of_shares_is_sorted_and_holds_common_words_only():
    lines = [line.split("\t") for line in SHARES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    terms = [term for term, _ in lines]
    assert terms == sorted(set(terms)) and all(term == term.casefold() for term in terms)
    assert all(30 <= int(share) <= 1000 for _, share in lines)
