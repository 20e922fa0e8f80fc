"""Neighbours who came along, now and then, and never said what they like: most of those who take part anywhere."""

from participate.core.text import first_name, slug_of
from participate.demo.making.ground import Ground, Neighbour
from participate.demo.making.people import add_person, community_of
from participate.demo.rules import passing_by


def make_passing(ground: Ground) -> list[Neighbour]:
    """Persons with a ward, and nothing else about them. They are not among `ground.neighbours`."""
    dice, made = ground.dice("passing"), []
    for number in range(passing_by(ground.sizes.residents)):
        ward, community = ground.choose_ward(dice), community_of(dice)
        name = f"{dice.choice(community.first)} {dice.choice(community.head)}{dice.choice(community.tail)}"
        joined = ground.long_ago(dice, ground.grown(0))
        email = f"{slug_of(name).replace('-', '.')}.along{number}@example.org"
        person_id = add_person(ground, name, joined, ward=ward, email=email, language=community.language or "en")
        made.append(Neighbour(person_id, first_name(name), ward, None, community.language, joined))
    return made
