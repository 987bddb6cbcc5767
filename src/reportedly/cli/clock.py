"""The one clock: what a store notes as the start of a run or the time of a retraction comes from here."""

from collections.abc import Mapping
from datetime import UTC, datetime

from reportedly.errors import SettingsError

#: Reproducible builds set it (https://reproducible-builds.org/specs/source-date-epoch/); so may a run that is replayed.
FIXED = "SOURCE_DATE_EPOCH"


def now(environ: Mapping[str, str]) -> str:
    """Return the time as ISO 8601 in UTC, to the second; the environment may fix it.

    Raises:
        SettingsError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    fixed = environ.get(FIXED)
    if fixed is None:
        return datetime.now(UTC).isoformat(timespec="seconds")
    try:
        return datetime.fromtimestamp(int(fixed), UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(f"environment variable {FIXED}: no number of seconds since 1970: {fixed!r}") from error
