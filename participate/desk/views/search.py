"""One search field over everything that the reader may see. What is typed may be a name: it stands in no address."""

from flask import Blueprint, request
from werkzeug.wrappers import Response

from participate.core.guards import open_to, reads_first, staff
from participate.core.http import show
from participate.core.paging import Page
from participate.desk import queries
from participate.desk.forms import SearchForm
from participate.desk.views._area import her_area, number_in


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/desk/search", "search", search, methods=["GET", "POST"])


@reads_first
@open_to(staff)
def search() -> Response:
    """The field; and what was found, the best spelt first."""
    form, page = SearchForm(), None
    if form.validate_on_submit():
        page = _found(form.words.data or "")
    return show("desk/search.html", form=form, page=page, status=422 if form.errors else 200)


def _found(words: str) -> Page[queries.Found]:
    number = number_in(request.form.get("page", "1")) or 1
    return queries.search(her_area(), words, min(number, 100))
