"""The command `reportedly`: its parts, and how it ends.

Exit status: 0 all read; 1 some inputs failed, or the work did; 2 wrong usage; 130 interrupted. Commands import what
they need when they run: `reportedly --help` loads no model and no parser.
"""

import logging
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from reportedly import __version__
from reportedly.cli import (
    actors,
    add,
    claims,
    code,
    codebook,
    doctor,
    events,
    explain,
    export,
    furniture,
    plot,
    read,
    recode,
    retract,
    schema,
    serve,
    source_list,
    stories,
    verify,
    watch,
)
from reportedly.errors import CodebookError, ReportedlyError, SettingsError

logger = logging.getLogger(__name__)

WRONG_USAGE = 2
FAILED = 1
INTERRUPTED = 130


class Commands(TyperGroup):
    """Runs a command and turns what ends it early into an exit status and at most one line."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that stands on the command line."""
        try:
            return self._invoke_and_flush(ctx)
        except BrokenPipeError:
            # Whoever read the output has seen enough.
            _discard_output()
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except ReportedlyError as error:
            _print_error(str(error))
            raise typer.Exit(WRONG_USAGE if isinstance(error, SettingsError | CodebookError) else FAILED) from None
        except OSError as error:
            # What the reader cannot read is a Failure: what is left is an output that cannot be written, a full disk.
            logger.debug("ended by the system", exc_info=True)
            _print_error(f"{error.filename or 'output'}: {error.strerror or error}")
            _discard_output()
            raise typer.Exit(FAILED) from None

    def _invoke_and_flush(self, ctx: Any) -> Any:
        # Left to the end of the process, a flush into a closed pipe could no longer be caught.
        try:
            return super().invoke(ctx)
        finally:
            sys.stdout.flush()


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    # Plain help: the same text on every terminal and in docs/commands.md, and nothing to load for it.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reportedly {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
]


@app.callback(epilog="\b\nExample:\n  reportedly code --samples")
def reportedly(version: Version = False) -> None:
    """Newswire to attributed political event data: who did what to whom, and who said so.

    Options may also stand in reportedly.toml in the current folder, or in the environment (REPORTEDLY_WORKERS=2).
    """


def _discard_output() -> None:
    # Python flushes what is left once more at its end: let that go nowhere.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _print_error(message: str) -> None:
    from reportedly.cli.show.counts import print_error

    print_error(" ".join(message.split()), stream=sys.stderr)


codebook_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(codebook_app, name="codebook", help="The event ontology: list, show, try and check it.")

actors_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(actors_app, name="actors", help="What is known of names from other texts: learn it from a corpus.")

furniture_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(furniture_app, name="furniture", help="What publishers repeat around their articles: learn it.")

for parent, name, command, example in (
    (app, "code", code.code, code.EXAMPLE),
    (app, "read", read.read, read.EXAMPLE),
    (app, "claims", claims.claims, claims.EXAMPLE),
    (app, "add", add.add, add.EXAMPLE),
    (app, "watch", watch.watch, watch.EXAMPLE),
    (app, "events", events.events, events.EXAMPLE),
    (app, "stories", stories.stories, stories.EXAMPLE),
    (app, "explain", explain.explain, explain.EXAMPLE),
    (app, "sources", source_list.sources, source_list.EXAMPLE),
    (app, "retract", retract.retract, retract.EXAMPLE),
    (app, "recode", recode.recode, recode.EXAMPLE),
    (app, "export", export.export, export.EXAMPLE),
    (app, "plot", plot.plot, plot.EXAMPLE),
    (app, "serve", serve.serve, serve.EXAMPLE),
    (app, "schema", schema.schema, schema.EXAMPLE),
    (app, "doctor", doctor.doctor, doctor.EXAMPLE),
    (app, "verify", verify.verify, verify.EXAMPLE),
    (actors_app, "learn", actors.learn, actors.EXAMPLE),
    (furniture_app, "learn", furniture.learn, furniture.EXAMPLE),
    (codebook_app, "list", codebook.list_types, codebook.EXAMPLES["list"]),
    (codebook_app, "show", codebook.show, codebook.EXAMPLES["show"]),
    (codebook_app, "try", codebook.try_sentence, codebook.EXAMPLES["try"]),
    (codebook_app, "check", codebook.check, codebook.EXAMPLES["check"]),
):
    parent.command(name, epilog=f"\b\nExample:\n  {example}")(command)


def run() -> None:
    """Run the command line; the entry point of the package."""
    app(prog_name="reportedly")
