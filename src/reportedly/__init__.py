"""Newswire to attributed political event data: who did what to whom, and who said so.

    import reportedly

    coder = reportedly.Coder()
    for article in reportedly.read("page.html"):
        report = coder.code(article)

Records and errors are imported at once, the coder and the readers (spaCy, lxml) when they are first asked for.
"""

from typing import TYPE_CHECKING, Any

from reportedly.errors import (
    CodebookError,
    FetchError,
    ModelError,
    ReadError,
    RecordError,
    ReportedlyError,
    SettingsError,
    StoreError,
)
from reportedly.records import (
    Actor,
    Article,
    Claim,
    Date,
    Event,
    Failure,
    Item,
    Mention,
    Place,
    Quantity,
    Relation,
    Report,
    Source,
    Story,
)

if TYPE_CHECKING:
    from reportedly.coder import Coder
    from reportedly.gathering import read, read_all
    from reportedly.settings import Settings
    from reportedly.storage import Store

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Article",
    "Claim",
    "CodebookError",
    "Coder",
    "Date",
    "Event",
    "Failure",
    "FetchError",
    "Item",
    "Mention",
    "ModelError",
    "Place",
    "Quantity",
    "ReadError",
    "RecordError",
    "Relation",
    "Report",
    "ReportedlyError",
    "Settings",
    "SettingsError",
    "Source",
    "Store",
    "StoreError",
    "Story",
    "read",
    "read_all",
]

#: Where the names live that are heavy to import.
_LATE = {
    "Coder": "reportedly.coder",
    "Settings": "reportedly.settings",
    "Store": "reportedly.storage",
    "read": "reportedly.gathering",
    "read_all": "reportedly.gathering",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATE[name]), name)
