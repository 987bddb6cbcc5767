"""What hangs together: groups of numbers, in one number each however many there are."""

from array import array
from collections import Counter, defaultdict


class Groups:
    """Numbers from 0 on, each alone until joined; a group is known by its least number.

    Args:
        size: How many numbers there are.
    """

    def __init__(self, size: int) -> None:
        self._up = array("q", range(size))

    def __len__(self) -> int:
        return len(self._up)

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        first, second = sorted((self.of(one), self.of(other)))
        self._up[second] = first

    def of(self, number: int) -> int:
        """Return the group of a number."""
        root = number
        while self._up[root] != root:
            root = self._up[root]
        while self._up[number] != root:
            self._up[number], number = root, self._up[number]
        return root

    def larger_than(self, most: int) -> dict[int, list[int]]:
        """Return the members of each group that has more than so many."""
        sizes = Counter(self.of(number) for number in range(len(self._up)))
        large = {group for group, size in sizes.items() if size > most}
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._up)):
            if self.of(number) in large:
                found[self.of(number)].append(number)
        return dict(found)
