"""The desk: something in hand, a press that can be taken back, a hand-over, somebody away."""

from datetime import timedelta

from participate.accounts.words import Role
from participate.core import clock
from participate.core.db import db
from participate.desk import queries, service
from participate.desk.words import Act, NoteKind, WaitKind
from tests.desk.making import build_booking, build_report, build_session
from tests.street import Street, give, person

STATES = (
    "/desk?kind=idea", "/desk?kind=report", "/desk?mine=1", "/desk?page=9", "/desk?hub={hub_id}",
    "/desk/diary?day=2026-07-06", "/desk/diary?day=nonsense",
)  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    ines, today, ago = person("Ines Costa", street.ward), clock.today(), clock.now() - timedelta(days=7)
    give(ines, Role.STAFF, f"hub:{street.hub.id}")
    booking, report = build_booking(street, ago, days=12), build_report("project", street.project.id, ago)
    build_session(street, name="Who hosts?", host_id=None)
    note = service.add_note(ines.id, street.hub.id, today, NoteKind.HAND_OVER, "The blue key is with Bilal.")
    service.add_note(ines.id, street.hub.id, today, NoteKind.KEYS, "Dora has the big key.")
    away = service.add_away(ines.id, street.hub.id, ines.id, street.dora.id, today, today + timedelta(days=3))
    service.take(ines.id, WaitKind.REPORT, report.id)
    area = queries.area_of(street.dora.id, (street.hub.id,))
    pressed = service.press(street.dora.id, area, Act.AGREE, [(WaitKind.BOOKING, booking.id)])
    db.session.commit()
    return {
        "desk.note_done:note_id": note.id, "desk.end_away:away_id": away.id, "desk.undo:undo_id": pressed.undo.id,
    }  # fmt: skip
