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
