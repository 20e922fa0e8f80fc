"""Safety of people: cases in each state, a lead who opens them, an incident, a host who cannot come, a record."""

from datetime import timedelta

from participate.accounts.service import note_record
from participate.accounts.words import RecordKind, Role
from participate.core import clock
from participate.core.db import db
from participate.moderation import service as moderation
from participate.moderation.words import WorryKind, WorryOutcome
from participate.sessions import service
from participate.sessions.models import Session
from tests.street import Street, add, give, person

STATES = (
    "/cases?closed=1", "/cases?page=9", "/cases/{taken_worry_id}", "/cases/{closed_worry_id}", "/incidents?done=1",
    "/incidents?page=9", "/incidents/{done_incident_id}", "/sessions/{hostless_id}", "/sessions/{hostless_id}/stand-in",
    "/hosts/{host_person_id}/record",
)  # fmt: skip


def lead(street: Street, name: str = "Halima Yusuf") -> object:
    """A safeguarding lead of the street's hub."""
    made = person(name, street.ward)
    give(made, Role.SAFEGUARDING, f"hub:{street.hub.id}")
    return made


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    halima = lead(street)
    told = [
        moderation.tell_worry(WorryKind.ADULT, "He has not been out for a week.", who="The man at the corner",
                              hub=street.hub, contact="Ask at the baker", teller_id=street.chidi.id)
        for _each in range(3)
    ]  # fmt: skip
    for each in told[1:]:
        moderation.take_worry(halima.id, each)  # type: ignore[attr-defined]
        moderation.note_worry(halima.id, each, "I rang the council.")  # type: ignore[attr-defined]
    moderation.close_worry(halima.id, told[2], WorryOutcome.PASSED_ON, "They look after him now.")  # type: ignore[attr-defined]
    held = db.session.get_one(Session, street.session.id)
    noted = service.note_incident(
        street.amina.id, held, "A chair broke. Nobody is hurt.", "Dora at the hub", "Mend the chair", clock.today()
    )
    done = service.note_incident(street.amina.id, held, "The kettle leaks.", "", "", None)
    service.finish_incident(street.dora.id, done)
    record = note_record(
        street.dora.id, street.amina, RecordKind.FOOD_HYGIENE, clock.today(), clock.today() + timedelta(days=9)
    )
    hostless = _hostless(street)
    db.session.commit()
    return {
        "worry_id": told[0].id, "taken_worry_id": told[1].id, "closed_worry_id": told[2].id, "incident_id": noted.id,
        "done_incident_id": done.id, "hostless_id": hostless.id, "host_person_id": street.amina.id,
        "record_id": record.id,
    }  # fmt: skip


def _hostless(street: Street) -> Session:
    """A session in three days whose host cannot come; the first is asked."""
    start = clock.now() + timedelta(days=3)
    made = Session(
        project_id=street.project.id, name="Mend Club", hub_id=street.hub.id, starts_at=start, host_id=street.amina.id,
        ends_at=start + timedelta(hours=1), ward_id=street.ward.id, made_at=clock.now(), changed_at=clock.now(),
    )  # fmt: skip
    add(made)
    return service.cannot_host(street.amina.id, made, plans=True)
