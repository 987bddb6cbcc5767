"""Lists of merged events: the same as the stories tell, page by page, and nothing left behind when a story goes."""

import sqlite3
from contextlib import closing

import pytest

from reportedly import Store
from reportedly.errors import SettingsError
from reportedly.storage import Filters
from reportedly.storage.listings import EventQuery, Sort
from reportedly.storage.listings.commonness import find_common

TABLES = (
    "listed_events",
    "listed_parties",
    "listed_countries",
    "listed_pairs",
    "listed_groups",
    "listed_origins",
    "listed_articles",
)


@pytest.fixture
def filled(store: Store, wire) -> Store:
    for report in wire.REPORTS:
        store.add(report)
    store.link()
    return store


def test_lines_tell_what_the_stories_tell(filled: Store) -> None:
    lines = {line.id: line for line in filled.listings.events(limit=200).rows}
    told = [event for line in filled.stories() for event in filled.story(line.id).events]
    assert set(lines) == {event.id for event in told}
    for event in told:
        line = lines[event.id]
        assert (line.type, line.actors, line.recipients) == (event.type, event.actors, event.recipients)
        assert (line.date, line.place, line.copies) == (event.date, event.place, event.copies)
        assert line.independent_origins == event.independent_origins
        assert line.disputed == bool(event.contradicted_by)
        backing = filled.backing([line.lead])[line.lead]
        assert (backing.merged, backing.articles) == (line.id, line.articles)


def test_a_line_quotes_its_leading_telling(filled: Store) -> None:
    (line,) = filled.listings.events(EventQuery(filters=Filters(type="PROTEST"))).rows
    assert line.quote[slice(*line.trigger)] in {"walked out", "strike"}
    report = filled.report(line.article)
    assert line.quote in report.article.text
    assert line.lead in {event.id for event in report.events}


def test_the_order_of_adding_does_not_matter(tmp_path, wire) -> None:
    found = []
    for name, reports in (("a", wire.REPORTS), ("b", wire.REPORTS[::-1])):
        with Store.open(tmp_path / f"{name}.db", write=True) as store:
            for report in reports:
                store.add(report)
            store.link()
            found.append([store.listings.events(EventQuery(sort=sort)).rows for sort in Sort])
    assert found[0] == found[1]


def test_retracting_and_recoding_leave_nothing_stale(filled: Store, wire, path) -> None:
    filled.recode(wire.FLOOD)
    filled.link()
    before = filled.listings.totals().events
    for report in wire.REPORTS:
        filled.retract(report.article.id, when="2026-11-23T00:00:00+00:00")
    filled.link()
    assert before == 5
    with closing(sqlite3.connect(path)) as connection:
        left = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
    assert left == dict.fromkeys(TABLES, 0)


def test_what_is_not_linked_yet_is_counted(store: Store, wire) -> None:
    store.add(wire.ROOT)
    assert (store.listings.totals().unlinked, store.listings.events().rows) == (1, ())


def test_counts_by_day_pair_and_place_add_up(filled: Store) -> None:
    listings = filled.listings
    total = listings.facets().total
    assert sum(count.events for count in listings.days()) == total
    both = [line for line in listings.events().rows if line.actors and line.recipients]
    assert sum(count.events for count in listings.pairs()) == len(both)
    assert listings.places() == []
    protests = EventQuery(filters=Filters(type="PROTEST"))
    assert [(count.day, count.events) for count in listings.days(protests)] == [("2026-04-13", 1)]


def test_parties_count_by_country_and_sector(filled: Store) -> None:
    groups = {(count.actor, count.recipient): count.events for count in filled.listings.groups()}
    assert groups == {("POL COP", "POL LAB"): 1, ("SEN", "MLI"): 1, ("URY GOV", "PRY GOV"): 1}
    assert len(filled.listings.groups(EventQuery(filters=Filters(country="MLI")))) == 1
    assert len(filled.listings.groups(limit=2)) == 2


def test_parties_of_one_group_count_once_and_strangers_not_at_all(store: Store, wire) -> None:
    text = "Herders and farmers of Mopti thanked two envoys of Niger on Tuesday, and a stranger waved."
    givers = [wire.party("herders", "MLI", "AGR"), wire.party("farmers", "MLI", "AGR")]
    told = [wire.Tells("SUPPORT", "thanked", givers, [wire.party("envoys", "NER"), wire.party("stranger")])]
    store.add(wire.report("Sahel Wire", text, told=told))
    store.link()
    assert [(count.actor, count.recipient, count.events) for count in store.listings.groups()] == [
        ("MLI AGR", "NER", 1)
    ]


def test_an_actor_has_its_counterparts(filled: Store) -> None:
    view = filled.listings.actor("URUGUAY")
    assert (view.line.name, view.line.countries, view.line.acting) == ("Uruguay", ("URY",), 1)
    assert [(other.name, other.acting) for other in view.counterparts] == [("Paraguay", True)]
    assert filled.listings.actor("urug") is None


def test_origins_tell_how_often_they_are_disputed(filled: Store) -> None:
    (strike,) = filled.listings.events(EventQuery(filters=Filters(type="PROTEST"))).rows
    names = filled.explain(strike.id).event.origins
    found = filled.listings.origins([*names, "Nobody"])
    assert set(found) == set(names)
    assert all(origin.disputed <= origin.events for origin in found.values())


@pytest.mark.parametrize(
    "cursor", ["", "x", "%%%", "bnVsbA", "WyJuZXdlc3QiLDEsMl0", "WyJ0b2xkIiwiYSIsImIiXQ", "W1tbW1s"]
)
def test_a_cursor_of_another_list_is_refused(filled: Store, cursor: str) -> None:
    with pytest.raises(SettingsError, match="cursor"):
        filled.listings.events(after=cursor)


@pytest.mark.parametrize("share", [1, 10, 10**6])
@pytest.mark.parametrize("words", ["the", "greengrocer", "dockers OR flood", "nothing AND whatever"])
def test_common_words_and_rare_ones_find_alike(
    filled: Store, monkeypatch: pytest.MonkeyPatch, words: str, share: int
) -> None:
    monkeypatch.setattr("reportedly.storage.listings.commonness.SHARE", share)
    query = EventQuery(filters=Filters(text=words))
    told = {event.id for report in filled.events(Filters(text=words)) for event in report.events}
    merged = {backing.merged for backing in filled.backing(told).values()}
    assert {line.id for line in filled.listings.events(query, limit=200).rows} == merged
    assert filled.listings.facets(query).total == len(merged)


@pytest.mark.parametrize(
    "filters",
    [
        {"actor": "dock"}, {"recipient": "o"}, {"source": "a"}, {"source": "brzoza"}, {"source": "nobody"},
        {"actor": "a", "country": "POL"}, {"source": "o", "text": "the"}, {"actor": "e", "since": "2026-04"},
    ],
)  # fmt: skip
def test_common_names_and_rare_ones_find_and_count_alike(
    filled: Store, monkeypatch: pytest.MonkeyPatch, filters: dict[str, str]
) -> None:
    query = EventQuery(filters=Filters(**filters))
    found = []
    for share in (1, 10**6):
        monkeypatch.setattr("reportedly.storage.listings.commonness.SHARE", share)
        found.append((filled.listings.events(query), filled.listings.facets(query)))
    assert found[0] == found[1]
    assert found[0][1].total == len(found[0][0].rows)


@pytest.mark.parametrize("name", ["actor", "recipient", "source", "text"])
def test_what_fits_a_tenth_of_the_articles_is_common(filled: Store, name: str) -> None:
    assert find_common(filled._connection, Filters(**{name: "a"})) == {name}
    assert find_common(filled._connection, Filters(**{name: "zwieback"}, type="AID")) == frozenset()


def test_common_words_are_looked_for_in_the_articles_of_each_event_alone(filled: Store) -> None:
    query = EventQuery(filters=Filters(text="the"), common=frozenset({"text"}))
    (condition,) = query.conditions_elsewhere()
    plan = filled._connection.execute(
        f"EXPLAIN QUERY PLAN SELECT 1 FROM listed_events WHERE {condition}", query.values()
    )
    steps = [step for *_, step in plan]
    assert [step for step in steps if "listed_articles" in step] == [
        "SEARCH listed_articles USING PRIMARY KEY (merged=?)"
    ]


@pytest.mark.parametrize("newest", [0, 1, 300])
@pytest.mark.parametrize("wanted", [Filters(), Filters(country="POL"), Filters(text="the")], ids=str)
def test_pages_of_stories_are_the_whole_list(
    filled: Store, monkeypatch: pytest.MonkeyPatch, wanted: Filters, newest: int
) -> None:
    monkeypatch.setattr("reportedly.storage.stories.NEWEST", newest)
    whole = list(filled.stories(wanted))
    found = []
    page = filled.listings.stories(wanted, limit=1)
    while True:
        found += page.rows
        if page.next is None:
            break
        page = filled.listings.stories(wanted, limit=1, after=page.next)
    assert found == whole
    assert whole


@pytest.mark.parametrize("name", ["stories", "sources", "claims", "articles", "actors"])
def test_every_list_refuses_the_cursor_of_another(filled: Store, name: str) -> None:
    of_events = filled.listings.events(limit=1).next
    assert of_events is not None
    with pytest.raises(SettingsError, match="is not one that this list has given"):
        getattr(filled.listings, name)(after=of_events)


@pytest.mark.parametrize("name", ["quad", "standing", "modality"])
def test_a_choice_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(SettingsError, match=f"no {name} is called 'purple'"):
        EventQuery(**{name: "purple"})


def test_a_search_shows_the_words_where_they_stand(filled: Store) -> None:
    (line,) = filled.listings.articles("greengrocer").rows
    assert [line.passage[slice(*span)] for span in line.found] == ["greengrocer"]


def test_a_reader_sees_one_state_while_another_writes(filled: Store, path, wire) -> None:
    with Store.open(path) as reader, reader.snapshot():
        before = reader.listings.totals()
        filled.retract(wire.ROOT.article.id, when="2026-11-23T00:00:00+00:00")
        assert reader.listings.totals() == before
    with Store.open(path) as reader:
        assert reader.listings.totals().articles == before.articles - 1
