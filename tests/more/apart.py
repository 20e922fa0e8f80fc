"""A pair that may be one person, one that was made one, and the pages on which two are kept apart."""

from datetime import timedelta

from flask import current_app
from itsdangerous import URLSafeSerializer

from participate.accounts import service
from participate.accounts.models import SamePerson
from participate.accounts.words import ApartBy, ApartWhy, Channel, SameWhy
from participate.core import clock
from participate.core.db import db
from participate.projects.models import Idea
from participate.sessions.models import Attendance, Session, SignUp
from participate.sessions.words import CameBy, SignUpStatus
from participate.stories.models import Story
from tests.street import SQUARE, Street, add, person

STATES = ("/same-person?page=9", "/mine/apart?page=9", "/same-person/{decided_pair_id}")


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    twice = [person("Hana Noor", street.ward), service.meet_guest("Hana Noor", Channel.MAIL, "hana.n@example.org")]
    again = [person("Ivo Petrov", street.ward), service.meet_guest("Ivo Petrov", Channel.MAIL, "ivo.p@example.org")]
    pairs = [
        SamePerson(low_id=a.id, high_id=b.id, why=SameWhy.NAME_WARD, found_at=clock.now()) for a, b in (twice, again)
    ]
    add(*pairs)
    made = service.merge(street.dora.id, *again)
    kept = service.set_apart(street.efua.id, street.efua.id, street.gita.id)
    rosa, sam = service.write_down(street.dora.id, "Rosa Lind", street.hub.id), person("Sam Otto", street.ward)
    hubs = service.set_apart(street.dora.id, rosa.id, sam.id, ApartBy.HUB, ApartWhy.ASKED)
    _what_bilal_and_chidi_made(street)
    db.session.commit()
    # Chidi's link: others are told that there is no such page.
    signer = URLSafeSerializer(str(current_app.config["SECRET_KEY"]), salt="apart")
    link = signer.dumps([street.chidi.id, street.efua.id])
    return {
        "pair_id": pairs[0].id, "decided_pair_id": pairs[1].id, "merge_id": made.id, "apart_id": kept.id,
        "accounts.keep_apart:token": link, "desk.keep_apart:person_id": rosa.id, "desk.end_apart:person_id": sam.id,
        "desk.end_apart:apart_id": hubs.id,
    }  # fmt: skip


def _what_bilal_and_chidi_made(street: Street) -> None:
    """An idea and a story of Bilal's, and a session that Chidi hosts and both of them came to."""
    now = clock.now()
    at = {"ward_id": street.ward.id, "made_at": now, "changed_at": now}
    idea = Idea(
        words="Wouldn’t it be good if we flew kites on the green?", author_id=street.bilal.id, square=SQUARE, **at
    )
    told = Story(
        project_id=street.project.id, person_id=street.bilal.id, title="A coat for the bus driver",
        words="He left it on his seat and we sewed it.", made_at=now, changed_at=now,
    )  # fmt: skip
    begun = now - timedelta(days=9)
    held = Session(
        project_id=street.project.id, name="Buttons and zips", hub_id=street.hub.id, starts_at=begun,
        ends_at=begun + timedelta(hours=1), host_id=street.chidi.id, **at,
    )  # fmt: skip
    add(idea, told, held)
    for each in (street.bilal, street.amina):
        signed = SignUp(
            session_id=held.id, person_id=each.id, status=SignUpStatus.GOING, salt=f"{each.id}-apart", made_at=begun,
            changed_at=begun,
        )  # fmt: skip
        add(signed)
        add(Attendance(
            session_id=held.id, person_id=each.id, sign_up_id=signed.id, came_by=CameBy.SIGN_UP, came_at=begun
        ))  # fmt: skip
