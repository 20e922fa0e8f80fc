"""Names as people misspell them: how far two words are apart, and which pieces of a word survive a slip. Pure."""

import re
import unicodedata
from collections.abc import Sequence

MOST_WORDS = 6
SHORTEST_PIECE = 2
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents: "Ştefan" is "stefan"."""
    apart = unicodedata.normalize("NFKD", text.lower().replace("’", "").replace("'", ""))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(fold(text))


def slips_allowed(word: str) -> int:
    """How many slips a word of this length may hold: none below four letters, one below seven, then two."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2


def pieces(word: str) -> list[str]:
    """Parts of a word of which one at least stands in every word that is meant by it, for a first look."""
    slips = slips_allowed(word)
    if not slips:
        return [word]
    parts = slips + 1
    cuts = [round(number * len(word) / parts) for number in range(parts + 1)]
    found = [word[cuts[number] : cuts[number + 1]] for number in range(parts)]
    # Two letters that changed places over a cut break both sides: what is left of each is a piece too.
    found += [word[: cut - 1] for cut in cuts[1:-1]] + [word[cut + 1 :] for cut in cuts[1:-1]]
    shortest = 1 if len(word) == 4 else SHORTEST_PIECE  # of "amni" nothing longer may be left
    return sorted({piece for piece in found if len(piece) >= shortest})


def slips_between(typed: str, word: str, most: int) -> int:
    """Letters wrong, missing, too many or changed over between two words; `most` + 1 where there are more.

    The optimal string alignment distance, row by row, given up as soon as it is too much.
    """
    if abs(len(typed) - len(word)) > most:
        return most + 1
    two, one = list[int](), list(range(len(word) + 1))
    for row, letter in enumerate(typed, 1):
        now = [row]
        for column, other in enumerate(word, 1):
            best = min(one[column] + 1, now[-1] + 1, one[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == word[column - 2] and typed[row - 2] == other:
                best = min(best, two[column - 2] + 1)
            now.append(best)
        if min(now) > most:
            return most + 1
        two, one = one, now
    return min(one[-1], most + 1)


def slips_in(typed: Sequence[str], text: str) -> int | None:
    """How many slips make each typed word one of the text's, or the beginning of one; None where one is not there."""
    words, total = words_of(text), 0
    for each in typed:
        if any(word.startswith(each) for word in words):
            continue
        most = slips_allowed(each)
        # The beginning of a longer word may be misspelt too: "librery" for "librarian".
        ways = {word for word in words} | {word[: len(each)] for word in words if len(word) > len(each)}
        best = min((slips_between(each, word, most) for word in ways), default=most + 1) if most else most + 1
        if best > most:
            return None
        total += best
    return total
