"""How long what staff do by hand may hold: it ends by itself. Pure."""

from datetime import date, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.matching.words import Kind

# What may be placed, or thought of for somebody. Of people nobody is pushed or left out: they say yes themselves.
THINGS = (Kind.SESSION, Kind.PROJECT, Kind.SPACE, Kind.MATERIAL, Kind.IDEA, Kind.RECIPE)
FOR_SOMEBODY = (Kind.SESSION, Kind.PROJECT, Kind.SPACE, Kind.MATERIAL)  # what stands under For you, but people
USUAL = timedelta(days=14)  # for what is placed or thought of
YEAR = timedelta(days=365)  # for words
LONGEST = timedelta(days=92)  # for what is placed or thought of
MOST_WORDS = 200  # sets of a hub
KEPT = YEAR  # after it ended
LATELY = timedelta(days=30)  # in which it can be put back


class DayIsOver(RuleBroken):
    message = mark("That day is over. Choose a last day from today on.")


class TooFarAhead(RuleBroken):
    message = mark("That is too far ahead: %(days)s days at most. You can make it longer later.")


class TooManyWords(RuleBroken):
    message = mark("This hub has very many words by now. Take one out first.")


def check_last_day(last_day: date, today: date, longest: timedelta = LONGEST) -> None:
    """Whether something may hold up to and with a day. Raises DayIsOver or TooFarAhead."""
    if last_day < today:
        raise DayIsOver
    if last_day - today > longest:
        raise TooFarAhead(days=longest.days)


def day_again(last_day: date, today: date, usual: timedelta = USUAL) -> date:
    """Until when something that is put back holds: as before, or where that is over, as long as is usual."""
    return last_day if last_day >= today else today + usual
