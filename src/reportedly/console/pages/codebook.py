"""The codebook: what the types of events mean, and by which words they are found."""

from functools import cache

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.coding.codebook import NAME, Codebook
from reportedly.console.context import context_of, found, page
from reportedly.resources import load_yaml

router = APIRouter(include_in_schema=False)


@router.get("/codebook")
def codebook(request: Request) -> HTMLResponse:
    """Return the types."""
    return page(request, "codebook.html", at="codebook", title="Codebook", name=NAME, book=_load(request))


@router.get("/codebook/{type}")
def event_type(request: Request, type: str) -> HTMLResponse:
    """Return one type with its frames and examples."""
    types = {str(name): entry for name, entry in _load(request).types.items()}
    entry = found(types.get(type.upper()), f"type {type!r}")
    return page(request, "codebook_type.html", at="codebook", title=str(entry.type), entry=entry)


@router.get("/reasons")
def reasons(request: Request) -> HTMLResponse:
    """Return what the reason codes of events mean."""
    return page(request, "reasons.html", at="codebook", title="Reason codes", reasons=load_yaml("reasons.yaml"))


def _load(request: Request) -> Codebook:
    return _codebook(context_of(request).options.settings.codebook)


_codebook = cache(Codebook.load)
