"""Figures with who gives them; corrections supersede; what speaks against a deed."""

import pytest

from reportedly.linking.assembling import assemble
from reportedly.linking.revising import correction_in, revised_figures


def toll(newsroom, publisher, day, by, dead, *, words="Gunmen raided Kossi and killed", more="", **fields):
    """Return an article in which `by` counts the dead of a raid."""
    n = newsroom
    lead = f"{words} {dead} herders"
    event = n.Tells("ASSAULT", "raided", [n.party("Gunmen")], [n.party("herders", "MLI", "AGR")], said=0,
                    place=n.town("Kossi", "MLI"), figures=[("killed", dead, f"{dead} herders")])  # fmt: skip
    return n.report(
        publisher, f"{lead}, {by[0]} said.{more}", published=f"2026-05-{day:02d}T08:00:00+00:00",
        said=[n.Says(lead, [by], figures=[("killed", dead, f"{dead} herders")])], told=[event], **fields,
    )  # fmt: skip


def event_of(newsroom, *reports):
    (event,) = assemble(newsroom.draft(*reports)).events
    return event


def test_each_origin_keeps_its_figure(newsroom):
    event = event_of(
        newsroom,
        toll(newsroom, "Reef Wire", 4, ("army", "official"), 12),
        toll(newsroom, "Lagoon Post", 4, ("Issa Ba", "witness"), 15),
    )
    assert {(value.value, value.by) for value in event.values} == {(12, "army"), (15, "Issa Ba")}
    assert {entry.by for entry in event.contradicted_by} == {"army", "Issa Ba"}
    assert not any(value.superseded for value in event.values)


def test_a_later_figure_of_the_same_origin_supersedes(newsroom):
    event = event_of(
        newsroom,
        toll(newsroom, "Reef Wire", 4, ("army", "official"), 12),
        toll(newsroom, "Reef Wire", 5, ("army", "official"), 14),
    )
    assert [(value.value, value.superseded) for value in event.values] == [(12, True), (14, False)]
    (entry,) = event.contradicted_by
    assert entry.what == "killed: 14, where army had said 12"
    assert entry.article == event.values[1].article


def test_the_same_figure_is_no_contradiction(newsroom):
    event = event_of(
        newsroom,
        toll(newsroom, "Reef Wire", 4, ("army", "official"), 12),
        toll(newsroom, "Lagoon Post", 4, ("Issa Ba", "witness"), 12),
    )
    assert event.contradicted_by == ()
    assert event.credibility.value == 1


def test_figures_that_differ_do_not_lower_credibility(newsroom):
    event = event_of(
        newsroom,
        toll(newsroom, "Reef Wire", 4, ("army", "official"), 12),
        toll(newsroom, "Lagoon Post", 4, ("Issa Ba", "witness"), 15),
    )
    assert event.credibility.value == 1
    assert any("against" in reason for reason in event.credibility.reasons)


def test_a_figure_is_as_of_when_it_appeared(newsroom):
    event = event_of(newsroom, toll(newsroom, "Reef Wire", 4, ("army", "official"), 12))
    assert event.values[0].as_of == "2026-05-04T08:00:00+00:00"


def test_towns_that_differ_contradict(newsroom):
    n = newsroom
    reports = [
        n.report(
            publisher, f"Gunmen raided {town} and killed 12 herders, {by} said.",
            said=[n.Says(f"Gunmen raided {town} and killed 12 herders", [(by, "official")])],
            told=[n.Tells("ASSAULT", "raided", [n.party("Gunmen")], [n.party("herders", "MLI", "AGR")], said=0,
                          place=n.town(town, "MLI"), figures=[("killed", 12, "12 herders")])],
        )
        for publisher, town, by in (("Reef Wire", "Kossi", "army"), ("Lagoon Post", "Tougan", "police"))
    ]  # fmt: skip
    event = event_of(newsroom, *reports)
    whats = {entry.what for entry in event.contradicted_by}
    assert whats == {"place: Kossi, against Tougan", "place: Tougan, against Kossi"}


def test_roles_turned_round_speak_against_each_other(newsroom):
    n = newsroom
    togo, benin = n.party("Togolese marines", "TGO", "MIL"), n.party("Beninese marines", "BEN", "MIL")
    reports = [
        n.report(
            publisher, f"{one.name} shot at {other.name} on the lagoon, {by} said.",
            said=[n.Says(f"{one.name} shot at {other.name} on the lagoon", [(by, "official")])],
            told=[n.Tells("ASSAULT", "shot", [one], [other], said=0, date="2026-05-04")],
        )
        for publisher, one, other, by in (
            ("Reef Wire", togo, benin, "Benin’s army"), ("Lagoon Post", benin, togo, "Togo’s army"),
        )
    ]  # fmt: skip
    story = assemble(n.draft(*reports))
    assert len(story.events) == 2
    for event in story.events:
        (entry,) = event.contradicted_by
        assert entry.what.startswith("roles: ")
        assert entry.by not in event.origins
        assert event.credibility.value == 4


@pytest.mark.parametrize(
    ("sentence", "kind", "value"),
    [
        ("The ministry raised to 23 the number of miners killed.", "killed", 23),
        ("The toll of the raid has risen to nine.", "killed", 9),
        ("The mayor put the number of dead at seven.", "killed", 7),
        ("Organisers put the crowd at 20,000.", "count", 20000),
        ("The army lowered to four the number of sailors freed.", "count", 4),
        ("The clinic put the wounded at 31.", "injured", 31),
    ],
)
def test_raised_and_placed_figures_are_read(sentence, kind, value):
    (figure,) = revised_figures(sentence, 0)
    assert (figure.kind, figure.value) == (kind, value)
    assert sentence[slice(*figure.span)] == figure.text


@pytest.mark.parametrize(
    "sentence",
    [
        "The bank raised its rate to 5 percent.",
        "They put the boat to sea at 6 a.m.",
        "The union met at noon.",
        "Twelve miners were killed.",
        "The firm put the cost at $40 million.",
    ],
)
def test_other_figures_are_left_alone(sentence):
    assert revised_figures(sentence, 0) == ()


def test_a_house_that_takes_back_speaks_against_the_deed(newsroom):
    more = "\n\nA previous version of this page counted 21 dead."
    event = event_of(newsroom, toll(newsroom, "Reef Wire", 4, ("army", "official"), 12, more=more))
    (entry,) = event.contradicted_by
    assert entry.by == "Reef Wire"
    assert entry.what == "correction: A previous version of this page counted 21 dead."


def test_texts_without_a_correction_have_none():
    assert correction_in("The army corrected its aim.") is None


def test_who_puts_a_figure_on_the_victims_counts_those_of_the_deed(newsroom):
    n = newsroom
    lead = "Gunmen kidnapped seven drovers near Kossi on Monday"
    text = f"{lead}, the mayor said. The army confirmed the kidnapping but put the number of victims at five."
    event = n.Tells("ASSAULT", "kidnapped", [n.party("Gunmen")], [n.party("seven drovers", "MLI")], said=0,
                    place=n.town("Kossi", "MLI"))  # fmt: skip
    said = [
        n.Says(lead, [("mayor", "official")]),
        n.Says("the kidnapping", [("army", "official")], act="confirm"),
        n.Says("the number of victims at five", [("army", "official")]),
    ]
    event = event_of(n, n.report("Reef Wire", text, said=said, told=[event]))
    assert [(value.kind, value.value, value.by) for value in event.values] == [("count", 5, "army")]
