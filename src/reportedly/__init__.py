"""Newswire to attributed political event data: who did what to whom, and who said so."""

__version__ = "0.1.0"
