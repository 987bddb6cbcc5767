"""The codebook for people: the list of types, and one type with its modes, frames and examples."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from reportedly.cli.show.screen import open_console, print_labelled, print_unpadded, print_wrapped
from reportedly.cli.show.tables import QUAD_STYLES
from reportedly.coding.codebook import NAME, Codebook, Example, Frame, TypeEntry
from reportedly.wording.counting import counted
from reportedly.wording.printable import printable


def print_types(codebook: Codebook, stream: TextIO) -> None:
    """Print a line for each type."""
    console = open_console(stream)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("type", no_wrap=True)
    table.add_column("quad")
    for name in ("modes", "frames", "examples"):
        table.add_column(name, justify="right", no_wrap=True)
    for entry in codebook.types.values():
        counts = (len(entry.modes), len(entry.frames), len(entry.all_examples()))
        table.add_row(Text(entry.type, style=f"bold {QUAD_STYLES[entry.quad]}"), str(entry.quad), *map(str, counts))
    print_unpadded(table, console=console)
    print_wrapped(Text(f"\n{summary(codebook)}", style="bold"), console=console)


def summary(codebook: Codebook) -> str:
    """Return "PLOVER 2.0: 16 types, 310 frames, 420 examples, 37 contexts"."""
    entries = codebook.types.values()
    counts = (
        counted(len(codebook.types), "type"),
        counted(sum(len(entry.frames) for entry in entries), "frame"),
        counted(sum(len(entry.all_examples()) for entry in entries), "example"),
        counted(len(codebook.contexts), "context"),
    )
    return f"{NAME}: {', '.join(counts)}"


def print_type(entry: TypeEntry, stream: TextIO) -> None:
    """Print everything that the codebook says of one type."""
    console = open_console(stream)
    title = Text.assemble((entry.type, f"bold {QUAD_STYLES[entry.quad]}"), f"  {entry.quad}")
    print_wrapped(title, console=console)
    print_wrapped(Text(printable(entry.definition)), console=console)
    rows = ((label, Text(printable(words))) for label, words in _type_rows(entry))
    print_labelled(rows, console=console)


def _type_rows(entry: TypeEntry) -> Iterator[tuple[str, str]]:
    yield "recipient", "required" if entry.recipient_required else "not required"
    yield "CAMEO", entry.cameo
    yield "intensity", f"{entry.intensity:+g}"
    yield from _group("modes", (f"{name}: {mode.definition}" for name, mode in entry.modes.items()))
    yield from _group("rules", entry.boundaries)
    yield from _group("frames", (_frame_words(frame) for frame in entry.frames))
    yield from _group("examples", (_example_words(example) for example in entry.all_examples()))


def _group(label: str, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines):
        yield label if number == 0 else "", f"- {line}"


def _frame_words(frame: Frame) -> str:
    words = ", ".join(frame.verbs or frame.nouns or frame.adjectives)
    asked = [
        f"{label} {', '.join(lemmas)}"
        for label, lemmas in (
            ("with object", frame.objects),
            ("with preposition", frame.preps),
            ("with clause", frame.complements),
            ("without object", frame.without_objects),
            ("unless", frame.unless),
        )
        if lemmas
    ]
    decided = [] if frame.mode is None else [f"mode {frame.mode}"]
    return "; ".join([words, *asked, *decided])


def _example_words(example: Example) -> str:
    if example.trigger is None:
        return f"{example.text} → nothing"
    marked = example.text.replace(example.trigger, f"«{example.trigger}»", 1)
    return marked if example.type is None else f"{marked} → {example.type}"
