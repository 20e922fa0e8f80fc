"""Staff look at pairs that may be one person, and say so or not."""

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.accounts import queries, service
from participate.accounts.forms import ChooseStayForm, EndForm
from participate.accounts.rules import masked
from participate.accounts.rules.doubles import Known, which_stays
from participate.accounts.words import Channel, SameStatus
from participate.core.errors import NotFound, RuleBroken
from participate.core.guards import open_to, staff
from participate.core.http import go, say, show
from participate.core.paging import asked_page

TWO = "two"


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/same-person", "same_person", same_person)
    blueprint.add_url_rule("/same-person/<int:pair_id>", "same_pair", same_pair, methods=["GET", "POST"])
    blueprint.add_url_rule("/merges/<int:merge_id>/undo", "undo_merge", undo_merge, methods=["POST"])


@open_to(staff)
def same_person() -> Response:
    """The pairs that wait, and what was decided lately."""
    page = queries.page_of_pairs(asked_page())
    merges = queries.page_of_merges(1)
    return show("accounts/same_person.html", page=page, merges=merges, calm=True)


@open_to(staff)
def same_pair(pair_id: int) -> Response:
    """The two side by side: one person, and which row stays, or two."""
    pair = queries.get_pair(pair_id)
    form, both = _form(pair), (pair.low, pair.high)
    waits = pair.status is SameStatus.WAITING and all(each.is_active for each in both)
    if waits and form.validate_on_submit():
        try:
            _decide(pair, form.which.data or "")
            return go("accounts.same_person")
        except RuleBroken as broken:
            form.which.errors = [_(broken.message, **broken.facts)]
    reach = {each.id: _reach(each) for each in both}
    return show(
        "accounts/same_pair.html", pair=pair, both=both, reach=reach, form=form, waits=waits, calm=True,
        status=422 if form.errors else 200,
    )  # fmt: skip


def _decide(pair: queries.SamePerson, which: str) -> None:
    if which == TWO:
        service.keep_two(current_user.id, pair)
        say(_("Two people. We do not ask again."))
        return
    kept, gone = (pair.low, pair.high) if which == str(pair.low_id) else (pair.high, pair.low)
    service.merge(current_user.id, kept, gone)
    say(_("One person now, with everything of both. You can undo it here for 90 days."))


@open_to(staff)
def undo_merge(merge_id: int) -> Response:
    """They are two people after all."""
    made = queries.get_merge(merge_id)
    if not EndForm().validate_on_submit():
        raise NotFound
    service.undo_merge(current_user.id, made)
    say(_("They are two people again, each with what was theirs."))
    return go("accounts.same_person")


def _form(pair: queries.SamePerson) -> ChooseStayForm:
    stays = which_stays(_known(pair.low), _known(pair.high))
    rows = sorted((pair.low, pair.high), key=lambda each: each.id != stays)
    choices = [(str(each.id), _("One person. Keep the row of %(name)s", name=_told(each))) for each in rows]
    return ChooseStayForm([*choices, (TWO, _("Two people"))])


def _told(person: queries.Person) -> str:
    return f"{person.name} ({_(person.kind.label)})"


def _known(person: queries.Person) -> Known:
    return Known(person.id, person.kind, person.name)


def _reach(person: queries.Person) -> list[str]:
    """Enough of each contact to compare, no more."""
    found = [masked(Channel.MAIL, person.email)] if person.email else []
    found += [masked(Channel.TEXT, each) for each in (person.phone, person.ring) if each]
    return found
