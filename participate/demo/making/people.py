"""Residents with their lines, free times and languages; the cast, the staff, the officer and the admin."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from participate.accounts.words import PersonKind, PersonStatus, Role
from participate.core import clock
from participate.core.text import first_name, slug_of
from participate.demo.content import reading
from participate.demo.content.reading import Community
from participate.demo.making.ground import Ground, Neighbour
from participate.demo.making.lines import Line, Pen
from participate.organisations.rules import stands_until
from participate.organisations.rules.expiry import STANDS
from participate.profiles.words import PartOfDay, PostingKind

PHONES = 990  # of Ofcom's thousand numbers for stories; the last ten are the hubs'
LONGEST_MEMBER = 540  # days since the first resident joined
CHANCE = {"agrees to a square": 0.85, "was entered by staff": 0.05, "uses a phone": 0.28, "tells free times": 0.6}
TIMES = tuple((weekday, part) for weekday in range(7) for part in PartOfDay)
HOW_MANY_INTERESTS = ((1, 2, 3, 4), (25, 40, 25, 10))
HOW_MANY_SKILLS = ((0, 1, 2), (45, 40, 15))


def make_residents(ground: Ground) -> None:
    """The residents, the cast's first."""
    dice = ground.dice("residents")
    pen = Pen(ground.dice("lines"))
    members = [one for one in reading.tables("cast") if one["part"] in ("resident", "host", "keeper")]
    for number in range(ground.sizes.residents):
        if number < len(members):
            _make_member(ground, dice, members[number])
        else:
            _make_resident(ground, dice, pen, number)


def _make_member(ground: Ground, dice: Random, member: Mapping[str, Any]) -> None:
    codes = [ward.code for ward in ground.wards]
    ward = codes.index(str(member["ward"]))
    square, joined = ground.square(dice, ward), ground.ago(dice, 400, 300)
    number = add_person(ground, str(member["name"]), joined, email=str(member["email"]), ward=ward, square=square)
    ground.cast[str(member["part"])] = number
    neighbour = Neighbour(number, first_name(str(member["name"])), ward, square, "", joined)
    ground.settle(neighbour)
    _add_times(ground, dice, neighbour)
    for kind, key in ((PostingKind.INTEREST, "interests"), (PostingKind.SKILL, "skills")):
        for words in member[key]:
            _add_posting(ground, dice, neighbour, kind, Line(words))


def _make_resident(ground: Ground, dice: Random, pen: Pen, number: int) -> None:
    # The first ones are spread so that no ward is empty, however small the neighbourhood.
    ward = number % len(ground.wards) if number < 2 * len(ground.wards) else ground.choose_ward(dice)
    community = community_of(dice)
    name = f"{dice.choice(community.first)} {dice.choice(community.head)}{dice.choice(community.tail)}"
    square = ground.square(dice, ward) if dice.random() < CHANCE["agrees to a square"] else None
    joined = ground.long_ago(dice, LONGEST_MEMBER)
    entered = dice.random() < CHANCE["was entered by staff"]
    phone = number < PHONES and dice.random() < CHANCE["uses a phone"]
    person_id = add_person(
        ground, name, joined, ward=ward, square=square, kind=PersonKind.ENTERED if entered else PersonKind.ACCOUNT,
        email=None if entered or phone else f"{slug_of(name).replace('-', '.')}.{number}@example.org",
        phone=f"+447700900{number:03d}" if phone else None, language=community.language or "en",
        **(_reached_by(ground, number, ward) if entered else {}),
    )  # fmt: skip
    if entered:
        ground.entered.append((person_id, _nearest_hub(ground, ward), joined))
    neighbour = Neighbour(person_id, first_name(name), ward, square, community.language, joined)
    ground.settle(neighbour)
    _add_lines(ground, dice, pen, neighbour)
    _add_times(ground, dice, neighbour)


def _reached_by(ground: Ground, number: int, ward: int) -> dict[str, Any]:
    """Who is not online is rung on one of Ofcom's London numbers for stories, or told when she comes in."""
    rung = ground.dice(f"reach {number}").random() < 0.6
    return {
        "hub_id": _nearest_hub(ground, ward), "ring": f"02079460{number % 1000:03d}" if rung else "",
        "reach_note": "" if rung else "Comes in on Fridays",
    }  # fmt: skip


def _nearest_hub(ground: Ground, ward: int) -> int:
    return next((hub.id for hub in ground.hubs if hub.ward == ward), ground.hubs[0].id)


def community_of(dice: Random) -> Community:
    """Where a family comes from: its names and its language."""
    known = reading.communities()
    return dice.choices(known, [community.share for community in known])[0]


def add_person(
    ground: Ground, name: str, joined: datetime, *, email: str | None = None, phone: str | None = None,
    ward: int | None = None, square: int | None = None, kind: PersonKind = PersonKind.ACCOUNT, **more: Any,
) -> int:  # fmt: skip
    """A person and her audit row. Returns her id."""
    number = ground.book.add(
        "person", kind=kind, status=PersonStatus.ACTIVE, name=name, email=email, phone=phone,
        ward_id=ground.wards[ward].id if ward is not None else None, square=square, adult_at=joined, joined_at=joined,
        **({"hub_id": None, "ring": "", "reach_note": "", "language": "en"} | more),
    )  # fmt: skip
    ground.book.note(joined, number if kind is PersonKind.ACCOUNT else None, "joined", "person", number)
    return number


def _add_lines(ground: Ground, dice: Random, pen: Pen, neighbour: Neighbour) -> None:
    places = ground.wards[neighbour.ward]
    themes = ground.themes(dice)
    written: set[str] = set()
    for kind, (numbers, weights) in (
        (PostingKind.INTEREST, HOW_MANY_INTERESTS),
        (PostingKind.SKILL, HOW_MANY_SKILLS),
    ):
        for _ in range(dice.choices(numbers, weights)[0]):
            if kind is PostingKind.INTEREST:
                line = pen.interest(themes, neighbour.language, places.streets + places.greens)
            else:
                line = pen.skill(themes, neighbour.language)
            if line.words not in written:
                written.add(line.words)
                _add_posting(ground, dice, neighbour, kind, line)


def _add_posting(ground: Ground, dice: Random, neighbour: Neighbour, kind: PostingKind, line: Line) -> None:
    made = max(neighbour.joined_at, ground.ago(dice, STANDS.days - 5))
    number = ground.book.add(
        "posting", person_id=neighbour.id, kind=kind, words=line.words[:280], wants_to_learn=line.learns,
        expires_on=stands_until(clock.local(made).date()), asked_on=None, expired_on=None,
        made_at=made, changed_at=made,
    )  # fmt: skip
    ground.book.note(made, neighbour.id, "made", "posting", number)


def _add_times(ground: Ground, dice: Random, neighbour: Neighbour) -> None:
    spoken = [neighbour.language] if neighbour.language else []
    if not spoken or dice.random() < 0.85:
        spoken.insert(0, "en")
    for language in spoken:
        ground.book.add("spoken", person_id=neighbour.id, language=language)
    if dice.random() >= CHANCE["tells free times"]:
        return
    for weekday, part in sorted(dice.sample(TIMES, dice.randrange(1, 5))):
        ground.book.add("free_time", person_id=neighbour.id, weekday=weekday, part=part)


def make_officials(ground: Ground) -> None:
    """The officer, the admin, and two staff members for each hub (the cast's at the first)."""
    dice = ground.dice("officials")
    cast = {str(one["part"]): one for one in reading.tables("cast")}
    since = ground.now - timedelta(days=ground.grown(LONGEST_MEMBER))
    for part, role in (("officer", Role.OFFICER), ("admin", Role.ADMIN)):
        person_id = add_person(ground, str(cast[part]["name"]), since, email=str(cast[part]["email"]))
        ground.cast[part] = person_id
        give_role(ground, person_id, role, "", since)
    for place, (hub, written) in enumerate(zip(ground.hubs, reading.tables("hubs"), strict=True)):
        for host in written["hosts"]:
            community = community_of(dice)
            name, email = f"{host} {dice.choice(community.head)}{dice.choice(community.tail)}", ""
            if "staff" not in ground.cast and str(cast["staff"]["name"]).startswith(f"{host} "):
                name, email = str(cast["staff"]["name"]), str(cast["staff"]["email"])
            email = email or f"{slug_of(name).replace('-', '.')}.hub{place}@example.org"
            person_id = add_person(ground, name, since, email=email, ward=hub.ward)
            if email == cast["staff"]["email"]:
                ground.cast["staff"] = person_id
            ground.staff.setdefault(hub.id, []).append(person_id)
            give_role(ground, person_id, Role.STAFF, f"hub:{hub.id}", since)


def give_role(ground: Ground, person_id: int, role: Role, subject: str, since: datetime) -> None:
    """A role and its audit row."""
    ground.book.add("role_held", person_id=person_id, role=role, subject=subject, since=since)
    ground.book.note(since, None, f"granted {role}", "person", person_id)
