"""The order in which a neighbourhood is made."""

from participate.demo.making import counts, people, projects, sessions, stories, things, venues
from participate.demo.making.ground import Ground


def make(ground: Ground) -> None:
    """Everything, each after what it stands on."""
    venues.make_streets(ground)
    venues.make_hubs(ground)
    people.make_residents(ground)
    people.make_officials(ground)
    venues.make_organisations(ground)
    venues.make_spaces(ground)
    things.make_materials(ground)
    ideas = things.make_ideas(ground)
    begun = projects.make_projects(ground, ideas)
    met = sessions.make_sessions(ground, begun)
    counts.make_counts(ground, begun, ((one.id, one.project, one.ends_at) for one in met))
    stories.make_stories(ground, begun, met)
    ground.book.flush()
