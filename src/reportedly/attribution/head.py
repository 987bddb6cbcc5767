"""The head of every event's chain of sources: who carries the article, then whose copy it says it is."""

from reportedly.attribution.kind_words import SourceKinds
from reportedly.records import Article, Source, SourceKind


def head_chain(article: Article, *, kinds: SourceKinds) -> tuple[Source, ...]:
    """Return the publisher, then its credits, nearest the reader first.

    A credit that only repeats the publisher's name is left out.
    """
    chain: list[Source] = []
    if article.publisher is not None:
        chain.append(Source(name=article.publisher.name, kind=SourceKind.PUBLISHER))
    for credit in article.credits:
        if all(source.name.casefold() != credit.casefold() for source in chain):
            medium = kinds.media_names.get(credit.lower())
            chain.append(Source(name=credit, kind=SourceKind(medium.kind) if medium is not None else SourceKind.OUTLET))
    return tuple(chain)


def below_head(head: tuple[Source, ...], chain: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the whole chain: what the article carries, then who says it.

    An agency that is credited and then cites itself ("a memo seen by Reuters", in a Reuters report) is one source; the
    place where the text names it is kept.
    """
    if head and chain and head[-1].name.casefold() == chain[0].name.casefold():
        return head[:-1] + chain
    return head + chain
