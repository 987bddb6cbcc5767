"""What a caller may tell the fetcher, and who it says it is."""

from dataclasses import dataclass
from importlib.metadata import version

#: The name that robots.txt files may address.
NAME = "Reportedly"
HOME = "https://pypi.org/project/reportedly/"


def agent_name(contact: str | None = None) -> str:
    """Return the user agent: one name, its version, and where to complain.

    >>> agent_name("https://desk.example/bots").endswith("(+https://desk.example/bots)")
    True
    """
    return f"{NAME}/{version('reportedly')} (+{contact or HOME})"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchOptions:
    """Limits of everything that is fetched.

    Attributes:
        contact: Address that the user agent names; the project's when None.
        allow_private: Whether addresses inside the own network may be asked.
        most_bytes: Largest answer, unpacked.
        seconds: For one answer from the first name look-up to the last byte, redirects included.
        silence: Longest time without a single byte.
        redirects: Most redirects in a row.
        tries: How often a passing failure is tried in all.
        patience: Longest wait before the next try, in seconds; a server that asks for more is left alone.
        host_pause: Seconds between the end of one request to a host and the start of the next.
        at_once: Most hosts asked at the same time.
    """

    contact: str | None = None
    allow_private: bool = False
    most_bytes: int = 10_000_000
    seconds: float = 60.0
    silence: float = 20.0
    redirects: int = 5
    tries: int = 3
    patience: float = 30.0
    host_pause: float = 1.0
    at_once: int = 8
