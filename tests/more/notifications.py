"""Letters: a ledger with a line of each kind, one that stands on the site, calls that wait, a weekly mail to stop."""

from datetime import timedelta

from participate.accounts.models import Person
from participate.accounts.words import PersonKind
from participate.core import clock
from participate.core.db import db
from participate.notifications import queries, service
from participate.notifications.models import Call, Notice, Sent
from participate.notifications.words import Choice, Outcome, Way, Why
from tests.street import Street, add

STATES = (
    "/letters-to-me?show=held", "/letters-to-me?page=9", "/letters-to-me/here?page=9", "/calls?page=9",
    "/no-more/{stopped_link}",
)  # fmt: skip
LINES = (
    ("session_reminder", Way.MAIL, Outcome.SENT, Why.SAID_YES), ("loan_offered", Way.TEXT, Outcome.SENT, Why.SAID_YES),
    ("idea_reply", Way.SITE, Outcome.HELD_BACK, Why.MONTHLY_CAP), ("weekly", None, Outcome.HELD_BACK, Why.NOTHING_GOOD),
    ("session_reminder", None, Outcome.TOO_LATE, Why.OVER), ("loan_due", Way.TEXT, Outcome.CAME_BACK, Why.SAID_YES),
    ("session_off", Way.CALL, Outcome.CALL_LIST, Why.SAID_YES), ("unknown", Way.MAIL, Outcome.SENT, Why.YOURS),
)  # fmt: skip
FIRST = 900_000  # of promises that never were


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    now = clock.now()
    for number, (letter, way, outcome, why) in enumerate(LINES):
        add(Sent(person_id=street.chidi.id, promise_id=FIRST + number, letter=letter, way=way, outcome=outcome, why=why,
                 at=now - timedelta(hours=number)))  # fmt: skip
    notice = Notice(
        person_id=street.chidi.id, promise_id=FIRST, letter="words_still", made_at=now,
        facts={"number": 2, "until": (clock.today() + timedelta(days=9)).isoformat()},
    )  # fmt: skip
    add(notice)
    call = _calls(street)
    weekly = service.choose(street.amina.id, street.amina.id, Choice.WEEKLY)
    stopped = service.choose(street.bilal.id, street.bilal.id, Choice.ONLY_YES)
    db.session.commit()
    return {
        "notice_id": notice.id, "call_id": call.id, "notifications.stop:token": queries.token_of(weekly),
        "stopped_link": queries.token_of(stopped),
    }  # fmt: skip


def _calls(street: Street) -> Call:
    """Omar has a landline and is asked something; Nan only comes in, and the hub is late; one letter lost its words."""
    now = clock.now()
    omar = Person(kind=PersonKind.ENTERED, name="Omar Ali", ring="020 8000 0000", reach_note="at the mosque on Fridays",
                  joined_at=now)  # fmt: skip
    nan = Person(kind=PersonKind.ENTERED, name="Nan O’Brien", joined_at=now)
    add(omar, nan)
    starts = now + timedelta(days=3)
    facts = {"name": "Bread for beginners", "starts_at": starts.isoformat(),
             "ends_at": (starts + timedelta(hours=2)).isoformat()}  # fmt: skip
    calls = [
        Call(person_id=who.id, hub_id=street.hub.id, promise_id=FIRST + number, letter=letter, facts=given, made_at=now,
             due_at=now + timedelta(days=days), tries=tries)
        for number, (who, letter, given, days, tries) in enumerate((
            (omar, "session_offered", facts, 2, 1), (nan, "report_answered", {}, -1, 0), (nan, "unknown", {}, 1, 0),
        ))
    ]  # fmt: skip
    add(*calls)
    return calls[0]
