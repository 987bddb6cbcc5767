"""Several who are named as one source are several voices; a body whose name has an "and" is one."""

import pytest

from reportedly.linking.together import parts_of
from reportedly.records import Source, SourceKind


@pytest.mark.parametrize(
    ("name", "kind", "parts"),
    [
        ("party and a hospital source", "organisation", ["party", "hospital source"]),
        ("two security sources and an engineer", "official", ["security sources", "engineer"]),
        ("company and union officials", "organisation", ["company", "union officials"]),
        ("ministry of trade and industry", "official", ["ministry of trade and industry"]),
        ("Trinidad and Tobago", "official", ["Trinidad and Tobago"]),
        ("search and rescue team", "organisation", ["search and rescue team"]),
        ("police and army", "document", ["police and army"]),
    ],
)
def test_who_speaks_together_is_told_apart(name, kind, parts):
    found = parts_of(Source(name=name, span=None, kind=SourceKind(kind)))
    assert [part.name for part in found] == parts


def test_one_of_many_has_no_name():
    party, source = parts_of(Source(name="party and a hospital source", span=None, kind=SourceKind.ORGANISATION))
    assert not party.anonymous
    assert source.anonymous
