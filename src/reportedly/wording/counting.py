"""Counts and figures in words."""


def counted(number: int, noun: str, *, plural: str | None = None) -> str:
    """Return "1 event", "2 events"; "2 stories" where the plural is given."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or noun + 's'}"


def number_words(value: float) -> str:
    """Return "3,200" or "0.5"."""
    return f"{value:,.15g}"


def range_words(low: float | None, high: float | None) -> str:
    """Return "9", "9 – 17", "at least 9", "at most 17", "unknown"."""
    if low is None:
        return "unknown" if high is None else f"at most {number_words(high)}"
    if high is None:
        return f"at least {number_words(low)}"
    return number_words(low) if low == high else f"{number_words(low)} – {number_words(high)}"
