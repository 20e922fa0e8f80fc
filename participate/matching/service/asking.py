"""A team asks for a whole set in one press: people by letter, spaces by booking, things by loan or as gifts."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.core.errors import RuleBroken
from participate.matching.assembling import rules
from participate.matching.assembling.problem import Offer
from participate.matching.models import Ask, AskLine, ProjectSet
from participate.matching.queries import asks, sets
from participate.matching.service import ask_letters, set_things
from participate.matching.words import AskStatus, SetStatus
from participate.projects.models import Need, Project
from participate.projects.words import NeedKind

Wanted = Sequence[tuple[Offer, Need]]


def ask_all(actor_id: int, project: Project, heads: int, line: str) -> ProjectSet:
    """Ask for the set that was shown, as the form carried it. Raises ProjectRests, AskingAlready or SetChanged;
    nothing is kept then.
    """
    db.session.execute(select(Project.id).where(Project.id == project.id).with_for_update(key_share=True))
    if not project.stage.alive or project.source or project.hidden_at is not None:
        raise rules.ProjectRests
    if asks.find_set_asking(project.id) is not None:
        raise rules.AskingAlready
    chosen, now = sets.choose(project, heads, actor_id, line), clock.now()
    made = ProjectSet(
        project=project, starts_at=chosen.slot.starts_at, ends_at=chosen.slot.ends_at, heads=heads, made_by=actor_id,
        status=SetStatus.ASKING, made_at=now,
    )  # fmt: skip
    try:
        with db.session.begin_nested():
            db.session.add(made)
    except IntegrityError:
        raise rules.AskingAlready from None
    record(actor_id, "asked", "project_set", made.id)
    for some in _by_party(chosen.offers):
        ask_one(made, some)
    db.session.flush()
    return made


def ask_more(made: ProjectSet, offers: Wanted) -> int:
    """Ask for what a set lacks; how many are asked. Whoever cannot be asked after all is left out."""
    asked = 0
    for some in _by_party(offers):
        try:
            with db.session.begin_nested():
                ask_one(made, some)
        except RuleBroken:
            continue
        asked += 1
    return asked


def _by_party(offers: Wanted) -> list[Wanted]:
    """What goes to one person goes together; what hubs and partners have, and what is given away, is asked for thing by
    thing: it is answered when everybody had time to ask, not when she says whether she comes.
    """
    together: dict[str, list[tuple[Offer, Need]]] = {}
    for offer, need in offers:
        alone = offer.given or not offer.party.startswith("person:")
        together.setdefault(f"{offer.party} {offer.thing}" if alone else offer.party, []).append((offer, need))
    return list(together.values())


def ask_one(made: ProjectSet, offers: Wanted) -> None:
    """One ask. Raises SetChanged where she is being asked by somebody else, and what bookings and loans raise."""
    now, first = clock.now(), offers[0][0]
    until = rules.gift_until(made.starts_at) if first.given else rules.answer_until(now, made.starts_at)
    ask = Ask(
        set_id=made.id, person_id=_person_asked(first), status=AskStatus.ASKED, asked_at=now, good_until=until,
        lines=[_line(*each) for each in offers],
    )  # fmt: skip
    try:
        with db.session.begin_nested():
            db.session.add(ask)
    except IntegrityError:
        raise rules.SetChanged from None
    db.session.refresh(made, ["asks"])
    record(made.made_by, "asked", "ask", ask.id)
    if asks.is_by_letter(ask):
        ask_letters.tell_asked(ask)
        return
    for line in ask.lines:
        set_things.request(made, line)
    settle_things(ask, now)


def settle_things(ask: Ask, now: datetime) -> None:
    """An ask of things stands as its bookings, loans and gifts do: one no is a no to all that she was asked for."""
    stand = {set_things.standing(line) for line in ask.lines}
    if AskStatus.NO in stand:
        ask.status, ask.answered_at = AskStatus.NO, now
        for line in ask.lines:
            set_things.call_off(ask.set, line)
    elif stand == {AskStatus.YES} and ask.status is not AskStatus.YES:
        ask.status, ask.answered_at = AskStatus.YES, now
        for line in ask.lines:
            line.units = set_things.units_of(line)
    db.session.flush()


def _person_asked(offer: Offer) -> int | None:
    kind, _, number = offer.party.partition(":")
    return int(number) if kind == "person" and not offer.given else None


def _line(offer: Offer, need: Need) -> AskLine:
    kind, _, number = offer.thing.partition(":")
    return AskLine(
        need_id=need.id, kind=NeedKind(kind), what=need.words, units=offer.units,
        space_id=int(number) if kind == "space" else None, material_id=int(number) if kind == "material" else None,
    )  # fmt: skip
