"""The console that everything for people is printed on, and the blocks of labelled lines they read."""

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console, RenderableType
from rich.text import Text

#: Wider lines than this are hard to read, however wide the terminal.
WIDEST = 100
#: A narrower terminal loses the indentation of blocks, and tables become blocks.
NARROW = 50
#: However narrow the terminal, words keep this much room.
LEAST = 12
INDENT = 4
#: Room for the longest label, so that blocks below one another line up.
LABELS = 9


def open_console(stream: TextIO) -> Console:
    """Return a console that takes text as it is: no markup, no emoji codes, no guessed highlighting."""
    natural = Console(file=stream).width
    return Console(file=stream, width=min(natural, WIDEST), markup=False, emoji=False, highlight=False)


def has_colour(console: Console) -> bool:
    """Tell whether styles can be seen; else words are marked with signs."""
    return console.color_system is not None and not console.no_color


def joined(separator: str, texts: Iterable[Text]) -> Text:
    """Join texts with a dim separator; Rich's own `join` would dim the texts too."""
    result = Text()
    for number, text in enumerate(texts):
        if number:
            result.append(separator, style="dim")
        result.append_text(text)
    return result


def print_labelled(rows: Iterable[tuple[str, Text]], *, console: Console) -> None:
    """Print labelled lines; those without text are left out, long ones hang below their beginning."""
    indent = 0 if console.width < NARROW else INDENT
    for label, text in rows:
        if text:
            print_wrapped(text, head=" " * indent + f"{label:<{LABELS}} ", console=console)


def print_wrapped(text: Text, *, console: Console, head: str = "") -> None:
    """Print a text within the console's width, without spaces at the ends of lines; later lines hang below `head`."""
    for number, line in enumerate(text.wrap(console, max(console.width - len(head), LEAST))):
        line.rstrip()
        console.print(Text.assemble((head if number == 0 else " " * len(head), "dim"), line), soft_wrap=True)


def print_unpadded(renderable: RenderableType, *, console: Console) -> None:
    """Print a table; outside a terminal without the spaces that fill its lines, which only burden files and diffs."""
    if console.is_terminal:
        console.print(renderable)
        return
    with console.capture() as capture:
        console.print(renderable)
    for line in capture.get().splitlines():
        console.print(Text(line.rstrip()), soft_wrap=True)
