"""What `add` and `recode` share: what goes into a store, what stays out and why, and the closing line."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TextIO

from reportedly.cli.clock import now
from reportedly.cli.show.counts import print_error
from reportedly.errors import RecordError
from reportedly.linking.families import Families
from reportedly.records import Article, CoderInfo, Failure, Report
from reportedly.resources import codebook_digest
from reportedly.settings import Settings
from reportedly.storage import LinkCounts, Outcome, Run, Store, Tombstone
from reportedly.wording.counting import counted

#: The settings that can change what is found; their values stand in the run.
TELLING = ("pipeline", "codebook", "actors", "furniture")
#: Articles are linked after each so many: often enough that an interruption leaves little to do, seldom enough that a
#: story which all of them touch is told once.
LINK_EVERY = 100
SOME_FAILED = 1
ALL_KEPT = 0


def begun_run(coder: CoderInfo, settings: Settings, *, environ: Mapping[str, str]) -> Run:
    """Return the run that a coder begins now."""
    values = {name: getattr(settings, name) for name in TELLING}
    told = {name: str(value) for name, value in values.items() if value is not None}
    return Run(coder=coder, codebook_digest=codebook_digest(), settings=told, started=now(environ))


def new_articles(
    articles: Iterable[Article | Failure], *, store: Store, tally: "AddTally"
) -> Iterator[Article | Failure]:
    """Yield what is worth coding: failures go through, what is known or was retracted is counted and left out."""
    for article in articles:
        if isinstance(article, Failure):
            yield article
            continue
        try:
            outcome = store.look_up(article)
        except RecordError as error:
            yield Failure(input=label_of(article), reason=str(error))
            continue
        if outcome is None:
            yield article
        else:
            tally.leave_out(article, outcome, stone=store.tombstone(article.id))


@dataclass(slots=True)
class KeepingTally:
    """Counts what failed, and names each failure.

    Attributes:
        errors: Where failures are named.
        failed: How many inputs failed.
        events: How many events were kept.
        claims: How many claims were kept.
    """

    errors: TextIO
    failed: int = 0
    events: int = 0
    claims: int = 0

    @property
    def status(self) -> int:
        """The exit status."""
        return SOME_FAILED if self.failed else ALL_KEPT

    def fail(self, failure: Failure) -> None:
        """Name and count a failure."""
        self.failed += 1
        print_error(f"{failure.input}: {failure.reason}", stream=self.errors)

    def found(self, report: Report) -> None:
        """Count what a kept report holds."""
        self.events += len(report.events)
        self.claims += len(report.claims)

    def what_was_found(self) -> str:
        """Return "12 events, 9 claims"."""
        return f"{counted(self.events, 'event')}, {counted(self.claims, 'claim')}"

    def what_failed(self) -> list[str]:
        """Return "1 input failed", or nothing."""
        return [f"{counted(self.failed, 'input')} failed"] if self.failed else []


@dataclass(slots=True)
class AddTally(KeepingTally):
    """What became of the articles that were to be added.

    Attributes:
        families: Which publishers are one house or one group; None for the packaged ones.
        outcomes: How many articles came to each end.
    """

    families: Families | None = None
    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))

    def keep(self, report: Report | Failure, *, store: Store) -> None:
        """Add a report to the store, and count what became of it; a failure is noted there."""
        if isinstance(report, Failure):
            self.note(report, store=store)
            return
        try:
            outcome = store.add(report)
        except RecordError as error:
            self.note(Failure(input=label_of(report.article), reason=str(error)), store=store)
            return
        if outcome in {Outcome.ADDED, Outcome.REVISED}:
            self.outcomes[outcome] += 1
            self.found(report)
            if self.new % LINK_EVERY == 0:
                store.link(families=self.families)
        else:
            self.leave_out(report.article, outcome, stone=store.tombstone(report.article.id))

    def note(self, failure: Failure, *, store: Store) -> None:
        """Name, count and keep a failure."""
        self.fail(failure)
        store.note_failure(failure, when=now(os.environ))

    def leave_out(self, article: Article, outcome: Outcome, *, stone: Tombstone | None) -> None:
        """Count an article that is not added; one that was retracted is named."""
        self.outcomes[outcome] += 1
        if stone is not None:
            print_error(f"{label_of(article)}: {stone_words(stone)}; not added", stream=self.errors)

    @property
    def new(self) -> int:
        """How many articles were added."""
        return self.outcomes[Outcome.ADDED] + self.outcomes[Outcome.REVISED]

    def summary(self, *, outdated: int, links: LinkCounts | None = None) -> str:
        """Return the closing line.

        Args:
            outdated: How many articles of the store another coder has coded.
            links: What the store's articles have in common; left out when nothing was added.
        """
        parts = [f"{counted(self.new, 'article')} added, {self.what_was_found()}"]
        if revised := self.outcomes[Outcome.REVISED]:
            parts.append(f"{revised:,} of them another text of an article that was there")
        if known := self.outcomes[Outcome.KNOWN]:
            parts.append(f"{counted(known, 'article')} known already")
        if retracted := self.outcomes[Outcome.RETRACTED]:
            parts.append(f"{counted(retracted, 'article')} retracted before")
        if outdated:
            parts.append(f"{counted(outdated, 'article')} coded in another way (`reportedly recode`)")
        if links is not None and self.new:
            stories = counted(links.stories, "story", plural="stories")
            parts.append(f"{stories}, {counted(links.copies, 'copy', plural='copies')} in the store")
        return "; ".join([*parts, *self.what_failed()])


@dataclass(slots=True)
class RecodeTally(KeepingTally):
    """What became of the articles that were to be coded again.

    Attributes:
        recoded: How many were.
    """

    recoded: int = 0

    def keep(self, report: Report | Failure, *, store: Store) -> None:
        """Replace what was found in an article; one that was retracted meanwhile is passed over."""
        if isinstance(report, Failure):
            self.fail(report)
        elif store.recode(report):
            self.recoded += 1
            self.found(report)

    def summary(self) -> str:
        """Return the closing line."""
        if not self.recoded and not self.failed:
            return "everything is coded in this way already"
        return "; ".join(
            [f"{counted(self.recoded, 'article')} coded again, {self.what_was_found()}", *self.what_failed()]
        )


def label_of(article: Article) -> str:
    """Return what an article is called in a message."""
    return article.url or article.title or article.id


def stone_words(stone: Tombstone) -> str:
    """Return "was retracted on 2026-11-22T20:00:00+00:00: the publisher asked"."""
    reason = "" if stone.reason is None else f": {stone.reason}"
    return f"was retracted on {stone.retracted}{reason}"
