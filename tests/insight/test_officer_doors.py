"""What an officer can reach: no person by any address, nothing more by any parameter (P-20, P-24, P-31)."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from werkzeug.routing import AnyConverter, IntegerConverter, Map, Rule
from werkzeug.test import TestResponse

from participate.accounts.models import Person
from participate.accounts.words import PersonKind
from participate.core import clock
from participate.core.guards import audiences_of
from participate.insight.queries.figures import list_snapshots
from participate.sessions.models import Attendance, Session
from participate.sessions.words import CameBy
from tests.insight.published_rows import a_quarter
from tests.page import TOKEN, PageClient
from tests.samples import ids_of, pages
from tests.street import CAST, Street, add

DOORS = Path(__file__).parents[1] / "house" / "doors.txt"
# What an address of the figures may name: a ward, a measure, a period, one of a page's charts, a format. Each is looked
# up in a fixed list.
WORDS = {"slug", "key", "period", "month", "chart", "form"}
# And by number, each read by a reviewer: nobody's own. (endpoint, argument)
NUMBERS = {
    ("insight.change_commitment", "commitment_id"),  # what the council promised in public
    ("insight.ask_story", "story_id"),  # a story that everybody may read; its writer is asked
    ("insight.leave_story", "beside_id"),  # that story's place beside the figures
}
ID, NAME, EMAIL, PHONE = 7654321, "Zebedee Quillfeather", "zebedee.quillfeather@example.org", "07700900461"
TRIES = (
    f"person={ID}", f"person_id={ID}", f"id={ID}", f"user={ID}", f"email={EMAIL}", f"q={quote(NAME)}",
    f"say={quote(NAME)}", f"name={quote(NAME)}", f"phone={PHONE}", "k=1", "k=0", "threshold=0", "threshold=1",
    "least=1",
    "raw=1", "suppress=0", "suppress=off", "publish=0", "rounding=off", "rounding=1", "round=0", "split=person",
    "split=name", "split=age,theme", "by=person", "group=person_id", "area=street:1", "area=person:1", "ward=street:1",
    "square=350060", "hub=1", "project=1", "session=1", "period=2026-07-03", "period=2026-W27", "period=2026-03-01/P1D",
    "from=2026-07-01", "since=2026-07-01", "day=2026-07-03", "live=1", "fresh=1", "cache=0", "debug=1", "format=raw",
    "measure=person", "measure=Person.email", "where=1%3D1", "filter=person.name", "order=person", "fields=email",
    "snapshot=live", "snapshot=0", "audience=staff", "role=admin", "explain=1", f"page={ID}&person={ID}",
)  # fmt: skip
SAID_NO = (400, 404, 409, 422)  # 409: a rule says so in words, “write a period like 2026-Q3”


def is_of_officers(site: Flask, rule: Rule) -> bool:
    names = {audience.name for audience in audiences_of(site.view_functions[rule.endpoint])}
    return "officers" in names and "anyone" not in names


def rules_of_officers(site: Flask) -> list[Rule]:
    return [rule for rule in site.url_map.iter_rules() if is_of_officers(site, rule)]


def faults_of(rule: Rule) -> list[str]:
    """The parameters of an address that might name a person, or anything else that is not in a fixed list."""
    faults = []
    for name in sorted(rule.arguments):
        number = isinstance(rule._converters[name], IntegerConverter)
        if number and (rule.endpoint, name) not in NUMBERS:
            faults.append(f"{rule.rule}: {name} is a number of something")
        if not number and name not in WORDS:
            faults.append(f"{rule.rule}: {name} is not known here")
        if name == "form" and not isinstance(rule._converters[name], AnyConverter):
            faults.append(f"{rule.rule}: any format goes")
    return faults


def test_no_address_of_officers_names_a_person(site: Flask) -> None:
    rules = rules_of_officers(site)
    assert len(rules) > 8
    assert [fault for rule in rules for fault in faults_of(rule)] == []


@pytest.mark.parametrize(
    "address",
    [
        "/figures/person/<int:person_id>", "/figures/<int:ward_id>", "/figures/<email>", "/figures/street/<street>",
        "/figures/snapshot/<month>.<form>", "/figures/stories/<int:story_id>", "/figures/<path:key>/<q>",
    ],
)  # fmt: skip
def test_an_address_that_does_is_caught(address: str) -> None:
    rule = Rule(address, endpoint="insight.planted")
    Map([rule])
    assert faults_of(rule)


@pytest.fixture
def zebedee(street: Street) -> Person:
    """A neighbour whose number, name and contacts nobody else has; he came to a session in March."""
    person = Person(
        id=ID, name=NAME, email=EMAIL, phone=PHONE, ward_id=street.ward.id, adult_at=clock.now(), joined_at=clock.now(),
        hub_id=street.hub.id, kind=PersonKind.ENTERED,
    )  # fmt: skip
    start = clock.now() - timedelta(days=100)
    held = Session(
        project_id=street.project.id, name="Mend Club", hub_id=street.hub.id, starts_at=start, ward_id=street.ward.id,
        ends_at=start + timedelta(hours=1), host_id=street.amina.id, made_at=start, changed_at=start,
    )  # fmt: skip
    add(person, held)
    add(Attendance(session_id=held.id, person_id=person.id, came_by=CameBy.WALK_IN, came_at=start))
    return person


@pytest.fixture
def addresses(app: Flask, street: Street, zebedee: Person) -> list[str]:
    """A real address of every page and file that officers can fetch."""
    mine = {rule.endpoint for rule in rules_of_officers(app)}
    found = [page.path for page in pages(app, ids_of(street)) if page.endpoint in mine]
    for form in ("xlsx", "json"):
        found += [path.removesuffix("csv") + form for path in found if path.endswith(".csv")]
    if not list_snapshots():
        a_quarter()
    return found


def words_of(answer: TestResponse) -> bytes:
    """All that an answer says, without what differs each time: a form's token, when a spreadsheet was written."""
    if not answer.data.startswith(b"PK"):
        return TOKEN.sub("", answer.text).encode()
    with zipfile.ZipFile(io.BytesIO(answer.data)) as file:
        parts = [name.encode() + file.read(name) for name in sorted(file.namelist())]
    return re.sub(rb"<dcterms:modified.*?</dcterms:modified>", b"", b"\n".join(parts))


def secrets_of(street: Street) -> list[str]:
    cast = [street.person(name) for name in CAST if name not in ("stranger", "efua")]
    return [str(ID), NAME, EMAIL, PHONE] + [said for one in cast if one for said in (one.name, one.email or one.name)]


def found_in(answer: TestResponse, secrets: list[str]) -> list[str]:
    said = words_of(answer).decode(errors="replace")
    return [secret for secret in secrets if secret in said]


def test_no_page_of_officers_tells_of_a_person(app: Flask, street: Street, addresses: list[str]) -> None:
    efua: PageClient = app.test_client().become(street.efua)  # type: ignore[attr-defined]
    secrets, told, fine = secrets_of(street), {}, 0
    for path in addresses:
        answer = efua.get(path)
        fine += answer.status_code == 200
        if found := found_in(answer, secrets):
            told[path] = found
    assert told == {}
    assert fine >= len(addresses) - 1, "pages that say no prove nothing"


def test_the_eye_for_persons(app: Flask, street: Street, zebedee: Person) -> None:
    """The same search finds him where staff see him."""
    dora: PageClient = app.test_client().become(street.dora)  # type: ignore[attr-defined]
    assert NAME in found_in(dora.get(f"/people/{ID}"), secrets_of(street))


def rounds(tries: tuple[str, ...]) -> list[list[str]]:
    """The tries in as few questions as there can be without one that asks for the same thing twice."""
    found: list[list[str]] = []
    for tried in tries:
        key = tried.partition("=")[0]
        free = [each for each in found if key not in (other.partition("=")[0] for other in each)]
        if free:
            free[0].append(tried)
        else:
            found.append([tried])
    return found


def faults_with(browser: FlaskClient, path: str, tries: list[str], secrets: list[str]) -> list[str]:
    """What parameters change about an answer, other than that it says no."""
    plain = browser.get(path)
    return _faults_beside((plain.status_code, words_of(plain)), browser, path, tries, secrets)


def _faults_beside(
    plain: tuple[int, bytes], browser: FlaskClient, path: str, tries: list[str], secrets: list[str]
) -> list[str]:
    """What says no to many is asked again by halves: one that is refused hides what the others would do."""
    asked = f"{path}?{'&'.join(tries)}"
    answer = browser.get(asked)
    if (answer.status_code, words_of(answer)) == plain:
        return []
    if answer.status_code not in SAID_NO:
        return [f"{asked}: {answer.status_code}, another answer"]
    if found := found_in(answer, secrets):
        return [f"{asked}: tells of {found}"]
    half = len(tries) // 2
    halves = (tries[:half], tries[half:]) if half else ()
    return [fault for each in halves for fault in _faults_beside(plain, browser, path, each, secrets)]


def test_no_parameter_tells_more(app: Flask, street: Street, addresses: list[str]) -> None:
    """Whatever is asked beside the address, the answer is the same, or no."""
    efua: PageClient = app.test_client().become(street.efua)  # type: ignore[attr-defined]
    secrets = secrets_of(street)
    faults = [
        fault for path in addresses for tries in rounds(TRIES) for fault in faults_with(efua, path, tries, secrets)
    ]
    assert faults == []


def test_no_try_is_left_out() -> None:
    assert sorted(tried for each in rounds(TRIES) for tried in each) == sorted(TRIES)
    assert rounds(("a=1", "b=1", "a=2")) == [["a=1", "b=1"], ["a=2"]]


@pytest.mark.parametrize(
    ("tries", "caught"), [(["raw=1"], True), (["k=1", "raw=1"], True), (["k=1"], False), (["no=1"], False)]
)
def test_a_parameter_that_tells_more_is_caught(tries: list[str], caught: bool) -> None:
    """A site with such a parameter, and one that says no where it is asked something it does not know."""
    planted = Flask("planted")

    @planted.get("/figures")
    def figures() -> tuple[str, int]:
        return ("12 people" if "raw" in request.args else "fewer than 5"), 404 if "no" in request.args else 200

    assert bool(faults_with(planted.test_client(), "/figures", tries, [NAME])) is caught


def test_the_same_query_has_the_same_answer(app: Flask, street: Street, addresses: list[str]) -> None:
    efua: PageClient = app.test_client().become(street.efua)  # type: ignore[attr-defined]
    differing = [path for path in addresses if words_of(efua.get(path)) != words_of(efua.get(path))]
    assert differing == []


def closed_doors(site: Flask) -> Iterator[tuple[str, str, str]]:
    """Method, address and audiences of each route that the table keeps from officers and does not open to everybody."""
    for line in DOORS.read_text().splitlines():
        found = re.fullmatch(r"(.+?)\s+([A-Z,]+)\s+(\S+)", line)
        assert found, line
        address, methods, audiences = found.groups()
        if not {"officers", "anyone", "residents"} & set(audiences.split(",")):
            yield from ((method, address, audiences) for method in methods.split(","))


def filled(address: str) -> str:
    """An address with the number of the neighbour in every place for a number, and a word in the others."""
    address = re.sub(r"<any\((\w+)[^>]*>", r"\1", address)
    return re.sub(r"<[^>]*>", "x", re.sub(r"<int:[^>]*>", str(ID), address))


def test_every_door_to_persons_is_closed_to_officers(app: Flask, street: Street, zebedee: Person) -> None:
    efua: PageClient = app.test_client().become(street.efua)  # type: ignore[attr-defined]
    open_doors, asked, map_ = [], 0, app.url_map.bind("localhost")
    for method, address, audiences in closed_doors(app):
        path = filled(address)
        assert map_.match(path, method), "a wall would prove nothing"
        answer = efua.open(path, method=method, data={"csrf_token": efua._made_token()} if method == "POST" else None)
        asked += 1
        if answer.status_code not in (403, 404):
            open_doors.append(f"{method} {path} ({audiences}): {answer.status_code}")
    assert open_doors == []
    assert asked > 100


def test_nor_is_a_person_reached_as_a_resident(app: Flask, street: Street, zebedee: Person) -> None:
    """An officer is a resident too: addresses with a person's number that residents may ask show her nobody."""
    efua: PageClient = app.test_client().become(street.efua)  # type: ignore[attr-defined]
    rules = [
        rule for rule in app.url_map.iter_rules() if "person_id" in rule.arguments and "GET" in (rule.methods or ())
    ]
    assert len(rules) > 5
    shown = {}
    for rule in rules:
        answer = efua.get(filled(rule.rule))
        if found := found_in(answer, [NAME, NAME.split()[0], EMAIL, PHONE]):
            shown[rule.rule] = found
    assert shown == {}
