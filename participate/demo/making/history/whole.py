"""The history, week by week."""

from collections.abc import Sequence
from datetime import date

from participate.demo.making.diary import Diary
from participate.demo.making.ground import Ground
from participate.demo.making.history import bookings, gifts, links, loans, partners, requests, suggestions, typed
from participate.demo.making.history.crowd import Crowd
from participate.demo.making.history.endings import ends_of
from participate.demo.making.history.meetings import Week, alive
from participate.demo.making.history.passing import make_passing
from participate.demo.making.history.season import keenness
from participate.demo.making.history.sessions import NEAR, write_session
from participate.demo.making.library import Library
from participate.demo.making.past import Past
from participate.demo.making.projects import Made
from participate.demo.making.sessions import rooms_by_kind, span_of
from participate.demo.rules import WEEK, weeks_before


def make_history(ground: Ground, projects: Sequence[Made]) -> Past:
    """The sessions of the years before, with who came. Nothing where no history is wished for."""
    past, weeks = Past(), weeks_before(ground.today, ground.years)
    if weeks:
        past.ends = ends_of(ground, projects)
        _meet(ground, projects, past, weeks)
    return past


def make_surroundings(ground: Ground, projects: Sequence[Made], past: Past, lent: Library) -> None:
    """What else there was in these years beside sessions."""
    weeks = weeks_before(ground.today, ground.years)
    if weeks:
        requests.make_requests(ground, projects, past)
        loans.make_loans(ground, lent)
        gifts.make_gifts(ground)
        links.make_links(ground, projects, past, weeks)
        suggestions.make_suggestions(ground, weeks)
        partners.make_partners(ground)
        typed.make_typed(ground, projects)


def _meet(ground: Ground, projects: Sequence[Made], past: Past, weeks: Sequence[date]) -> None:
    crowd = Crowd(ground, weeks, make_passing(ground))
    dice, living = ground.dice("history"), alive(ground, projects, past.ends)
    for number, monday in enumerate(weeks):
        visits, diary = crowd.visits(number, keenness(monday)), Diary()
        rooms = rooms_by_kind(ground, monday)
        week = Week(dice, monday, living, len(visits))
        week.fill(crowd, visits, number)
        for meeting in sorted(week.meetings, key=lambda one: (span_of(one.project, one.day), one.project.id)):
            write_session(ground, dice, meeting, rooms, diary, past)
        if monday < ground.today - NEAR - WEEK:
            bookings.make_bookings(ground, dice, monday, diary)
    for regular in crowd.regulars:
        for home in regular.homes:
            past.often[home].append(regular.person)
