"""The PIN with which one of the staff takes a hub's tablet in hand."""

import hashlib
import hmac
import secrets
from threading import BoundedSemaphore

from sqlalchemy import case, literal, null, or_, update

from participate.accounts import queries, rules
from participate.accounts.current import keyed_hash
from participate.accounts.models import Person, StaffPin
from participate.audit.service import record
from participate.core import clock
from participate.core.db import Moment, aside, begin_writing, db

# 32 MiB three times: about a third of a second. Two at once, so that guessing never fills the memory.
COST, BLOCK, ROUNDS = 2**15, 8, 3
MEMORY = 64 * 2**20
_AT_ONCE = BoundedSemaphore(2)


def set_pin(person: Person, pin: str) -> None:
    """From now on this is her PIN, and a lock is off. Raises PinTooEasy."""
    rules.check_pin(pin)
    kept = queries.find_pin(person.id) or StaffPin(person_id=person.id)
    kept.pin_hash, kept.wrong, kept.locked_until, kept.set_at = _written(person.id, pin), 0, None, clock.now()
    db.session.add(kept)
    record(person.id, "set a PIN", "person", person.id)
    db.session.flush()


def try_pin(hub_id: int, person_id: int, pin: str) -> Person:
    """The member of staff whose PIN this is. Raises PinWrong or PinLocked; to be called before anything is written.

    Each try is counted before it is looked at, so that a heap of tries at once finds out no more than five.
    """
    holders = {person.id for person in queries.list_pin_holders(hub_id)}
    kept = queries.find_pin(person_id) if person_id in holders else None
    if kept is None:
        raise rules.PinWrong
    pin_id, written = kept.id, kept.pin_hash
    if not _count_try(pin_id):
        raise rules.PinLocked
    if not _is_right(person_id, pin, written):
        raise rules.PinWrong
    begin_writing()
    db.session.execute(
        update(StaffPin).where(StaffPin.id == pin_id).values(wrong=0, locked_until=None)
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    return queries.get_person(person_id)


def _count_try(pin_id: int) -> bool:
    """Count a try, whatever becomes of the request; False while the PIN is locked."""
    now = clock.now()
    wrong = StaffPin.wrong + 1
    lock = case((wrong >= rules.PINS_WRONG, literal(now + rules.LOCK_FOR, Moment)), else_=null())
    free = or_(StaffPin.locked_until.is_(None), StaffPin.locked_until <= now)
    with aside() as kept:
        counted = kept.execute(
            update(StaffPin).where(StaffPin.id == pin_id, free).values(wrong=wrong, locked_until=lock)
            .execution_options(synchronize_session=False)
        )  # fmt: skip
        return bool(counted.rowcount)  # type: ignore[attr-defined]


def _written(person_id: int, pin: str) -> str:
    salt = secrets.token_hex(16)
    return f"scrypt${COST}${BLOCK}${ROUNDS}${salt}${_slow(person_id, pin, salt, COST, BLOCK, ROUNDS)}"


def _is_right(person_id: int, pin: str, written: str) -> bool:
    _name, cost, block, rounds, salt, known = written.split("$")
    return hmac.compare_digest(known, _slow(person_id, pin, salt, int(cost), int(block), int(rounds)))


def _slow(person_id: int, pin: str, salt: str, cost: int, block: int, rounds: int) -> str:
    """Slow, salted, and keyed by the site: whoever has only the table has nothing to guess with."""
    keyed = keyed_hash("pin", f"{person_id}:{pin}").encode()
    with _AT_ONCE:
        made = hashlib.scrypt(keyed, salt=salt.encode(), n=cost, r=block, p=rounds, maxmem=MEMORY, dklen=32)
    return made.hex()
