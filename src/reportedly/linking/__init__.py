"""Linking: which articles are copies, which tell the same happening, and on whom each event rests."""

from reportedly.linking.drafts import CopyLink, StoryDraft
from reportedly.linking.families import Families, load_families
from reportedly.linking.linker import link
from reportedly.linking.stories import draft_stories, find_copies

__all__ = ["CopyLink", "Families", "StoryDraft", "draft_stories", "find_copies", "link", "load_families"]
