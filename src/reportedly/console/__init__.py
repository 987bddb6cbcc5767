"""The console: a store in the browser and over HTTP, read-only, on this machine unless a token guards it."""

from reportedly.console.app import make_app
from reportedly.console.options import LOCAL_HOSTS, ConsoleOptions

__all__ = ["LOCAL_HOSTS", "ConsoleOptions", "make_app"]
