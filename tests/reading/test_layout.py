import pytest

from reportedly.reading.layout import lay_out
from reportedly.reading.lines import split_lines

LEAD = "Dockers in Beira walked out on Monday after the port authority cut the pay for night work, the union said."
SECOND = "The authority said it had no money and would not speak to the strikers before Friday."
TITLE = "Beira Dockers Walk Out Over Pay For Night Work"


def page(*blocks: str):
    return lay_out(split_lines("\n\n".join(blocks)))


def kinds(layout):
    return [(piece.kind, piece.text) for piece in layout.furniture]


def test_layout_tells_the_headline_from_clock_and_section():
    layout = page("Friday, 7 June 2024 12:17 GMT", "World | Africa", TITLE, LEAD, SECOND)
    assert (layout.title, layout.paragraphs) == (TITLE, [LEAD, SECOND])
    assert [kind for kind, _ in kinds(layout)] == ["clock", "section label"]


def test_layout_cuts_the_tail_of_an_aggregator_page():
    tail = ["ShareFacebook Viber Print", "PORTLINE18062024000771042055ID1103374190", "Dar Gazette"]
    legal = ["Legal Disclaimer:", "PORTLINE hands this text on as it came. Complaints go to the provider, please."]
    layout = page(TITLE, f"(PORTLINE- Dar Gazette) {LEAD}", SECOND, *tail, *legal, "Search")
    assert layout.paragraphs == [LEAD, SECOND]
    assert [kind for kind, _ in kinds(layout)] == [
        "credit", "share bar", "article number", "credit", "legal notice", "legal notice", "search box",
    ]  # fmt: skip
    assert layout.dates[0].value == "2024-06-18"


def test_layout_cuts_links_between_paragraphs_and_keeps_what_follows():
    layout = page(TITLE, LEAD, "Related Stories\nCashew Growers Count Cost Of Rain\nPemba Airport To Open", SECOND)
    assert layout.paragraphs == [LEAD, SECOND]


def test_layout_keeps_subheadings_and_dates_inside_the_body():
    layout = page(TITLE, LEAD, "What the union wants", "3 March 2024", SECOND)
    assert layout.paragraphs == [LEAD, "What the union wants", "3 March 2024", SECOND]


def test_layout_keeps_list_items_at_the_end():
    layout = page(TITLE, LEAD, "- Two lorries burned at the gate\n- One crane fell")
    assert layout.paragraphs == [LEAD, "- Two lorries burned at the gate", "- One crane fell"]


@pytest.mark.parametrize(
    ("blocks", "title", "paragraphs"),
    [
        (["Police shot a man in Tete"], None, ["Police shot a man in Tete"]),
        (["Two men died.", "Police fled."], None, ["Two men died.", "Police fled."]),
        (["Ferry sinks near Mwanza", "Nine people drowned"], "Ferry sinks near Mwanza", ["Nine people drowned"]),
        ([LEAD, SECOND], None, [LEAD, SECOND]),
        (["Who shot at the ferry near Mwanza?", LEAD, SECOND], "Who shot at the ferry near Mwanza?", [LEAD, SECOND]),
        ([TITLE, "DODOMA —", LEAD], TITLE, [LEAD]),
    ],
)
def test_layout_finds_a_headline_only_where_one_stands(blocks, title, paragraphs):
    layout = page(*blocks)
    assert (layout.title, layout.paragraphs) == (title, paragraphs)


def test_layout_loses_no_words():
    blocks = [
        TITLE,
        "By Ana Sitoe",
        f"BEIRA, June 7 (Savanna Press) - {LEAD}",
        SECOND,
        "Search",
        "Tags: ports, strikes",
    ]
    layout = page(*blocks)
    kept = [layout.title, *layout.paragraphs, *(piece.text for piece in layout.furniture)]
    assert sorted(" ".join(kept).split()) == sorted(" ".join(blocks).split())


@pytest.mark.parametrize(
    ("blocks", "title", "paragraphs"),
    [
        (["POLICE FIRE", "Police fired on a crowd in Tete."], "POLICE FIRE", ["Police fired on a crowd in Tete."]),
        (["POLICE FIRE", "Police fired."], "POLICE FIRE", ["Police fired."]),
        ([TITLE, LEAD, "No one was hurt."], TITLE, [LEAD, "No one was hurt."]),
        ([TITLE, LEAD, "“Never.”"], TITLE, [LEAD, "“Never.”"]),
        ([TITLE, LEAD, "“We will be back,” he said"], TITLE, [LEAD, "“We will be back,” he said"]),
        ([TITLE, "It rained.", LEAD], TITLE, ["It rained.", LEAD]),
        (["Dockers walk out.", f"BEIRA, June 7 (AFP) - {LEAD}", SECOND], "Dockers walk out.", [LEAD, SECOND]),
        ([TITLE, "BEIRA, Mozambique, June 7.", LEAD], TITLE, [LEAD]),
        ([TITLE, LEAD, "They will meet in May. (Reuters/AFP)"], TITLE, [LEAD, "They will meet in May."]),
    ],
)
def test_layout_keeps_every_sentence(blocks, title, paragraphs):
    layout = page(*blocks)
    assert (layout.title, layout.paragraphs) == (title, paragraphs)


def test_layout_keeps_the_line_that_opens_a_list_and_cuts_one_that_opens_nothing():
    assert (
        page(TITLE, LEAD, "What the union asks for:\n- more pay\n- more lamps").paragraphs[1]
        == "What the union asks for:"
    )
    assert page(TITLE, LEAD, "More for you here:").paragraphs == [LEAD]


def test_layout_ends_a_list_of_links_at_an_article_number():
    layout = page(TITLE, LEAD, "Related Stories\nPemba Airport To Open\nPORTLINE18062024000771042055ID1103374190")
    assert layout.dates[0].value == "2024-06-18"
