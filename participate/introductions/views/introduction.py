"""One introduction: the asking, or the two who talk."""

from typing import Any

from flask import Blueprint
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core.errors import NotFound
from participate.core.guards import open_to, residents
from participate.core.http import show
from participate.core.paging import Page, asked_page
from participate.introductions import queries
from participate.introductions.forms import NoteForm
from participate.introductions.views import _places
from participate.introductions.words import IntroductionStatus


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/introductions/<int:introduction_id>", "introduction", introduction)


@open_to(residents)
def introduction(introduction_id: int) -> Response:
    """What we ask me, what we ask for me, or the thread."""
    return page(queries.look(current_user.id, introduction_id))


def page(seen: queries.Seen, form: NoteForm | None = None, status: int = 200) -> Response:
    """The page of an introduction, with the words somebody is writing."""
    notes: Page[Any] = Page([], 1, 1, 0)
    if seen.may_talk:
        notes = queries.page_of_notes(seen.introduction, current_user.id, asked_page())
    open_ = seen.status in (IntroductionStatus.ASKED, IntroductionStatus.OPEN)
    return show(
        "introductions/introduction.html",
        seen=seen,
        held=seen.introduction,
        notes=notes,
        meeting=_places.meeting_of(seen.introduction.meet_at) if open_ else None,
        form=form or NoteForm(formdata=None),
        status=status,
    )


def find_own(introduction_id: int) -> queries.Seen:
    """The introduction, if the reader is one of the two or its host. Raises NotFound."""
    return queries.look(current_user.id, introduction_id)


def find_side(introduction_id: int) -> queries.Seen:
    """The introduction, if the reader is one of the two. Raises NotFound."""
    seen = find_own(introduction_id)
    if seen.host:
        raise NotFound
    return seen
