"""`reportedly explain`: why an event is held to have happened, and on whose authority."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.filter_options import choose_store
from reportedly.cli.options import CommonOptions, StoreOptions, gather, with_options

EXAMPLE = "reportedly explain 5c2e0f4b --store news.db --format md --out report.md"


class ExplainFormat(StrEnum):
    """How an explanation is written."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


EventId = Annotated[
    str,
    typer.Argument(
        metavar="EVENT_ID", help="As `reportedly events` shows it; its first six characters may do.", show_default=False
    ),
]
Form = Annotated[ExplainFormat, typer.Option("--format", "-f", help="For the screen, for machines, or Markdown.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file; it appears whole or not at all.")]
PolicyFile = Annotated[
    Path | None,
    typer.Option(
        "--policy", metavar="FILE", help="How reliable you hold sources to be, A to F (docs/store.md); F without it."
    ),
]


@with_options
def explain(
    id: EventId,
    store: StoreOptions,
    common: CommonOptions,
    format: Form = ExplainFormat.TEXT,
    policy: PolicyFile = None,
    out: Out = None,
) -> None:
    """Explain an event: evidence, who told whom, on how many independent origins it rests, what speaks against it.

    Copies are folded into the article that they go back to, figures stand by who gives them, and the last lines say
    what would change the judgement.
    """
    settings = gather(store, common)
    path = choose_store(settings, example=EXAMPLE)

    from reportedly.cli.output import open_output
    from reportedly.cli.show.explanation import print_explanation
    from reportedly.cli.show.explanation_md import markdown
    from reportedly.linking.policy import Policy
    from reportedly.storage import Store

    judging = Policy() if policy is None else Policy.load(policy)
    with Store.open(path) as kept:
        explanation = kept.explain(id, policy=judging)
    with open_output(out) as stream:
        if format is ExplainFormat.TEXT:
            print_explanation(explanation, stream)
        elif format is ExplainFormat.JSON:
            stream.write(f"{explanation.to_json(indent=2)}\n")
        else:
            stream.writelines(f"{line}\n" for line in markdown(explanation))
    if out is not None and not settings.quiet:
        typer.echo(f"→ {out}", file=sys.stderr)
