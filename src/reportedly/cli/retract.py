"""`reportedly retract`: take an article out for good."""

import os
from typing import Annotated

import typer

from reportedly.cli.filter_options import choose_store
from reportedly.cli.options import CommonOptions, LinkOptions, StoreOptions, gather, with_options
from reportedly.errors import StoreError

EXAMPLE = 'reportedly retract 5c2e0f4b8a1d7e96 --store news.db --reason "the publisher asked"'

ArticleId = Annotated[
    str, typer.Argument(metavar="ID", help="Of the article, as `reportedly events` shows it.", show_default=False)
]
Reason = Annotated[str | None, typer.Option(metavar="WORDS", help="Why, for those who ask later.")]


@with_options
def retract(
    id: ArticleId, store: StoreOptions, linking: LinkOptions, common: CommonOptions, reason: Reason = None
) -> None:  # fmt: skip
    """Take an article out of a store for good: every text of it, its claims, its events, and the search words.

    A tombstone stays (id, SHA-256 of the content, time, reason), and what was retracted is not added again.
    """
    settings = gather(store, linking, common)
    path = choose_store(settings, example=EXAMPLE)

    from reportedly.cli.clock import now
    from reportedly.cli.keeping import stone_words
    from reportedly.linking.families import load_families
    from reportedly.storage import Store
    from reportedly.wording.counting import counted
    from reportedly.wording.printable import printable

    with Store.open(path, write=True, create=False) as kept:
        stones = kept.retract(id, when=now(os.environ), reason=reason)
        earlier = kept.tombstone(id)
        kept.link(families=load_families(settings.families))
    if earlier is None:
        raise StoreError(str(path), f"holds no article {id!r}; `reportedly events` shows the ids, and so does `export`")
    if not settings.quiet:
        gone = f"{counted(len(stones), 'text')} retracted" if stones else f"{id} {stone_words(earlier)}"
        typer.echo(printable(gone))
