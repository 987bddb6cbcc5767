"""The learned tagger: a text in, its attributions as character spans out."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from reportedly.attribution.tagging.decoding import Floats, TagWeights, best_tags, stretches_of
from reportedly.attribution.tagging.linking import Linked, Pointers, link
from reportedly.attribution.tagging.model import ModelFiles
from reportedly.attribution.tagging.pieces import CLS, SEP, Pieces, cut_into_pieces
from reportedly.attribution.tagging.windows import windows
from reportedly.errors import ModelError
from reportedly.records import Span
from reportedly.resources.sessions import open_session
from reportedly.resources.weights import TOKENIZER

#: Swept on dev: the share of the tag pairs 0 to 1, the care of the tag outside -.4 to .4.
PAIR_SHARE, OUTSIDE_BIAS = 0.3, 0.3


class Tagged(NamedTuple):
    """One attribution as the tagger sees it.

    Attributes:
        source: Who says it; None when nobody is named.
        cue: The words that tie the content to the source; None when the tagger sees none.
        content: What is said, in reading order.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


class _Window(NamedTuple):
    """A stretch of the pieces and what the network says of it."""

    start: int
    end: int
    tags: Floats
    pointers: Pointers


@dataclass(frozen=True)
class Tagger:
    """The model in memory; `load` it once a process.

    Attributes:
        name: Of the model, for the report.
        digest: Of its files, for the hash of everything that can change a report.
        session: The encoder; its results depend on nothing but the window that it is given.
        tokenizer: Cuts words into pieces.
        weights: Of the tag pairs.
        continues: For each entry of the vocabulary, whether it goes on with the word before it.
    """

    name: str
    digest: str
    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    weights: TagWeights
    continues: npt.NDArray[np.bool_]

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Load a model, the packaged one unless a folder is given.

        Raises:
            ModelError: A file is missing, damaged or no model.
        """
        files = ModelFiles.load(folder)
        transitions = np.array(files.manifest.transitions, dtype=np.float32)
        weights = TagWeights(transitions, PAIR_SHARE, OUTSIDE_BIAS)
        tokenizer = _tokenizer(files.tokenizer)
        name, digest = files.manifest.name, files.manifest.digest
        return cls(name, digest, open_session(files.encoder), tokenizer, weights, _continuing(tokenizer))

    def tag(self, text: str) -> tuple[Tagged, ...]:
        """Return the attributions of a text, in reading order."""
        pieces = cut_into_pieces(text, self.tokenizer)
        read = [self._read(pieces, start, end) for start, end in windows(pieces.cuts)]
        tags = best_tags([w.tags for w in read], [pieces.ids[w.start : w.end] == SEP for w in read], self.weights)
        return tuple(
            _in_characters(linked, pieces, window.start)
            for window, found in zip(read, tags, strict=True)
            for linked in sorted(self._linked(window, found, pieces), key=lambda linked: linked.content)
        )

    def _read(self, pieces: Pieces, start: int, end: int) -> _Window:
        """Run the encoder over one window, alone: the int8 scales of a batch would depend on its other windows."""
        ids = np.array([CLS, *pieces.ids[start:end], SEP], dtype=np.int64)
        features = np.array([0, *pieces.features[start:end], 0], dtype=np.int64)
        tags, cues, sources = self.session.run(None, {"ids": ids, "features": features})
        # The closing separator is no target; the opening sign is nobody.
        return _Window(start, end, tags[1:-1], Pointers(cues[1:-1, :-1], sources[1:-1, :-1]))

    def _linked(self, window: _Window, tags: list[int], pieces: Pieces) -> list[Linked]:
        goes_on = self.continues[pieces.ids[window.start : window.end]]
        return link(list(stretches_of(tags)), window.pointers, goes_on)


@lru_cache(maxsize=1)
def load_tagger() -> Tagger:
    """Load the packaged model once a process.

    Raises:
        ModelError: A file is missing, damaged or no model.
    """
    return Tagger.load()


def _continuing(tokenizer: Tokenizer) -> npt.NDArray[np.bool_]:
    words = (tokenizer.id_to_token(i) or "" for i in range(tokenizer.get_vocab_size()))
    return np.array([word.startswith("##") for word in words])


def _in_characters(linked: Linked, pieces: Pieces, offset: int) -> Tagged:
    def span(stretch: Span) -> Span:
        return int(pieces.starts[offset + stretch[0]]), int(pieces.ends[offset + stretch[1] - 1])

    return Tagged(
        None if linked.source is None else span(linked.source),
        None if linked.cue is None else span(linked.cue),
        tuple(span(stretch) for stretch in linked.content),
    )


def _tokenizer(data: bytes) -> Tokenizer:
    try:
        made = Tokenizer.from_buffer(data)
    except Exception as error:  # a bare Exception is what the library raises
        raise ModelError(TOKENIZER, f"cannot be loaded: {error}") from error
    made.no_truncation()
    made.no_padding()
    return made
