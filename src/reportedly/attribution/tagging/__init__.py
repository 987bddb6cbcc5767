"""The learned tagger: source, cue and content of attributions as it was trained to see them.

tagger = Tagger.load()
tagger.tag("The road was closed, the mayor said.")
"""

from reportedly.attribution.tagging.entries import EntryFinder
from reportedly.attribution.tagging.tagger import Tagged, Tagger

__all__ = ["EntryFinder", "Tagged", "Tagger"]
