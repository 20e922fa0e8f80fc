"""How many of something a need asks for, read out of its words: "Two mixing bowls", "1 or 2 growers", "6 chairs"."""

import re

MOST = 20  # a larger number is a measure or a year, not a count of things to bring together
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "a couple of": 2, "a pair of": 1,
}  # fmt: skip
_WORD = "|".join(sorted(NUMBERS, key=len, reverse=True))
_FIRST = re.compile(
    rf"^\W*(?:about |around |at least |up to )?(?P<number>\d{{1,3}}|{_WORD})\b(?P<after>.?.?)", re.IGNORECASE
)


def units_of(words: str) -> int:
    """The number with which the words begin, 1 where there is none. A range counts with its lower end."""
    found = _FIRST.match(words)
    if found is None:
        return 1
    said, after = found["number"].casefold(), found["after"]
    number = int(said) if said.isdigit() else NUMBERS[said]
    is_count = not after[:1] or (after[:1] in " -–" and 1 <= number <= MOST)
    return number if is_count and 1 <= number <= MOST else 1
