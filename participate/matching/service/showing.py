"""Noting what was suggested to whom: on the GET that shows it, For you or the one box, and in the weekly mail."""

from collections.abc import Iterable, Mapping
from typing import Any

import structlog
from flask import after_this_request, request
from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError, OperationalError
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.db import aside, db
from participate.matching.models import Suggested, Unmatched
from participate.matching.quality.chance import chance_of
from participate.matching.quality.steps import KEPT_WEEKS, LISTED, WEEK, Channel, Step, monday_of
from participate.matching.queries.answers import answers_of
from participate.matching.words import Kind

log = structlog.get_logger()
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def note_page(person_id: int, listed: Iterable[str], shown: Iterable[str]) -> None:
    """Once the page at hand is made: the groups ("project:12") of her list, best first, were suggested to her, and she
    has seen those `shown` on the page. One statement; where it cannot be kept she gets her page all the same.
    """
    _note_after(_rows(person_id, Channel.FOR_YOU, list(listed), frozenset(shown)))


def note_box(person_id: int, shown: Iterable[str]) -> None:
    """The same for the page on which these groups stand, in this order, in answer to what she typed; never what she
    typed. Whoever wants no suggestions is not noted. One statement to read that, one to note.
    """
    listed = list(shown)
    if listed and not answers_of(person_id).all_off:
        _note_after(_rows(person_id, Channel.BOX, listed, frozenset(listed)))


def _note_after(rows: list[Mapping[str, object]]) -> None:
    """Keep these rows once the page at hand is made."""

    @after_this_request
    def note(response: Response) -> Response:
        if rows and request.method == "GET" and response.status_code == 200:
            _keep_aside(rows)
        return response


def note_letter(person_id: int, told: Iterable[str]) -> None:
    """These groups stand in her weekly mail, in this order, in the transaction at hand."""
    rows = _rows(person_id, Channel.MAIL, list(told), frozenset())
    if rows:
        db.session.execute(_statement(rows, db.session.get_bind().dialect.name))


def forget_shown(kind: str, thing_id: int) -> None:
    """A thing or a person is gone: nobody was suggested it, before another gets its number; nor was she anything."""
    this, subject = monday_of(clock.today()), f"{kind}:{thing_id}"
    weeks = [this - number * WEEK for number in range(KEPT_WEEKS + 2)]
    db.session.execute(delete(Suggested).where(Suggested.week.in_(weeks), Suggested.subject == subject))
    if kind == Kind.PERSON:
        for model in (Suggested, Unmatched):
            db.session.execute(delete(model).where(model.person_id == thing_id))


def _rows(person_id: int, channel: Channel, listed: list[str], shown: frozenset[str]) -> list[Mapping[str, object]]:
    """In the order of their names, so that two pages of hers at once do not wait for each other."""
    today = clock.today()
    by_chance = channel is not Channel.BOX and chance_of(person_id, today) is not None  # the box answers best first
    return sorted(
        (
            {
                "person_id": person_id, "week": monday_of(today), "subject": group, "place": place, "channel": channel,
                "by_chance": by_chance, "step": int(Step.SEEN if group in shown else Step.SUGGESTED),
            }
            for place, group in enumerate(listed, 1)
            if place <= LISTED or group in shown
        ),
        key=lambda row: str(row["subject"]),
    )  # fmt: skip


def _keep_aside(rows: list[Mapping[str, object]]) -> None:
    try:
        with aside() as kept:
            kept.execute(_statement(rows, kept.get_bind().dialect.name))
    except (IntegrityError, OperationalError) as error:  # she left a moment ago, or the database is busy
        log.warning("suggestions were not noted", kind=type(error).__name__)


def _statement(rows: list[Mapping[str, object]], dialect: str) -> Any:
    """What was suggested already this week keeps its first place and channel; what she now sees has been seen."""
    insert = _INSERT[dialect](Suggested).values(rows)
    further = insert.excluded.step > Suggested.step
    return insert.on_conflict_do_update(
        index_elements=["person_id", "week", "subject"], set_={"step": insert.excluded.step}, where=further
    )
