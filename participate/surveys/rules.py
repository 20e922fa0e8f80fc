"""Rules of the surveys. Pure."""

import hmac
from datetime import date, datetime, timedelta

from participate.core.errors import RuleBroken
from participate.core.words import mark
from participate.surveys.words import AGE_BANDS, ETHNIC_GROUPS, NO, RATHER_NOT, RESTRICTIONS, YES, Question

MAC_LENGTH = 32  # hex digits
LONGEST_TOKEN = 10 + 1 + MAC_LENGTH
KEPT = timedelta(days=731)  # equality answers, from the end of their quarter
_AGES = frozenset(value for value, _words in AGE_BANDS)
_GROUPS = frozenset(value for _name, group in ETHNIC_GROUPS for value, _words in group)
_RESTRICTED = frozenset(value for value, _words in RESTRICTIONS)
DISABILITIES = frozenset({YES, NO, RATHER_NOT, *_RESTRICTED})


class NotAnAnswer(RuleBroken):
    message = mark("Choose one of the answers.")


class TooEarly(RuleBroken):
    message = mark("This is asked after the session.")


class NotAsked(RuleBroken):
    message = mark("We ask this only after you have come along three times. There is nothing to do now.")


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def quarter_of(day: date) -> date:
    """The first day of a day's quarter."""
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


def oldest_kept(day: date) -> date:
    """The first quarter whose answers are still kept on `day`; those of earlier ones go."""
    return quarter_of(day - KEPT)


def check_pulse_time(ends_at: datetime, now: datetime) -> None:
    """Raises TooEarly before the session is over."""
    if ends_at > now:
        raise TooEarly


def answer_from(question: Question, typed: str) -> int | None:
    """The answer of a button; None where she takes it back ("none"). Raises NotAnAnswer."""
    if typed == "none":
        return None
    found = next((value for value, _words in question.answers if str(value) == typed), None)
    if found is None:
        raise NotAnAnswer
    return found


def age_from(typed: str) -> str:
    """What is stored of an age band; whatever was left out is "rather not"."""
    return typed if typed in _AGES else RATHER_NOT


def group_from(typed: str) -> str:
    """What is stored of an ethnic group."""
    return typed if typed in _GROUPS else RATHER_NOT


def disability_from(condition: str, restriction: str) -> str:
    """One word for the two standard questions: "no", "rather_not", how much a condition restricts, or only "yes"."""
    if condition != YES:
        return condition if condition == NO else RATHER_NOT
    return restriction if restriction in _RESTRICTED else YES


def questions_from(disability: str) -> tuple[str, str]:
    """The two answers that a stored word came from, to show them again to herself."""
    if disability in _RESTRICTED:
        return YES, disability
    return (disability, RATHER_NOT if disability == YES else "")


def token_from(ask_id: int, mac: str) -> str:
    """The secret part of the letter's address: which asking, and the proof. `mac` is at least 32 hex digits."""
    return f"{ask_id}-{mac[:MAC_LENGTH]}"


def split_token(token: str) -> int | None:
    """Which asking a token speaks of; None when it cannot be one."""
    number, _dash, mac = token.partition("-")
    if len(token) > LONGEST_TOKEN or len(mac) != MAC_LENGTH or not (number.isascii() and number.isdecimal()):
        return None
    return int(number) if len(number) <= 10 and 0 < int(number) < 2**31 else None


def is_same(given: str, right: str) -> bool:
    """Compare two secrets in the same time whatever they are."""
    return hmac.compare_digest(given.encode(), right.encode())
