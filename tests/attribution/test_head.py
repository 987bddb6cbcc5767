"""The head of a chain: publisher and credits, and how who says it follows."""

import pytest

from reportedly.attribution.head import below_head
from reportedly.records import Source, SourceKind

HERALD = Source(name="Delta Herald", kind=SourceKind.OUTLET)
NAMED = Source(name="Delta Herald", kind=SourceKind.OUTLET, span=(40, 52))
MEMO = Source(name="memo", kind=SourceKind.DOCUMENT, span=(10, 14))
SITE = Source(name="Riverline", kind=SourceKind.PUBLISHER)


@pytest.mark.parametrize(
    ("head", "chain", "whole"),
    [
        ((SITE, HERALD), (NAMED, MEMO), (SITE, NAMED, MEMO)),
        ((SITE, HERALD), (MEMO,), (SITE, HERALD, MEMO)),
        ((SITE,), (NAMED, MEMO), (SITE, NAMED, MEMO)),
        ((HERALD,), (), (HERALD,)),
        ((), (MEMO,), (MEMO,)),
    ],
)
def test_a_credited_agency_that_cites_itself_stands_once(
    head: tuple[Source, ...], chain: tuple[Source, ...], whole: tuple[Source, ...]
) -> None:
    assert below_head(head, chain) == whole
