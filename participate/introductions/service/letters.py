"""What the two, and who introduces them, hear: each once. No letter names anybody before both said yes."""

from collections.abc import Mapping
from datetime import datetime

from participate.core import clock
from participate.introductions.models import Introduction
from participate.introductions.words import Said
from participate.notifications.words import Why
from participate.outbox.service import promise

NAMING = ("introduction_asked", "introduction_open", "introduction_word")


def tell_asked(introduction: Introduction) -> None:
    """Whoever has not answered: would you like to meet a neighbour?"""
    for side in introduction.sides:
        if side.said is Said.NOTHING:
            facts = {"words": introduction.words, "minutes": introduction.minutes, "by_host": _host_of(introduction)}
            until = {"until_at": introduction.good_until.isoformat()}
            _tell(introduction, side.person_id, "introduction_asked", facts | until, introduction.good_until)


def tell_recorded(introduction: Introduction, person_id: int) -> None:
    """Somebody wrote down that she said yes: she hears it, and how to take it back."""
    facts = {"words": introduction.words}
    _tell(introduction, person_id, "introduction_noted", facts, introduction.good_until)


def tell_open(introduction: Introduction) -> None:
    """Both said yes: each hears the other’s first name; the host hears that they can talk."""
    low, high = introduction.sides
    comes = _host_of(introduction) if introduction.accompany else ""
    for side, other in ((low, high), (high, low)):
        facts = {"words": introduction.words, "who": other.person.first_name, "comes": comes}
        _tell(introduction, side.person_id, "introduction_open", facts, None, Why.SAID_YES)
    if introduction.host_id is not None:
        more = {"words": introduction.words, "comes": introduction.accompany}
        _tell(introduction, introduction.host_id, "introduction_host", more, None)


def tell_over(introduction: Introduction) -> None:
    """Not this time. Whoever said yes hears it; the letter is the same whether somebody said no or nothing."""
    for side in introduction.sides:
        if side.said is Said.YES:
            _tell(introduction, side.person_id, "introduction_over", {"words": introduction.words}, None, Why.ASKED_FOR)


def tell_words(introduction: Introduction, writer_id: int, name: str) -> None:
    """Somebody wrote: the others hear it, at most once a day. The words stay inside."""
    listeners = [side.person_id for side in introduction.sides if side.muted_at is None and side.left_at is None]
    if introduction.accompany and introduction.host_id is not None:
        listeners.append(introduction.host_id)
    day = clock.local(clock.now()).date().isoformat()
    for person_id in listeners:
        if person_id != writer_id:
            key = f"introduction_word:{introduction.id}:{person_id}:{day}"
            _tell(introduction, person_id, "introduction_word", {"who": name}, None, Why.SAID_YES, key)


def _host_of(introduction: Introduction) -> str:
    return introduction.host.first_name if introduction.host is not None and not introduction.organisation_id else ""


def _tell(
    introduction: Introduction, person_id: int, letter: str, facts: Mapping[str, object], until: datetime | None,
    why: Why = Why.YOURS, key: str = "",
) -> None:  # fmt: skip
    host_id, more = introduction.host_id, {"introduction_id": introduction.id}
    named = [side.person_id for side in introduction.sides] if letter in NAMING else []
    payload = {
        "name": letter, "person_id": person_id, "why": why.value, "about": f"introduction:{introduction.id}",
        "facts": dict(facts) | more | {"whose": {"by_host": host_id, "comes": host_id}},
        # Of the two; neither hears of the other any more once they are kept apart.
        "of": [each for each in named if each != person_id],
    }  # fmt: skip
    promise("letter", payload, key=key or f"{letter}:{introduction.id}:{person_id}", good_until=until)
