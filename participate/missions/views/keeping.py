"""A mission is named, its page kept true, and what was learnt written down."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response
from wtforms import Field

from participate.core import clock
from participate.core.days import day_of
from participate.core.errors import RuleBroken
from participate.core.guards import open_to, residents
from participate.core.http import go, say, show
from participate.missions import queries, service
from participate.missions.forms import LearntForm, MissionForm
from participate.missions.rules.naming import CountStays, NotRound
from participate.missions.views._hands import behalf_value, behalves, kept, named_by
from participate.missions.words import MissionMeasure
from participate.places.forms import put_error

BOTH = ["GET", "POST"]


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/missions/new", "new", new, methods=BOTH)
    blueprint.add_url_rule("/missions/<int:mission_id>/edit", "edit", edit, methods=BOTH)
    blueprint.add_url_rule("/missions/<int:mission_id>/learnt", "learnt", learnt, methods=BOTH)


@open_to(residents)
def new() -> Response:
    """Name a goal that many can work towards."""
    names = behalves()
    form = MissionForm(names, first_day=clock.today().isoformat())
    if len(names) == 1:
        form.behalf.data = names[0][0]
    if form.validate_on_submit() and _says_what(form):
        try:
            made = service.name(current_user.id, _facts(form))
            say(_("Thank you. Everybody can read it, and projects can join."))
            return go("missions.mission", mission_id=made.id)
        except RuleBroken as broken:
            put_error(_field_of(form, broken), broken)
    return show("missions/form.html", form=form, mission=None, status=422 if form.errors else 200)


@open_to(residents)
def edit(mission_id: int) -> Response:
    """Keep the page of a mission true."""
    found = kept(mission_id)
    names = [(value, label) for value, label in behalves() if value == behalf_value(found)] or [
        (behalf_value(found), _("As it is now"))
    ]
    form = MissionForm(names, **_as_typed(found))
    form.behalf.data = behalf_value(found)
    if form.validate_on_submit() and _says_what(form):
        try:
            service.change(current_user.id, found, _facts(form))
            say(_("Saved."))
            return go("missions.mission", mission_id=mission_id)
        except RuleBroken as broken:
            put_error(_field_of(form, broken), broken)
    return show("missions/form.html", form=form, mission=found, status=422 if form.errors else 200)


@open_to(residents)
def learnt(mission_id: int) -> Response:
    """What was learnt, for those who come after."""
    found = kept(mission_id)
    form = LearntForm(learnt=found.learnt)
    if form.validate_on_submit():
        service.learn(current_user.id, found, form.learnt.data or "")
        say(_("Saved. It stays on this page."))
        return go("missions.mission", mission_id=mission_id)
    return show("missions/learnt.html", form=form, mission=found, status=422 if form.errors else 200)


def _as_typed(found: queries.Mission) -> dict[str, object]:
    same = ("name", "about", "measure", "target", "definition")
    days = {"first_day": found.first_day.isoformat(), "last_day": found.last_day.isoformat()}
    return {name: getattr(found, name) for name in same} | days


def _says_what(form: MissionForm) -> bool:
    """Where partners report, everybody must read what is counted."""
    if form.measure.data != MissionMeasure.OUTCOME or form.definition.data:
        return True
    form.definition.errors = [*form.definition.errors, _("Write what exactly is counted, and by whom.")]
    return False


def _field_of(form: MissionForm, broken: RuleBroken) -> Field:
    fields = {NotRound: form.target, CountStays: form.measure}
    return fields.get(type(broken), form.last_day)


def _facts(form: MissionForm) -> service.MissionFacts:
    return service.MissionFacts(
        name=form.name.data or "", about=form.about.data or "", measure=MissionMeasure(form.measure.data),
        target=form.target.data or 0, definition=form.definition.data or "",
        first_day=day_of(form.first_day.data or ""), last_day=day_of(form.last_day.data or ""),
        **named_by(form.behalf.data or ""),
    )  # fmt: skip
