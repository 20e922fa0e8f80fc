"""Names and their numbers. Names are only ever added, so that readers need no lock."""

from collections.abc import Iterable


class Names:
    """Gives each name the next number, from 0."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = list(dict.fromkeys(names))
        self._numbers = {name: number for number, name in enumerate(self._names)}

    def __getitem__(self, number: int) -> str:
        return self._names[number]

    def number(self, name: str) -> int:
        """The number of a name, which is added if it is new."""
        if name not in self._numbers:
            self._names.append(name)  # before its number is known: no reader finds a number without a name
            self._numbers[name] = len(self._names) - 1
        return self._numbers[name]

    def known(self, names: Iterable[str]) -> list[int]:
        """The numbers of those names that have one."""
        return [self._numbers[name] for name in names if name in self._numbers]
