"""What was promised, beside what came of it; missed ones too."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response

from participate.core import clock
from participate.core.guards import admins, officers, open_to
from participate.core.http import go, say, show
from participate.core.paging import asked_page
from participate.insight.disclosure.table import Safe
from participate.insight.forms import Choices, CommitmentForm
from participate.insight.measures import BY_KEY, DERIVED, MEASURES
from participate.insight.periods import Period, read
from participate.insight.queries import figures, typed
from participate.insight.queries.typed import Commitment
from participate.insight.rules.promised import IsFrozen, WasReplaced, periods_ahead, standing_of
from participate.insight.saying import figure_words, period_name
from participate.insight.service import commitments as service
from participate.insight.showing.numbers import figure
from participate.insight.words import Kind, Standing
from participate.places.forms import put_error

BOTH = ["GET", "POST"]


@dataclass(frozen=True)
class Told:
    """A commitment as the page shows it. `before`: what it said earlier, newest first."""

    row: Commitment
    name: str
    unit: str
    by_when: str
    result: str
    standing: Standing
    before: list[Commitment]


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/figures/commitments", "commitments", commitments)
    blueprint.add_url_rule("/figures/commitments/new", "commit", commit, methods=BOTH)
    blueprint.add_url_rule("/figures/commitments/<int:commitment_id>", "change_commitment", change, methods=BOTH)


@open_to(officers, admins)
def commitments() -> Response:
    """All that hold, with their results and their earlier words."""
    page = typed.page_of_commitments(asked_page())
    before, found = typed.find_before(page.items), _results(page.items)
    told = [_told(row, found.get((row.measure, row.period)), before[row.id]) for row in page.items]
    return show("insight/commitments.html", page=page, told=told)


@open_to(officers, admins)
def commit() -> Response:
    """A new one."""
    periods = [(each.code, period_name(each)) for each in periods_ahead(clock.today())]
    form = CommitmentForm(_measures(), periods)
    del form.reason
    if form.validate_on_submit():
        service.commit(current_user.id, _promised(form))
        say(_("Noted. It stands beside the figures from now on."))
        return go("insight.commitments")
    return show("insight/commitment_form.html", form=form, before=None, status=422 if form.errors else 200)


@open_to(officers, admins)
def change(commitment_id: int) -> Response:
    """Another number, source or owner. The older one stays in sight."""
    before = typed.get_commitment(commitment_id)
    if typed.is_replaced(before.id):
        raise WasReplaced
    period = read(before.period)
    name = _(BY_KEY[before.measure].name) if before.measure in BY_KEY else before.measure
    fixed = [(before.measure, name)], [(period.code, period_name(period))]
    form = CommitmentForm(
        *fixed, measure=before.measure, period=period.code, target=before.target, source=before.source,
        owner=before.owner,
    )  # fmt: skip
    if form.validate_on_submit():
        try:
            service.change(current_user.id, before, _promised(form), form.reason.data or "")
            say(_("Changed. Both numbers stay in sight."))
            return go("insight.commitments")
        except IsFrozen as frozen:
            put_error(form.reason, frozen)
    return show("insight/commitment_form.html", form=form, before=before, status=422 if form.errors else 200)


def _promised(form: CommitmentForm) -> service.Promised:
    return service.Promised(
        form.measure.data, read(form.period.data), form.target.data or 0, form.source.data or "", form.owner.data or ""
    )


def _measures() -> Choices:
    """What is counted for the whole borough, by name. What an hour cost is no count, and less of it is better."""
    counted = [(each.key, _(each.name)) for each in MEASURES if each.kind is Kind.COUNT and each.key not in DERIVED]
    return sorted(counted, key=lambda each: each[1].casefold())


def _results(rows: Sequence[Commitment]) -> dict[tuple[str, str], Safe]:
    """(measure, period code) → what was published. One statement a period."""
    found: dict[tuple[str, str], Safe] = {}
    for code in {row.period for row in rows}:
        line = figures.find_line(read(code))
        found |= {(measure, code): safe for measure, safe in line.items()}
    return found


def _told(row: Commitment, result: Safe | None, before: list[Commitment]) -> Told:
    measure, period = BY_KEY.get(row.measure), read(row.period)
    return Told(
        row, _(measure.name) if measure else row.measure, _(measure.unit.label) if measure else "",
        period_name(period), figure(measure, result) if measure and result else figure_words(result),
        _standing(row, result, period), before,
    )  # fmt: skip


def _standing(row: Commitment, result: Safe | None, period: Period) -> Standing:
    return standing_of(row.target, result) if period.closes_at <= clock.now() else Standing.OPEN
