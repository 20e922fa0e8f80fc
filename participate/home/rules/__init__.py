"""What a line in the one box means. Pure: words in, a guess out; the person always has the last word."""

from participate.home.rules.council import council_topic
from participate.home.rules.kinds import Guess, guess
from participate.home.rules.lines import Line, split_lines

__all__ = ["Guess", "Line", "council_topic", "guess", "split_lines"]
