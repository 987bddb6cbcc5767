"""The rows that the shipped judge is trained on, by their hashes: a codebook that grows does not change the recipe.

python training/events/locked.py        lock today's rows, for a judge to be trained anew
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from rows import Row, codebook_rows, sentence_rows

LOCK = Path(__file__).resolve().parent / "rows.lock"
#: Hexadecimal digits of a hash: 16 keep two of a few thousand rows apart with a doubt of one in 10 to the 12th.
DIGITS = 16


def name_of(row: Row) -> str:
    """Return what a row is known by: its text, marks and answer; not where in which file it stands."""
    told = repr((row.text, tuple(row.marks), row.label, row.others))
    return sha256(told.encode()).hexdigest()[:DIGITS]


def locked(rows: Iterable[Row], names: Iterable[str]) -> list[Row]:
    """Return the rows so named in the order of their names, whatever order the files have.

    Raises:
        ValueError: A named row is no longer there; the message tells how many and what to do.
    """
    known = {name_of(row): row for row in rows}
    wanted = sorted(names)
    gone = [name for name in wanted if name not in known]
    if gone:
        raise ValueError(
            f"{len(gone)} rows of {LOCK.name} are no longer in the codebook or the sentences, the first {gone[0]}: "
            f"put their sentences back, or lock today's rows with {Path(__file__).name} and train the judge anew"
        )
    return [known[name] for name in wanted]


def locked_names() -> list[str]:
    """Return the names that the lock holds."""
    return LOCK.read_text(encoding="utf-8").split()


def locked_rows() -> list[Row]:
    """Return the rows that the lock names, in the order of their names."""
    return locked((*codebook_rows(), *sentence_rows()), locked_names())


def main() -> None:
    """Write the lock anew from the command line."""
    names = sorted({name_of(row) for row in (*codebook_rows(), *sentence_rows())})
    LOCK.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    print(f"{len(names)} rows locked in {LOCK}")


if __name__ == "__main__":
    main()
