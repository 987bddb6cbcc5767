"""What the judge can answer: PLOVER's types in the order of the manual, or that nothing of the kind happens."""

from typing import Final

from reportedly.records import EventType

NOTHING: Final = "nothing"
LABELS: Final = (*(kind.value for kind in EventType), NOTHING)
