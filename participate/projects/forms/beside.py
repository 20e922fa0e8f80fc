"""What the forms of the projects share."""

from flask_babel import lazy_gettext as _
from wtforms import Field

from participate.core.errors import RuleBroken
from participate.organisations.forms import beside
from participate.projects.rules.needs import lines_of

SHORTEST_TIME, LONGEST_TIME = 5, 480  # minutes
WARD_MISSING = _("Choose the neighbourhood.")
one_a_line = beside(lambda _form, typed: lines_of(typed))


def put_error(field: Field, broken: RuleBroken) -> None:
    """Show a broken rule beside a field."""
    field.errors = [*field.errors, _(broken.message, **broken.facts)]
