"""Names and their numbers. Names are only ever added, so that readers need no lock.

Those of a fitted index are frozen: three arrays that can lie in a file and be shared by all processes. Those that come
later are kept beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

FREE = -1  # a slot of the table that holds no number
ROOM = 2  # slots a name, at least


@dataclass(frozen=True, slots=True)
class Frozen:
    """Name i is `letters[starts[i]:starts[i + 1]]` in UTF-8. `table` is a hash table with open addressing: the number
    of a name is in the first slot from its CRC-32 on, before the first free one, that holds it.
    """

    letters: NDArray[np.uint8]
    starts: NDArray[np.int64]
    table: NDArray[np.int32]

    @classmethod
    def of(cls, names: Iterable[str]) -> Frozen:
        """These names, each different, numbered in their order."""
        written = [name.encode() for name in names]
        lengths = np.fromiter(map(len, written), np.int64, len(written))
        hashes = np.fromiter(map(crc32, written), np.int64, len(written))
        letters = np.frombuffer(b"".join(written), np.uint8)
        return cls(letters, np.append(0, np.cumsum(lengths)), _table(hashes))


def _table(hashes: NDArray[np.int64]) -> NDArray[np.int32]:
    """Each number at the slot of its hash; where that is taken, the next one tries again."""
    table = np.full(1 << (ROOM * len(hashes)).bit_length(), FREE, np.int32)
    numbers, slots = np.arange(len(hashes)), hashes & (len(table) - 1)
    while len(numbers):
        _used, first = np.unique(slots, return_index=True)
        first = first[table[slots[first]] == FREE]
        table[slots[first]] = numbers[first]
        left = np.ones(len(numbers), np.bool_)
        left[first] = False
        numbers, slots = numbers[left], (slots[left] + 1) & (len(table) - 1)
    return table


class Names:
    """Gives each name the next number, from 0."""

    def __init__(self, names: Iterable[str] = (), frozen: Frozen | None = None) -> None:
        self.frozen = frozen or Frozen.of(())
        # Views without a copy, whose single items are quicker to reach than an array's.
        self._letters = memoryview(self.frozen.letters)  # type: ignore[arg-type]
        self._starts = memoryview(self.frozen.starts)  # type: ignore[arg-type]
        self._table = memoryview(self.frozen.table)  # type: ignore[arg-type]
        self.held = len(self.frozen.starts) - 1
        self._names = list(dict.fromkeys(names))
        self._numbers = {name: self.held + number for number, name in enumerate(self._names)}

    def __len__(self) -> int:
        return self.held + len(self._names)

    def __iter__(self) -> Iterator[str]:
        return (self[number] for number in range(len(self)))

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def __getitem__(self, number: int) -> str:
        if number >= self.held:
            return self._names[number - self.held]
        return str(self._written(number), "utf-8")

    def get(self, name: str) -> int | None:
        """The number of a name, None where it has none."""
        found = self._numbers.get(name)
        return self._find(name.encode()) if found is None and self.held else found

    def number(self, name: str) -> int:
        """The number of a name, which is added if it is new."""
        found = self.get(name)
        if found is None:
            self._names.append(name)  # before its number is known: no reader finds a number without a name
            self._numbers[name] = found = len(self) - 1
        return found

    def known(self, names: Iterable[str]) -> list[int]:
        """The numbers of those names that have one."""
        found = map(self.get, names)
        return [number for number in found if number is not None]

    def froze(self) -> Names:
        """The same names with the same numbers, all of them frozen."""
        return Names(frozen=Frozen.of(self))

    def _written(self, number: int) -> memoryview:
        return self._letters[self._starts[number] : self._starts[number + 1]]

    def _find(self, written: bytes) -> int | None:
        last = len(self._table) - 1
        slot = crc32(written) & last
        while (number := self._table[slot]) != FREE:
            if self._written(number) == written:
                return number
            slot = (slot + 1) & last
        return None
