"""Options of the commands that list what a store holds."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.errors import SettingsError

if TYPE_CHECKING:
    from reportedly.settings import Settings
    from reportedly.storage import Filters

DAY = "YEAR[-MONTH[-DAY]]"

Limit = Annotated[int | None, typer.Option(min=0, metavar="NUMBER", help="List at most so many.")]


@dataclass(frozen=True, slots=True)
class FilterOptions:
    """What to list; of two filters, both must hold."""

    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who did it: part of a name; case and accents do not count.")
    ] = None
    recipient: Annotated[str | None, typer.Option(metavar="NAME", help="To whom: part of a name.")] = None
    type: Annotated[str | None, typer.Option("--type", metavar="TYPE", help="PLOVER type: ASSAULT, CONSULT …")] = None
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Of an actor, a recipient or the place: VEN, IGO.")
    ] = None
    since: Annotated[str | None, typer.Option(metavar=DAY, help="Not over before this day, month or year.")] = None
    until: Annotated[str | None, typer.Option(metavar=DAY, help="Begun by the end of this day, month or year.")] = None
    text: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS",
            help='Only articles with these words in title or text: two words, "a phrase", AND, OR, NOT, begin*.',
        ),
    ] = None
    source: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so: part of a name.")] = None
    revisions: Annotated[
        bool, typer.Option("--revisions", help="Also what earlier texts of an article said, before it was changed.")
    ] = False

    def chosen(self) -> "Filters":
        """Return the filters.

        Raises:
            SettingsError: One of them makes no sense.
        """
        from reportedly.storage import Filters

        return Filters(**asdict(self))

    @property
    def are_given(self) -> bool:
        """Whether anything is narrowed."""
        return self != FilterOptions()


def choose_store(settings: "Settings", *, example: str) -> Path:
    """Return the store that a command works on.

    Args:
        settings: Of the command.
        example: How the command is used, for the message.

    Raises:
        SettingsError: None is given, on the command line or in the settings.
    """
    if settings.store is None:
        raise SettingsError(f"no --store given; for example: {example}")
    return settings.store
