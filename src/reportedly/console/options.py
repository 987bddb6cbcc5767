"""What a console shows, and to whom."""

from dataclasses import dataclass, field
from pathlib import Path

from reportedly.linking.policy import Policy
from reportedly.settings import Settings

#: Names under which a browser on this machine reaches the console. A page elsewhere that has its own name point here
#: (DNS rebinding) sends that name, and is refused.
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
#: Seconds that coding a text may take, loading the models not counted.
CODING_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsoleOptions:
    """What a console shows, and to whom.

    Attributes:
        store: File of the store.
        label: What the pages call it.
        policy: How reliable the user holds sources to be.
        token: What a visitor must bring; None for a console that only this machine reaches.
        hosts: Names that a request may ask for; None for any, where a token guards.
        readers: How many requests read the store at the same time.
        settings: For the coder behind `POST /api/v1/code`.
        coding_seconds: How long coding a text may take.
    """

    store: Path
    label: str
    policy: Policy = field(default_factory=Policy)
    token: str | None = None
    hosts: frozenset[str] | None = LOCAL_HOSTS
    readers: int = 8
    settings: Settings = field(default_factory=Settings)
    coding_seconds: float = CODING_SECONDS
