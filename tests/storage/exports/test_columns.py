"""CSV rows: a stable header, and cells that no spreadsheet runs."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from reportedly.records import Act, Date, Precision
from reportedly.storage.exports.columns import (
    ARTICLE_COLUMNS,
    CLAIM_COLUMNS,
    EVENT_COLUMNS,
    article_rows,
    claim_rows,
    event_rows,
    header,
    safe,
)

# A change that is not an addition at the end breaks somebody's script.
EVENT_HEADER = (
    "article_id,url,title,publisher,published,event_id,type,mode,contexts,quad,intensity,cameo,actors,actor_countries,"
    "actor_sectors,recipients,recipient_countries,recipient_sectors,date_start,date_end,date_precision,place,place_kind,"
    "place_country,lat,lon,items,quantities,standing,modality,factuality,claim_id,sources,origin,trigger,evidence,"
    "trigger_start,trigger_end,mentions,confidence,why,genre"
)
CLAIM_HEADER = (
    "article_id,url,claim_id,sources,source_kinds,cue,content,kind,act,factuality,parent,date_start,date_end,"
    "quantities,denies,unverified"
)


def test_the_header_is_stable() -> None:
    assert ",".join(header(EVENT_COLUMNS)) == EVENT_HEADER
    assert ",".join(header(CLAIM_COLUMNS)) == CLAIM_HEADER


def test_an_event_row_tells_the_event(build: SimpleNamespace) -> None:
    (values,) = event_rows(build.a_report())
    row = dict(zip(header(EVENT_COLUMNS), values, strict=True))
    assert row["type"] == "ASSAULT"
    assert row["actor_sectors"] == "MIL"
    assert row["date_start"] == "2025-03-03"
    assert row["place"] == "Iquitos"
    assert row["quantities"] == "killed: at least nine people"
    assert row["sources"] == "Harbour Post; Meridian Wire; Officials"
    assert row["origin"] == "Officials"
    assert row["trigger"] == "shelled"
    assert row["intensity"] == -9.0


def test_absent_values_are_empty_cells(build: SimpleNamespace) -> None:
    event = build.an_event(date=Date(start=None, end=None, precision=Precision.RANGE), place=None, sources=())
    (values,) = event_rows(build.a_report(events=(event,)))
    row = dict(zip(header(EVENT_COLUMNS), values, strict=True))
    assert (row["date_start"], row["place"], row["origin"], row["sources"]) == (None, None, None, "")


def test_a_claim_row_tells_the_claim(build: SimpleNamespace) -> None:
    (values,) = claim_rows(build.a_report())
    row = dict(zip(header(CLAIM_COLUMNS), values, strict=True))
    assert (row["sources"], row["source_kinds"]) == ("Radio Amazonas; Ana Quispe", "outlet; official")
    assert (row["cue"], row["content"]) == ("told", "“We condemn the attack,”")


def test_a_claim_row_tells_denial_and_doubt(build: SimpleNamespace) -> None:
    first = build.a_claim()
    second = replace(first, id="claim2", act=Act.DENY, denies=first.id, unverified=True)
    report = build.a_report(claims=(first, second))
    rows = [dict(zip(header(CLAIM_COLUMNS), values, strict=True)) for values in claim_rows(report)]
    assert [(row["denies"], row["unverified"]) for row in rows] == [(None, "false"), (first.id, "true")]


def test_an_article_row_tells_the_article(build: SimpleNamespace) -> None:
    (values,) = article_rows(build.an_article())
    row = dict(zip(header(ARTICLE_COLUMNS), values, strict=True))
    assert (row["publisher"], row["credits"], row["furniture"]) == ("Harbour Post", "Meridian Wire", 1)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@cmd", "'@cmd"),
        ("\t=1", "'\t=1"),
        ("a=1", "a=1"),
        ("", ""),
        (None, None),
        (-9.0, -9.0),
    ],
)
def test_a_text_that_looks_like_a_formula_becomes_text(value: object, cell: object) -> None:
    assert safe(value) == cell


def test_hostile_titles_are_guarded_in_rows(build: SimpleNamespace) -> None:
    article = build.an_article(title='=HYPERLINK("http://evil.example")')
    (values,) = event_rows(build.a_report(article=article))
    assert values[2] == '\'=HYPERLINK("http://evil.example")'
