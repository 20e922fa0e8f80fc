"""Every page of the site, with the ids of the street put into its address.

The street of the cast is small on purpose; `more_things` adds what only a full page shows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.moderation.models import Report
from participate.moderation.words import ReportReason
from participate.places.models import Street as HomesTogether
from participate.profiles.words import Theme
from participate.projects.models import IdeaReply, Project, Recipe, TeamRequest, Update
from participate.projects.rules.safety import checklist
from participate.projects.service import ListFacts, set_risks, tick_list
from participate.projects.words import Allergen, ReplyKind, Risk, Stage
from participate.sessions.models import Attendance, CalendarFeed, Series, Session, SignUp, Task
from participate.sessions.queries import calendars, sign_ups
from participate.sessions.words import CameBy, FeedKind, SignUpStatus
from participate.stories.models import Story
from participate.surveys import queries as surveys
from participate.surveys.models import EqualityAsk
from tests.more import (
    answers,
    apart,
    by_hand,
    care,
    desk,
    figures,
    funds,
    giving,
    introductions,
    lending,
    moderation,
    notifications,
    partners,
    people,
    photos,
    sets,
    shown,
    spaces,
    typed,
)
from tests.street import SQUARE, Street, add

MORE = (
    spaces,
    lending,
    giving,
    funds,
    photos,
    partners,
    care,
    people,
    introductions,
    notifications,
    desk,
    sets,
    apart,
    by_hand,
    moderation,
    shown,
    answers,
    typed,
    figures,
)
# Argument of an address → what of the street stands there. A view that names its argument otherwise adds a line here.
ARGUMENTS = {
    "project_id": "project", "need_id": "need", "space_id": "space", "material_id": "material", "idea_id": "idea",
    "session_id": "session", "posting_id": "posting", "hub_id": "hub", "ward_id": "ward", "person_id": "bilal",
    "other_ward_id": "other_ward", "organisation_id": "organisation",
}  # fmt: skip
# Addresses in words, and arguments that mean something else than their name says: (endpoint or "", argument).
WORDS: dict[tuple[str, str], object] = {
    ("", "slug"): "parsloes",
    ("projects.recipe", "slug"): "repair-cafe",
    ("projects.start_recipe", "slug"): "repair-cafe",
    ("matching.recipe_set", "slug"): "repair-cafe",
    ("paper.recipe_invite", "slug"): "repair-cafe",
    ("paper.follow", "code"): "zzzzzzz",  # one that leads nowhere: the page that says so
    ("paper.qr", "code"): "bx9tx7g",
    ("insight.take_snapshot", "month"): "2026-03",
    ("", "key"): "people",
    ("", "chart"): "trend",
    ("insight.take_measure", "period"): "2026-Q1",
    ("insight.open_file", "month"): "2026-03",
    ("", "form"): "csv",
    ("", "kind"): "project",
    ("", "thing_id"): 1,  # of the kind above: the project
}
# Pages in a state of their own: found, not found, something for the council, done elsewhere, beyond the last page.
STATES = (
    "/find?say=baking+bread", "/find?say=zxqv", "/find?say=", "/find?say=there+is+rubbish+in+my+road",
    "/projects/{elsewhere_id}", "/projects/{lunch_id}", "/needs?quick=1",
    "/projects?page=9", "/nowhere", "/wards/nowhere", "/programme?page=9",
    "/programme?view=season", "/programme?theme=trade&part=evening&language=ro", "/programme?ward=near&school=y",
    "/newspaper?season=2030-spring&weeks=2", "/newspaper?ward=parsloes", "/wards/parsloes/sheet?street={street_id}",
    "/sessions/{session_id}/poster?size=a5", "/projects/{project_id}/invite?size=a5&name=y",
    "/come/{waiting_link}", "/come/{offered_link}", "/come/{away_link}",
    *(state for each in MORE for state in each.STATES),
)  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """A page: the name of its view and an address that leads there."""

    endpoint: str
    path: str

    def __str__(self) -> str:
        return self.path


def more_things(street: Street) -> dict[str, object]:
    """Add a street of homes, a recipe, a project done elsewhere, a request and a report; argument name → id."""
    now = clock.now()
    homes = HomesTogether(ward_id=street.ward.id, name="Parsloes Avenue", homes=42, square=SQUARE)
    recipe = Recipe(
        slug="repair-cafe", name="Repair Café", theme=Theme.MAKE, summary="Neighbours mend things together.",
        space="A room with tables", materials="Needles, glue, screwdrivers", skills="Sewing, wiring", people="4 to 8",
        rhythm="Once a month", starter_time="Three hours a month", joiner_time="An hour", match_words=["repair"],
    )  # fmt: skip
    elsewhere = Project(
        name="Toy library", about="Toys to borrow, and tea.", theme=Theme.PLAY, stage=Stage.RUNNING, source="open",
        source_key="toy-1", place_text="Leeds", made_at=now, changed_at=now,
    )  # fmt: skip
    add(homes, recipe, elsewhere)
    asked = TeamRequest(project_id=street.project.id, person_id=street.chidi.id, words="I can sew.", asked_at=now)
    told = Report(
        kind="posting", thing_id=street.posting.id, title=street.posting.words, reason=ReportReason.CONTACT,
        words="It shows a number.", made_at=now,
    )  # fmt: skip
    said = IdeaReply(
        idea_id=street.idea.id, person_id=street.bilal.id, kind=ReplyKind.WORRY, words="The wind.", made_at=now
    )
    add(asked, told, said)
    db.session.commit()
    return {
        "street_id": homes.id, "recipe_id": recipe.id, "elsewhere_id": elsewhere.id, "request_id": asked.id,
        "report_id": told.id, "reply_id": said.id,
    } | _after_a_session(street) | _again_and_again(street) | _signing_up(street) | _closing_a_road(street) | {
        name: thing for each in MORE for name, thing in each.things(street).items()
    }  # fmt: skip


def _after_a_session(street: Street) -> dict[str, object]:
    """A session that is over, to which Chidi came: his links, the asking about himself, and his story."""
    now, start = clock.now(), clock.now() - timedelta(days=2)
    over = Session(
        project_id=street.project.id, name="Mend Club", hub_id=street.hub.id, starts_at=start,
        ends_at=start + timedelta(hours=1), ward_id=street.ward.id, made_at=start, changed_at=start,
    )  # fmt: skip
    ask = EqualityAsk(person_id=street.chidi.id, asked_at=now)
    add(over, ask)
    came = Attendance(session_id=over.id, person_id=street.chidi.id, came_by=CameBy.SIGN_UP, came_at=start)
    held = SignUp(
        session_id=over.id, person_id=street.chidi.id, status=SignUpStatus.GOING, salt="s" * 32, made_at=start,
        changed_at=start,
    )  # fmt: skip
    told = Story(
        project_id=street.project.id, person_id=street.chidi.id, title="Six coats, six zips", words="We mended.",
        made_at=now, changed_at=now,
    )  # fmt: skip
    task = Task(session_id=street.session.id, name="Sort the buttons", places=2, minutes=20)
    add(came, held, told, task)
    db.session.commit()
    link = sign_ups.token_of(held)
    after = ("surveys.pulse", "surveys.thank_you", "stories.new_with_link", "sessions.after")
    counted = {f"sessions.{name}:session_id": over.id for name in ("check_in", "key_sheet", "went")}
    known = {"story_id": told.id, "task_id": task.id, "surveys.about_you_with:token": surveys.token_of(ask)}
    return known | counted | {f"{endpoint}:token": link for endpoint in after}


def _again_and_again(street: Street) -> dict[str, object]:
    """The street's session in a series of its own, and a calendar of Chidi's."""
    now, held = clock.now(), db.session.get_one(Session, street.session.id)
    day = clock.local(held.starts_at).date()
    series = Series(
        project_id=held.project_id, rule="FREQ=WEEKLY;COUNT=1", first_day=day, hour=clock.local(held.starts_at).time(),
        minutes=120, made_at=now,
    )  # fmt: skip
    feed = CalendarFeed(person_id=street.chidi.id, kind=FeedKind.MINE, salt="s" * 32, made_at=now)
    add(series, feed)
    held.series_id, held.series_day = series.id, day
    db.session.commit()
    return {"series_id": series.id, "sessions.feed:token": calendars.token_of_feed(feed)}


def _closing_a_road(street: Street) -> dict[str, object]:
    """A street lunch that waits for the hub's yes, and one note of the team of the street's project."""
    now = clock.now()
    lunch = Project(
        name="Parsloes Big Lunch", about="One long table in the road.", theme=Theme.COOK, stage=Stage.GATHERING,
        ward_id=street.ward.id, square=SQUARE, our_part="We cook.", council_part="It closes the road.",
        selling=True, product="Jam", asks_next="Jars", made_at=now, changed_at=now,
    )  # fmt: skip
    note = Update(project_id=street.project.id, person_id=street.bilal.id, words="Six coats are whole.", made_at=now)
    add(lunch, note)
    check = set_risks(street.amina.id, lunch, [Risk.FOOD, Risk.ROAD])
    keys = tuple(key for key, _words in checklist([Risk.FOOD, Risk.ROAD]))
    tick_list(street.amina.id, check, ListFacts(keys, (Allergen.MILK,), road_closed_on=clock.today()))
    db.session.commit()
    pages_ = ("decide_safety", "allergens", "safety", "risks")
    return {f"projects.{name}:project_id": lunch.id for name in pages_} | {"update_id": note.id, "lunch_id": lunch.id}


def _signing_up(street: Street) -> dict[str, object]:
    """Four sign-ups for the street's session, each in a state of its own, by their links."""
    now, until, found = clock.now(), clock.now() + timedelta(hours=3), {}
    for name, status in (("bilal", "going"), ("efua", "waiting"), ("gita", "offered"), ("dora", "cancelled")):
        found[name] = SignUp(
            session_id=street.session.id, person_id=getattr(street, name).id, status=SignUpStatus(status), made_at=now,
            salt=name * 5, changed_at=now, queued_at=now, offered_until=until if status == "offered" else None,
        )  # fmt: skip
    add(*found.values())
    db.session.get_one(Session, street.session.id).taken = 2
    db.session.commit()
    link = {name: sign_ups.token_of(each) for name, each in found.items()}
    pages_ = {f"sessions.{name}:token": link["bilal"] for name in ("come", "come_change")}
    return pages_ | {"waiting_link": link["efua"], "offered_link": link["gita"], "away_link": link["dora"]}


def ids_of(street: Street) -> dict[str, object]:
    """Argument name → id of everything on the street, `more_things` included."""
    return more_things(street) | {argument: getattr(street, name).id for argument, name in ARGUMENTS.items()}


def pages(app: Flask, ids: dict[str, object]) -> Iterator[Sample]:
    """A sample of every page that answers GET, and the states. Raises LookupError for an unknown argument."""
    with app.test_request_context():
        for rule in sorted(app.url_map.iter_rules(), key=lambda each: each.rule):
            if rule.methods and "GET" in rule.methods and rule.endpoint != "static":
                values = {name: _value(rule.endpoint, name, ids) for name in rule.arguments}
                yield Sample(rule.endpoint, app.url_for(rule.endpoint, **values))
    yield from (Sample("", path.format(**ids)) for path in STATES)


def crawl(app: Flask, ids: dict[str, object], *, always: tuple[str, ...] = ()) -> list[Sample]:
    """The pages for a test that asks them all again and again: all of them on SQLite. On PostgreSQL the same templates
    answer from the same queries, which each page's own tests ask there: every third, and those of the slices `always`.
    """
    found = list(pages(app, ids))
    if app.config["DATABASE_KIND"] == "sqlite":
        return found
    mine = {f"{name}." for name in always}
    return [each for number, each in enumerate(found) if number % 3 == 0 or each.endpoint.startswith(tuple(mine))]


def _value(endpoint: str, argument: str, ids: dict[str, object]) -> object:
    if f"{endpoint}:{argument}" in ids:
        return ids[f"{endpoint}:{argument}"]
    for key in ((endpoint, argument), ("", argument)):
        if key in WORDS:
            return WORDS[key]
    if argument in ids:
        return ids[argument]
    raise LookupError(f"teach tests/samples.py what “{argument}” of {endpoint} is on the street")
