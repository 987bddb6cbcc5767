"""`reportedly codebook`: the event ontology, shown, tried and held to its own examples."""

import sys
from typing import Annotated

import typer

from reportedly.cli.options import CommonOptions, MemoryOptions, ModelOptions, gather, with_options
from reportedly.errors import SettingsError

EXAMPLES = {
    "list": "reportedly codebook list",
    "show": "reportedly codebook show ASSAULT",
    "try": 'reportedly codebook try "Chad asked France for helicopters on Monday."',
    "check": "reportedly codebook check --codebook my-codebook/",
}
CODES_OTHERWISE = 1

TypeName = Annotated[str, typer.Argument(metavar="TYPE", help="A PLOVER type: ASSAULT, CONSULT …", show_default=False)]
Sentence = Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, or several.", show_default=False)]


@with_options
def list_types(model: ModelOptions, common: CommonOptions) -> None:
    """List the event types with the counts of their modes, frames and examples."""
    settings = gather(model, common)
    from reportedly.cli.show.codebook_view import print_types
    from reportedly.coding.codebook import Codebook

    print_types(Codebook.load(settings.codebook), sys.stdout)


@with_options
def show(name: TypeName, model: ModelOptions, common: CommonOptions) -> None:
    """Show one event type: definition, modes, boundaries, frames and examples."""
    settings = gather(model, common)
    from reportedly.cli.show.codebook_view import print_type
    from reportedly.coding.codebook import Codebook

    codebook = Codebook.load(settings.codebook)
    found = next((entry for kind, entry in codebook.types.items() if kind == name.upper()), None)
    if found is None:
        raise SettingsError(f"no event type is called {name!r}; there are {', '.join(codebook.types)}")
    print_type(found, sys.stdout)


@with_options
def try_sentence(sentence: Sentence, model: ModelOptions, memory: MemoryOptions, common: CommonOptions) -> None:
    """Code a sentence and show each event with the reasons for it."""
    settings = gather(model, memory, common)
    from reportedly.cli.show.screen import open_console
    from reportedly.cli.show.tables import print_report
    from reportedly.coder import Coder

    print_report(Coder(settings).code(sentence), console=open_console(sys.stdout), why=True)


@with_options
def check(model: ModelOptions, common: CommonOptions) -> None:
    """Code every example of the codebook; exit status 1, and a list, when one does not code as marked."""
    settings = gather(model, common)
    from reportedly.cli.show.codebook_view import summary
    from reportedly.coder import Coder
    from reportedly.coding.codebook import Codebook
    from reportedly.coding.examples import find_mistakes
    from reportedly.wording.printable import printable

    codebook = Codebook.load(settings.codebook)
    wrong = 0
    for mistake in find_mistakes(codebook, coder=Coder(settings)):
        wrong += 1
        typer.echo(f"{mistake.type}: {printable(mistake.found)}\n    {printable(mistake.text)}")
    if not settings.quiet:
        typer.echo(f"{summary(codebook)}; {wrong or 'no'} disagreement{'' if wrong == 1 else 's'} with the marks")
    if wrong:
        raise typer.Exit(CODES_OTHERWISE)
