"""The macros of templates/components, each rendered alone: what they show, what they hide, what they escape."""

from datetime import date

import pytest
from flask import Flask, render_template_string
from jinja2 import StrictUndefined
from werkzeug.datastructures import MultiDict

from participate.core import i18n
from participate.core.fields import ChoiceField, Form, LineField, RadioChoiceField, TextField, TickField
from participate.core.paging import Page
from tests.house.test_templates import ROOT
from tests.look_at import Looked

BAD = '<script>alert("x")</script>'


class TryForm(Form):
    """One of each field."""

    name = LineField("Your first name", missing="Tell us your first name", description="What we call you.")
    about = TextField("About", longest=20)
    ward = ChoiceField("Ward", choices=[("", "Choose"), ("1", "Parsloes")], missing="Choose your ward")
    many = RadioChoiceField("How many?", choices=[("1", "Just me"), ("2", "Two")], missing="Say how many")
    adult = TickField("I am 18 or older", missing="Tick this")


@pytest.fixture(scope="module")
def site() -> Flask:
    """The templates and the languages, without a database: no macro may need one."""
    app = Flask("components", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"))
    app.config.update(SECRET_KEY="only-for-tests", WTF_CSRF_ENABLED=False)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    i18n.init_app(app)
    app.add_url_rule("/programme", "sessions.programme", lambda: "")
    return app


@pytest.fixture
def render(site: Flask):  # type: ignore[no-untyped-def]
    """Render a line of Jinja in a request; gives the page as looked at."""

    def at(source: str, method: str = "GET", **facts: object) -> Looked:
        with site.test_request_context("/programme", method=method):
            return Looked(render_template_string(source, **facts))

    return at


def form_of(site: Flask, **typed: str) -> TryForm:
    with site.test_request_context(method="POST"):
        form = TryForm(formdata=MultiDict(typed), meta={"csrf": False})
        form.validate()
        return form


FIELDS = """{% from "components/forms.html" import line, lines, choose, radios, tick, error_summary, error_title %}
<title>{{ error_title(form) }}Join</title>{{ error_summary(form) }}
{{ line(form.name) }}{{ lines(form.about) }}{{ choose(form.ward) }}{{ radios(form.many) }}{{ tick(form.adult) }}"""


def test_a_field_ties_label_hint_and_error_to_its_input(site: Flask, render) -> None:  # type: ignore[no-untyped-def]
    page = render(FIELDS, form=form_of(site, about=BAD))
    name = next(each for each in page.elements("input") if each.attrs.get("name") == "name")
    assert name.attrs["aria-invalid"] == "true"
    assert name.attrs["aria-describedby"].split() == ["name-hint", "name-error"]
    assert all(each in page.ids for each in name.attrs["aria-describedby"].split())
    assert page.elements("title")[0].words == "Error: Join"


def test_the_words_are_kept_and_escaped(site: Flask, render) -> None:  # type: ignore[no-untyped-def]
    page = render(FIELDS, form=form_of(site, name=BAD, about=BAD))
    assert page.elements("script") == []
    assert page.elements("textarea")[0].words == BAD
    assert next(e for e in page.elements("input") if e.attrs.get("name") == "name").attrs["value"] == BAD


def test_the_summary_leads_to_every_field(site: Flask, render) -> None:  # type: ignore[no-untyped-def]
    page = render(FIELDS, form=form_of(site, about="x" * 30))
    links = [each.attrs["href"] for each in page.elements("a")]
    assert links == ["#name", "#about", "#ward", "#many", "#adult"]
    assert all(link[1:] in page.ids for link in links)


def test_a_good_form_says_nothing_of_errors(site: Flask, render) -> None:  # type: ignore[no-untyped-def]
    form = form_of(site, name="Amina", about="Bread", ward="1", many="2", adult="y")
    page = render(FIELDS, form=form)
    assert not any("aria-invalid" in each.attrs for each in page.all)
    assert page.elements("title")[0].words == "Join"
    assert [each.attrs["value"] for each in page.elements("input") if "checked" in each.attrs] == ["2", "y"]


CARD = '{% from "components/card.html" import card %}'


def test_a_card_has_one_link_and_escapes(render) -> None:  # type: ignore[no-untyped-def]
    page = render(CARD + '{{ card("Project", bad, "/p", theme="make", text=bad) }}', bad=BAD)
    assert [each.attrs["href"] for each in page.elements("a")] == ["/p"]
    assert page.elements("script") == []


def test_a_reason_marks_the_shared_words(render) -> None:  # type: ignore[no-untyped-def]
    source = (
        CARD + '{{ card("Project", "Mend Club", "/p", who="Ruth", reason=marked("You both like sewing", ["sewing"])) }}'
    )
    assert [each.words for each in render(source).elements("mark")] == ["sewing"]


def test_a_date_block_names_its_day(render) -> None:  # type: ignore[no-untyped-def]
    page = render('{% from "components/meta.html" import date_block %}{{ date_block(day) }}', day=date(2026, 7, 4))
    assert page.elements("time")[0].attrs["datetime"] == "2026-07-04"
    assert [each.words for each in page.elements("b", "span", "i")] == ["Sat", "4", "Jul"]


PAGER = '{% from "components/page.html" import pager %}{{ pager(page, "sessions.programme", {"theme": "cook"}) }}'


@pytest.mark.parametrize(
    ("number", "total", "links", "said"),
    [
        (1, 20, [], []),
        (1, 21, ["next"], ["1 to 20 of 21"]),
        (2, 21, ["prev"], ["21 to 21 of 21"]),
        (2, 61, ["prev", "next"], ["21 to 40 of 61"]),
    ],
)
def test_the_pager(render, number: int, total: int, links: list[str], said: list[str]) -> None:  # type: ignore[no-untyped-def]
    size = 20
    page = Page(list(range(min(size, total - size * (number - 1)))), number, size, total)
    looked = render(PAGER, page=page)
    assert all("theme=cook" in each.attrs["href"] for each in looked.elements("a"))
    assert [each.attrs["rel"] for each in looked.elements("a")] == links
    assert [e.words for e in looked.elements("span") if e.attrs.get("class") == "soft"] == said


CHART = '{% from "components/chart.html" import bars, trend %}'


@pytest.mark.parametrize("kind", ["bars", "trend"])
def test_a_chart_says_everything_in_words_too(render, kind: str) -> None:  # type: ignore[no-untyped-def]
    pairs = [("Jan", 431), ("Feb", None), ("Mar", 0)]
    page = render(CHART + "{{ " + kind + '("c", "Visits", "Fell.", pairs, "Month", "Visits") }}', pairs=pairs)
    assert [each.words for each in page.elements("td")] == ["431", "few", "0"]
    assert page.elements("svg")[0].attrs["aria-labelledby"].split() == ["c-t", "c-d"]
    assert page.elements("script", "style") == []


def test_a_chart_of_nothing_does_not_break(render) -> None:  # type: ignore[no-untyped-def]
    for kind in ("bars", "trend"):
        render(CHART + "{{ " + kind + '("c", "Visits", "None yet.", pairs, "Month", "Visits") }}', pairs=[])
