"""What every page and answer needs of the application: a reader of the store, and what the console is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.console.coding import CodingDesk
from reportedly.console.options import ConsoleOptions
from reportedly.console.readers import Readers
from reportedly.console.rendering import render
from reportedly.storage import Store

T = TypeVar("T")


class Context:
    """What one console has: its options, its readers, its coder.

    Attributes:
        options: What it shows, and to whom.
        desk: Codes texts that visitors send.
    """

    def __init__(self, options: ConsoleOptions) -> None:
        self.options = options
        self.desk = CodingDesk(options.settings, seconds=options.coding_seconds)
        self._readers = Readers(options.store, limit=options.readers)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Lend a reader for the length of a request."""
        with self._readers.borrow() as store:
            yield store

    def close(self) -> None:
        """Let go of the store and end the coder."""
        self._readers.close()
        self.desk.close()


def context_of(request: Request) -> Context:
    """Return the context of the application that a request goes to."""
    found: Context = request.app.state.context
    return found


def page(request: Request, template: str, *, at: str, title: str, **values: Any) -> HTMLResponse:
    """Return a page.

    Args:
        request: For what is shown.
        template: File below `templates/`.
        at: Which part of the console it belongs to, as the navigation names it.
        title: Of the page.
        values: For the template.
    """
    options = context_of(request).options
    return HTMLResponse(render(template, at=at, title=title, label=options.label, **values))


def found(value: T | None, what: str) -> T:
    """Return a value that is there.

    Raises:
        HTTPException: 404.
    """
    if value is None:
        raise HTTPException(404, f"there is no {what}")
    return value
