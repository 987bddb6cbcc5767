"""The chain of sources on one line: "MENAFN ← Khaama Press ← CNN ← analysts (expert, not named)"."""

from rich.text import Text

from reportedly.cli.show.actors import codes
from reportedly.cli.show.screen import joined
from reportedly.records import Source, SourceKind
from reportedly.wording.printable import printable

ARROW = " ← "
#: Kinds that the name itself makes plain.
PLAIN_KINDS = frozenset(
    {SourceKind.PUBLISHER, SourceKind.OUTLET, SourceKind.WIRE, SourceKind.PERSON, SourceKind.UNNAMED}
)


def chain_text(sources: tuple[Source, ...]) -> Text:
    """Return the chain, nearest the reader first; the origin, which it all rests on, is bold and explained."""
    if not sources:
        return Text("the article itself", style="dim")
    hops = [Text(printable(source.name)) for source in sources]
    hops[-1].stylize("bold")
    hops[-1].append(_remarks(sources[-1]), style="not bold dim")
    return joined(ARROW, hops)


def names_text(names: tuple[str, ...]) -> Text:
    """Return names alone as a chain: a publisher and whom it credits."""
    return joined(ARROW, (Text(printable(name)) for name in names))


def _remarks(source: Source) -> str:
    remarks = [
        source.title or "",
        "" if source.actor is None else codes(source.actor),
        "" if source.kind in PLAIN_KINDS else str(source.kind),
        "not named" if source.anonymous and source.kind is not SourceKind.UNNAMED else "",
        "has a stake" if source.interested else "",
    ]
    told = source.name.casefold()
    kept: list[str] = []
    for remark in remarks:
        # "senior officials (senior officials, official)" would tell the same three times.
        if remark and remark.casefold() not in told:
            kept.append(printable(remark))
            told = f"{told}, {remark.casefold()}"
    return f" ({', '.join(kept)})" if kept else ""
