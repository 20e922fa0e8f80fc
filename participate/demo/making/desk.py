"""What hub staff keep: who said yes to being written down, what they saw of hosts, their diary, who is away; and what
residents chose to hear from us."""

from collections.abc import Iterable
from datetime import timedelta
from random import Random

from participate.accounts.words import ConsentFor, ConsentHow, RecordKind
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground, HubGround
from participate.demo.making.projects import Made
from participate.demo.making.sessions import Met
from participate.desk.words import NoteKind
from participate.notifications.words import Choice

CHOICES = ((Choice.WEEKLY, Choice.ONLY_YES, Choice.NOTHING), (20, 6, 2))
CHOSE = 0.28  # of those with an address have looked at the page at all
SEEN = {RecordKind.INDUCTION: 0.9, RecordKind.FOOD_HYGIENE: 0.4, RecordKind.FIRST_AID: 0.2}
STANDS = {RecordKind.FOOD_HYGIENE: 3 * 365, RecordKind.FIRST_AID: 3 * 365}  # days
KINDS = {"notes": NoteKind.NOTE, "hand_overs": NoteKind.HAND_OVER, "keys": NoteKind.KEYS}


def make_desk(ground: Ground, projects: Iterable[Made], met: Iterable[Met]) -> None:
    """All that stands on the desks."""
    dice = ground.dice("desk")
    _make_consents(ground, dice)
    _make_choices(ground, dice)
    _make_records(ground, dice, projects)
    for hub in ground.hubs:
        _make_diary(ground, dice, hub)
    _make_incidents(ground, dice, [one for one in met if one.ends_at < ground.now])


def _make_consents(ground: Ground, dice: Random) -> None:
    """Whoever was written down by staff said yes to it, and most to more."""
    for person_id, hub_id, joined in ground.entered:
        for what in (ConsentFor.WRITTEN_DOWN, ConsentFor.SUGGESTIONS, ConsentFor.INTRODUCTION):
            if what is ConsentFor.WRITTEN_DOWN or dice.random() < 0.8:
                ground.book.add(
                    "consent", person_id=person_id, what=what, how=dice.choice(list(ConsentHow)),
                    recorded_by=dice.choice(ground.staff[hub_id]), recorded_at=joined,
                    withdrawn_at=ground.now - DAY if what is ConsentFor.INTRODUCTION and dice.random() < 0.1 else None,
                )  # fmt: skip


def _make_choices(ground: Ground, dice: Random) -> None:
    entered = {person_id for person_id, _hub_id, _joined in ground.entered}
    for one in ground.neighbours:
        if one.id not in entered and dice.random() < CHOSE:
            ground.book.add(
                "attention", person_id=one.id, choice=dice.choices(*CHOICES)[0], salt=f"{dice.getrandbits(128):032x}",
                changed_at=max(one.joined_at, ground.ago(dice, 90)),
            )  # fmt: skip


def _make_records(ground: Ground, dice: Random, projects: Iterable[Made]) -> None:
    """What staff saw of those who host."""
    for host in sorted({host.id for project in projects for host in project.hosts}):
        for kind, share in SEEN.items():
            if dice.random() < share:
                seen = ground.today - DAY * dice.randrange(20, 900)
                ground.book.add(
                    "host_record", person_id=host, kind=kind, seen_on=seen, seen_by=dice.choice(_all_staff(ground)),
                    expires_on=seen + DAY * STANDS[kind] if kind in STANDS else None,
                )  # fmt: skip


def _all_staff(ground: Ground) -> list[int]:
    return [person_id for those in ground.staff.values() for person_id in those]


def _make_diary(ground: Ground, dice: Random, hub: HubGround) -> None:
    words, staff = reading.lines("desk"), ground.staff[hub.id]
    for key, kind in KINDS.items():
        made = ground.now - timedelta(hours=dice.randrange(1, 40))
        done = dice.random() < 0.3
        ground.book.add(
            "desk_note", hub_id=hub.id, day=ground.today + DAY * dice.randrange(-1, 3), kind=kind,
            words=typeset(dice.choice(words[key])), made_by=dice.choice(staff), made_at=made,
            done_at=ground.now - timedelta(minutes=20) if done else None, done_by=staff[0] if done else None,
        )  # fmt: skip
    if len(staff) > 1:
        first = ground.today + DAY * dice.randrange(0, 9)
        ground.book.add(
            "away", hub_id=hub.id, person_id=staff[-1], cover_id=staff[0], first_day=first, last_day=first + 4 * DAY
        )


def _make_incidents(ground: Ground, dice: Random, met: list[Met]) -> None:
    """Two: one whose follow-up is done, one that is open."""
    told = {name: typeset(words) for name, words in reading.lines("desk")["incident"].items()}
    for one, done in zip(dice.sample(met, min(2, len(met))), (True, False), strict=False):
        made = one.ends_at + timedelta(minutes=15)
        staff = dice.choice(_all_staff(ground))
        ground.book.add(
            "incident", session_id=one.id, **told, follow_by=ground.today + 5 * DAY, made_by=staff, made_at=made,
            done_at=ground.now if done else None, done_by=staff if done else None,
        )  # fmt: skip
