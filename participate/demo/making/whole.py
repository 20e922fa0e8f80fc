"""The order in which a neighbourhood is made."""

from participate.demo.making import (
    answers,
    bookings,
    by_hand,
    counts,
    desk,
    funds,
    ideas,
    introductions,
    library,
    missions,
    people,
    projects,
    sessions,
    sets,
    shown,
    spaces,
    stories,
    venues,
    wishes,
)
from participate.demo.making.ground import Ground
from participate.demo.making.history.whole import make_history, make_surroundings
from participate.demo.making.projects import Made
from participate.demo.making.sessions import Met
from participate.demo.making.shelf import write_loans


def make(ground: Ground) -> None:
    """Everything, each after what it stands on."""
    venues.make_streets(ground)
    venues.make_hubs(ground)
    people.make_residents(ground)
    people.make_officials(ground)
    venues.make_organisations(ground)
    spaces.make_spaces(ground)
    begun = projects.make_projects(ground, ideas.make_ideas(ground))
    past = make_history(ground, begun)
    met = sessions.make_sessions(ground, begun)
    bookings.make_bookings(ground)
    lent = _make_things(ground, begun, met)
    counts.make_counts(ground, begun, ((one.id, one.project, one.ends_at) for one in met), past)
    stories.make_stories(ground, begun, met, past)
    desk.make_desk(ground, begun, met)
    introductions.make_introductions(ground)
    answers.make_answers(ground, begun)
    shown.make_shown(ground, begun, met)
    by_hand.make_by_hand(ground, begun)
    sets.make_sets(ground, begun)
    missions.make_missions(ground, begun)
    make_surroundings(ground, begun, past, lent)
    ground.book.flush()


def _make_things(ground: Ground, begun: list[Made], met: list[Met]) -> library.Library:
    """Funds and points, the library of things, and what is wished for from it."""
    funds.make_funds(ground, begun)
    budgets, lent = funds.plan_budgets(ground, begun), library.Library()
    library.make_kits(ground, lent, budgets)
    funds.write_budgets(ground, budgets)
    library.make_stocks(ground)
    library.make_materials(ground, lent, ground.sizes.materials - library.count_special())
    wishes.make_wishes(ground, lent, begun, met)
    for shelf in lent.shelves:
        write_loans(ground, shelf)
    return lent
