"""How often a feed is asked: more often the more it publishes, less often the longer it is silent or broken."""

from dataclasses import dataclass

#: A feed with news is asked after half the pause, one without after one and a half times it: a feed that has news at
#: every second visit keeps its pace.
FASTER, SLOWER = 0.5, 1.5
LONGEST_BACK_OFF = 86_400.0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Between which pauses a feed may be asked.

    Attributes:
        least: Shortest, in seconds.
        most: Longest.
    """

    least: float
    most: float

    def next_pause(self, pause: float | None, *, has_news: bool, wanted: float | None = None) -> float:
        """Return the pause after a visit that went well.

        Args:
            pause: The one before; None for the first visit.
            has_news: Whether there were entries that are new or changed.
            wanted: What the feed itself asks for; kept where it is no longer than the longest.
        """
        paced = self.least if pause is None else pause * (FASTER if has_news else SLOWER)
        return min(max(paced, self.least, wanted or 0.0), self.most)

    def back_off(self, failures: int, *, wanted: float | None = None) -> float:
        """Return the pause after several failures in a row: doubled by each, a day at most.

        Args:
            failures: How many; one at least.
            wanted: What the server asks for; always kept, up to a day.
        """
        doubled = max(self.least, 1.0) * 2.0 ** min(failures, 20)
        return min(max(doubled, wanted or 0.0), LONGEST_BACK_OFF)
