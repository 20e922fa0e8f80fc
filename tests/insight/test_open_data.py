"""Open data: for everybody, the same published figures, and never a row of a person (P-27)."""

import json
import re

import pytest
from flask import Flask

from participate.core import config
from participate.insight.files.columns import COLUMNS, HEADS, KEY
from participate.insight.measures import TWELVE
from participate.insight.words import Shown
from tests.conftest import make_settings
from tests.insight.published_rows import WARD, a_quarter, publish, snapshot
from tests.insight.test_files import above, table_of
from tests.page import PageClient
from tests.street import CAST, Street

TABLE = "/figures/open/2026-03"
PATHS = (
    "/figures/open",
    f"{TABLE}.csv",
    f"{TABLE}.json",
    "/figures/open/dictionary.json",
    "/figures/open/datapackage.json",
)


@pytest.mark.parametrize("name", CAST)
def test_it_is_for_everybody(client: PageClient, street: Street, name: str) -> None:
    a_quarter()
    client.become(street.person(name))
    assert [client.get(path).status_code for path in PATHS] == [200] * len(PATHS)


def test_only_figures_that_lead_and_none_that_is_split_or_of_a_month(client: PageClient, street: Street) -> None:
    a_quarter()
    found = table_of(client.get(f"{TABLE}.csv").data)
    lead = {measure.key for measure in TWELVE} | {measure.of for measure in TWELVE}
    assert {each["measure"] for each in found} == {
        "people",
        "attendances",
        "children",
        "idea_days",
        "sessions_held",
    } & lead
    assert {each["period"] for each in found} == {"2026-Q1"}
    assert {each["split_by"] for each in found} == {""}
    assert {each["area_type"] for each in found} == {"borough", "locality", "ward", "unknown"}


def test_a_year_comes_with_its_last_quarter(client: PageClient, street: Street) -> None:
    made = snapshot("2025-12")
    publish(made, "2025-12", [("people", "borough", "", Shown.SHOWN, 100)])
    publish(made, "2025-Q4", [("people", "borough", "", Shown.SHOWN, 300)])
    publish(made, "2025", [("people", "borough", "", Shown.SHOWN, 900), ("people", WARD, "", Shown.FEW, None)])
    told = json.loads(client.get("/figures/open/2025-12.json").data)
    assert [(each["period"], each["value"], each["note"]) for each in told["figures"]] == [
        ("2025-Q4", 300, ""), ("2025", 900, ""), ("2025", None, "fewer than 5"),
    ]  # fmt: skip
    assert told["about"]["periods"] == ["2025-Q4", "2025"]
    assert "October to December 2025, 2025" in client.get("/figures/open").text


def test_the_public_and_the_officer_read_the_same(client: PageClient, street: Street) -> None:
    a_quarter()
    public = table_of(client.get(f"{TABLE}.csv").data)
    officers = table_of(client.become(street.efua).get("/figures/snapshot/2026-03.csv").data)
    assert len(public) == 10
    assert all(each in officers for each in public)


def test_each_table_has_one_line_a_cell(client: PageClient, street: Street) -> None:
    a_quarter()
    keys = [tuple(each[name] for name in KEY) for each in table_of(client.get(f"{TABLE}.csv").data)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("form", ["csv", "json"])
def test_it_stays_the_same_and_may_be_kept(client: PageClient, street: Street, form: str) -> None:
    a_quarter()
    first, second = (client.get(f"{TABLE}.{form}") for _time in range(2))
    assert first.data == second.data
    assert first.headers["Cache-Control"] == "public, max-age=3600"
    assert "Set-Cookie" not in first.headers
    again = client.get(f"{TABLE}.{form}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "2026-02.csv",
        "2026-Q1.csv",
        "2026.csv",
        "2026-06.csv",
        "2026-03.xlsx",
        "2026-03",
        "people.csv",
        "2026-03-07.csv",
    ],
)
def test_there_is_no_other_table(client: PageClient, street: Street, path: str) -> None:
    a_quarter()
    publish(snapshot("2026-02"), "2026-02", [("people", "borough", "", Shown.SHOWN, 100)])
    assert client.get(f"/figures/open/{path}").status_code == 404


def test_the_page_says_what_there_is(client: PageClient, street: Street) -> None:
    a_quarter()
    page = client.get("/figures/open").text
    assert "January to March 2026" in page
    assert f'href="{TABLE}.csv"' in page
    assert f'href="{TABLE}.json"' in page
    assert "Open Government Licence v3.0" in page
    assert all(f">{column.name}</code>" in page for column in COLUMNS)
    assert "People taking part" in page


def test_before_the_first_quarter(client: PageClient, street: Street) -> None:
    publish(snapshot("2026-02"), "2026-02", [("people", "borough", "", Shown.SHOWN, 100)])
    page = client.get("/figures/open").text
    assert "Nothing here yet" in page
    assert "2026-02" not in page
    assert json.loads(client.get("/figures/open/datapackage.json").data)["resources"] == []


def test_the_list_has_pages(client: PageClient, street: Street) -> None:
    months = [f"{year}-{month}" for year in range(2019, 2026) for month in ("03", "06", "09", "12")]
    for month in months:
        snapshot(month)
    publish(snapshot("2026-03"), "2026-Q1")
    first, second, beyond = (client.get(f"/figures/open?page={page}").text for page in (1, 2, 9))
    links = [re.findall(r"/figures/open/(\d{4}-\d\d)\.csv", page) for page in (first, second, beyond)]
    assert [len(each) for each in links] == [20, 9, 0]
    assert sorted({*links[0], *links[1]}) == [*months, "2026-03"]


def test_the_dictionary(client: PageClient, street: Street) -> None:
    told = json.loads(client.get("/figures/open/dictionary.json").data)
    assert [column["name"] for column in told["columns"]] == list(HEADS)
    assert told["licence"]["name"] == "Open Government Licence v3.0"
    people = told["measures"]["people"]
    assert (people["unit"], people["threshold"], people["adds_over_time"]) == ("people", 5, False)
    assert people["definitions"][0]["words"].startswith("Each adult")
    assert "cost_per_hour" not in told["measures"], "it is worked out on a page and in no table"
    assert {"area_type": "ward", "area_code": "E05014067", "area_name": "Parsloes"} in told["areas"]
    answer = client.get("/figures/open/dictionary.json")
    again = client.get("/figures/open/dictionary.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_the_package_describes_the_tables(client: PageClient, street: Street) -> None:
    """As a Frictionless program reads it: the path leads to the table, and its columns are those of the schema."""
    a_quarter()
    [resource] = json.loads(client.get("/figures/open/datapackage.json").data)["resources"]
    table = client.get(f"/figures/open/{resource['path']}")
    assert table.status_code == 200
    fields = [field["name"] for field in resource["schema"]["fields"]]
    found = table_of(table.data)
    assert list(found[0]) == fields
    assert resource["dialect"]["commentChar"] == "#"
    whole = [field["name"] for field in resource["schema"]["fields"] if field["type"] == "integer"]
    assert all(each[name] == "" or each[name].isdecimal() for each in found for name in whole)


def test_the_licence_is_a_setting(
    app: Flask, client: PageClient, street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_quarter()
    settings = make_settings(
        app.extensions["settings"].data, "sqlite:///x.db", FIGURES_LICENCE="CC BY 4.0",
        FIGURES_LICENCE_URL="https://creativecommons.org/licenses/by/4.0/",
    )  # fmt: skip
    monkeypatch.setitem(app.extensions, "settings", settings)
    assert above(client.get(f"{TABLE}.csv").data)["licence"] == "CC BY 4.0"
    assert "https://creativecommons.org/licenses/by/4.0/" in client.get("/figures/open").text


@pytest.mark.parametrize(
    "given",
    [
        {"FIGURES_LICENCE": "Mine"},
        {"FIGURES_LICENCE_URL": "https://x.example"},
        {"FIGURES_LICENCE": "Mine", "FIGURES_LICENCE_URL": "javascript:x"},
    ],
)
def test_half_a_licence_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(config.BadSetting, match="FIGURES_LICENCE"):
        config.read({"SECRET_KEY": "k" * 40} | given)
