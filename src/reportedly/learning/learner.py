"""Learns from a corpus who is who: `reportedly actors learn`."""

import logging
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

from reportedly.errors import ReadError
from reportedly.language.analysis import annotate
from reportedly.language.pipeline import load_pipeline
from reportedly.learning.descriptions import Description, describe
from reportedly.learning.table import Table
from reportedly.pool import map_in_order
from reportedly.records import Article, Failure
from reportedly.resolution.actor_memory import ActorMemory
from reportedly.resolution.actors import ActorResolver
from reportedly.resolution.gazetteer import Gazetteer
from reportedly.resolution.place_lexicon import PlaceLexicon
from reportedly.resolution.places import PlaceFinder
from reportedly.settings import Settings

logger = logging.getLogger(__name__)

Described: TypeAlias = tuple[Description, ...]


def learn_actors(
    articles: Iterable[Article | Failure],
    *,
    settings: Settings | None = None,
    on_failure: Callable[[Failure], None] | None = None,
) -> ActorMemory:
    """Gather what a corpus says of the people that it names.

    Nothing is learned from texts in other languages than English. Memory grows with the names, not with the articles.

    Args:
        articles: Consumed lazily, in any order: the memory is the same.
        settings: `pipeline` and `workers` count; None for the defaults.
        on_failure: Told of each article that cannot be read, and the others go on.

    Raises:
        ReadError: An article cannot be read, and nobody is to be told.
    """
    table = Table()
    for result in _described(articles, settings or Settings()):
        if not isinstance(result, Failure):
            table.add(result)
        elif on_failure is None:
            raise ReadError(result.input, result.reason)
        else:
            on_failure(result)
    return table.memory()


def _described(articles: Iterable[Article | Failure], settings: Settings) -> Iterator[Described | Failure]:
    if settings.workers == 1:
        return map(_Describer(settings), articles)
    return map_in_order(articles, make=partial(_Describer, settings), workers=settings.workers)


class _Describer:
    """Reads the descriptions out of one article at a time; whatever goes wrong with it becomes a value."""

    def __init__(self, settings: Settings) -> None:
        self._nlp = load_pipeline(settings.pipeline)
        self._places = PlaceFinder(Gazetteer.load(), PlaceLexicon.load())
        # Without a memory: what was learned must not be its own evidence.
        self._actors = ActorResolver.load()

    def __call__(self, article: Article | Failure) -> Described | Failure:
        if isinstance(article, Failure):
            return article
        label = article.url or article.title or article.id
        if len(article.text) > self._nlp.max_length:
            return Failure(input=label, reason=f"text of {len(article.text):,} characters, too long")
        try:
            return self._describe(article) if article.is_english else ()
        except Exception as error:  # one poison article must not end a run of a million
            logger.debug("nothing could be learned from %s", label, exc_info=True)
            return Failure(input=label, reason=f"cannot be learned from: {type(error).__name__}: {error}")

    def _describe(self, article: Article) -> Described:
        annotated = annotate(article, nlp=self._nlp)
        view = self._actors.view(annotated)
        return tuple(describe(annotated, view.placed(self._places.find(annotated, marks=view.marks))))
