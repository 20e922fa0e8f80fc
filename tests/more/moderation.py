"""What waits for a look: held, found something in, put aside by its author; a warning and a pause that can be asked
about; what was decided.
"""

from participate.core import clock
from participate.core.db import db
from participate.core.words import ASIDE
from participate.moderation import queries, service
from participate.moderation.models import Measure
from participate.moderation.things import get
from participate.moderation.words import Choice, MeasureKind, ReportReason
from participate.projects.models import Idea, Update
from tests.street import SQUARE, Street, add

STATES = (
    "/reports?done=1",
    "/reports/{held_report_id}",
    "/reports/{measure_report_id}",
    "/where-it-stands",
    "/help-first/idea/{aside_id}",
    "/measures/{measure_id}/{measure_token}",
)


def ideas_of(street: Street) -> tuple[Idea, Idea]:
    """An idea with a link in it, and one that only its author sees."""
    now = clock.now()
    at = {"hub_id": street.hub.id, "ward_id": street.ward.id, "square": SQUARE, "made_at": now, "changed_at": now}
    linked = Idea(words="Like this one: www.example.org", author_id=street.chidi.id, **at)
    aside = Idea(words="It is dark", author_id=street.chidi.id, hidden_at=now, hidden_because=ASIDE, **at)
    add(linked, aside)
    return linked, aside


def things(street: Street) -> dict[str, object]:
    linked, aside = ideas_of(street)
    service.look_at(street.chidi.id, "made", "idea", linked.id)
    held = queries.find_held("idea", linked.id)
    assert held is not None
    service.claim(street.gita.id, held)
    note = Update(project_id=street.project.id, person_id=street.bilal.id, words="Rude words", made_at=clock.now())
    add(note)
    told = service.report(None, get("update", note.id), ReportReason.UNKIND, "It is rude.")
    service.decide(street.dora.id, told, Choice.WARN, "We are kind here.")
    measure = db.session.query(Measure).filter_by(person_id=street.bilal.id, kind=MeasureKind.WARNED).one()
    asked = service.ask_again(street.bilal.id, get("measure", measure.id), "It was a joke.")
    db.session.commit()
    return {
        "held_report_id": held.id, "aside_id": aside.id, "measure_id": measure.id,
        "moderation.measure:token": queries.token_of(measure), "measure_token": queries.token_of(measure),
        "measure_report_id": asked.id,
    }  # fmt: skip
