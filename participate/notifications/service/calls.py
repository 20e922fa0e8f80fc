"""The call list: promises that nothing written keeps."""

from sqlalchemy import update

from participate.accounts.models import Person
from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.jobs import tell
from participate.notifications.models import Call
from participate.notifications.rules import AlreadyTold, call_due, call_good_until, check_outcome
from participate.notifications.service.ledger import Errand
from participate.notifications.words import CallOutcome, CallStatus
from participate.outbox.service import promise
from participate.places.lines import hours_of
from participate.places.models import Hub
from participate.places.queries import find_hub, list_hubs, nearest_hub

MADE, RECORDED = "call.made", "call.recorded"


def hub_for(person: Person) -> Hub | None:
    """The hub that rings her: the one that wrote her down, else the nearest, else the first there is."""
    own = find_hub(person.hub_id)
    if own is not None:
        return own
    hubs = list_hubs()
    return nearest_hub(person.ward_id, person.square, hubs) or next(iter(hubs), None) if hubs else None


def put_on_list(errand: Errand, *, texted: bool = False) -> Call:
    """The hub tells her: by when, and what. `texted`: only if the text that has just gone comes back."""
    hub, now = hub_for(errand.person), clock.now()
    call = Call(
        person_id=errand.person.id, hub_id=hub.id if hub is not None else None, promise_id=errand.promise_id,
        letter=errand.letter, about=errand.about, facts=dict(errand.facts), made_at=now,
        status=CallStatus.TEXTED if texted else CallStatus.WAITING,
        due_at=call_due(errand.letter, now, hours_of(hub) if hub is not None else {}, errand.good_until),
        good_until=call_good_until(errand.letter, errand.good_until),
    )  # fmt: skip
    db.session.add(call)
    db.session.flush()
    if not texted:
        _say_made(call)
    return call


def ring_after_all(call: Call) -> None:
    """The text came back: now the hub rings."""
    if call.status is CallStatus.TEXTED:
        hub = find_hub(call.hub_id)
        hours = hours_of(hub) if hub is not None else {}
        call.status = CallStatus.WAITING
        call.due_at = call_due(call.letter, clock.now(), hours, call.good_until)
        db.session.flush()
        _say_made(call)


def _say_made(call: Call) -> None:
    """Whoever waits for an answer hears at once that its time has not begun."""
    facts = {"call_id": call.id, "letter": call.letter, "person_id": call.person_id, "about": call.about}
    tell(MADE, facts | {"due_at": call.due_at.isoformat()})


def record_call(actor_id: int, call: Call, outcome: CallOutcome) -> None:
    """Staff note what came of a call. Nobody there: it stays on the list. Whoever waits for an answer hears of it.

    Raises AlreadyTold when a colleague was first, NothingToAnswer for a yes or no to what asks nothing.
    """
    check_outcome(call.letter, outcome)
    still = update(Call).where(Call.id == call.id, Call.status == CallStatus.WAITING)
    facts = dict(call.facts)
    if outcome is CallOutcome.NOBODY_THERE:
        changes: dict[str, object] = {"tries": Call.tries + 1}
    else:
        changes = {"status": CallStatus.DONE, "facts": {}, "recorded_at": clock.now(), "recorded_by": actor_id}
    changed = db.session.execute(still.values(outcome=outcome, **changes).execution_options(synchronize_session=False))
    if changed.rowcount != 1:  # type: ignore[attr-defined]
        raise AlreadyTold
    db.session.refresh(call)
    record(actor_id, f"call: {outcome.value}", "call", call.id)
    if call.status is CallStatus.DONE:
        told = {
            "call_id": call.id, "letter": call.letter, "person_id": call.person_id, "about": call.about,
            "facts": facts, "outcome": outcome.value, "actor_id": actor_id,
        }  # fmt: skip
        promise(RECORDED, told, key=f"{RECORDED}:{call.id}")


def call_off(person_id: int, letter: str, about: str) -> None:
    """She knows or it is over: nobody need ring her about it any more."""
    waits = (Call.person_id == person_id, Call.letter == letter, Call.about == about, Call.status == CallStatus.WAITING)
    db.session.execute(
        update(Call).where(*waits).values(status=CallStatus.GONE, facts={}).execution_options(synchronize_session=False)
    )
