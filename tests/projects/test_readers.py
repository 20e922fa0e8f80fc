"""What the other slices read: cards in one statement, what is near, what the matcher needs."""

from participate.core.db import db
from participate.projects import queries, service
from participate.projects.words import IdeaStatus, NeedStatus, Stage
from tests.projects.build import build_elsewhere, build_idea, build_need, build_project
from tests.statements import count_statements
from tests.street import NOON, Street


def test_cards_take_one_statement(street: Street) -> None:
    service.plant_recipes()
    ids = [street.project.id, build_project(street).id, build_elsewhere().id]
    ideas, needs = [street.idea.id, build_idea(street).id], [street.need.id, build_need(street.project).id]
    recipes = [recipe.id for recipe in queries.recipes_by_slug().values()]
    for read, wanted in (
        (queries.cards_of, ids),
        (queries.idea_cards_of, ideas),
        (queries.need_cards_of, needs),
        (queries.recipe_cards_of, recipes),
    ):
        with count_statements() as counted:
            cards = read([*wanted, 999_999])
        assert set(cards) == set(wanted)
        assert counted.number == 1, counted.texts
        with count_statements() as counted:
            assert read([]) == {}
        assert counted.number == 0


def test_a_card_says_what_a_neighbour_may_know(street: Street) -> None:
    ours, other = queries.cards_of([street.project.id])[street.project.id], build_elsewhere()
    assert (ours.name, ours.place, ours.elsewhere, ours.minutes) == ("Mend Club", "Parsloes", False, 60)
    card = queries.cards_of([other.id])[other.id]
    assert (card.place, card.elsewhere) == ("Barton, Oxford", True)
    assert queries.idea_cards_of([street.idea.id])[street.idea.id].by == "Chidi"


def test_near_the_wards_first_then_the_liveliest(street: Street) -> None:
    build_project(street, name="Far and running", ward_id=street.other_ward.id)
    build_project(street, name="Here and resting", stage=Stage.RESTING)
    build_project(street, name="Over", stage=Stage.ENDED)
    build_elsewhere(ward_id=street.ward.id)
    names = [card.name for card in queries.list_projects_near([street.ward.id, street.other_ward.id])]
    assert names == ["Mend Club", "Here and resting", "Far and running"]
    assert [card.name for card in queries.list_projects_near([])][0] == "Far and running"
    assert len(queries.list_projects_near([], most=2)) == 2


def test_what_an_organisation_runs(street: Street) -> None:
    build_project(street, organisation_id=street.organisation.id)
    build_elsewhere(organisation_id=street.organisation.id)
    assert [card.name for card in queries.list_of_organisation(street.organisation.id)] == ["Bread Club"]


def test_the_matcher_reads_what_lives_and_what_was_done_elsewhere(street: Street) -> None:
    other, over = build_elsewhere(), build_project(street, stage=Stage.ENDED)
    ids = {row.id for row in queries.projects_for_matching()}
    assert ids == {street.project.id, other.id}
    assert [row.id for row in queries.projects_for_matching([over.id, other.id])] == [other.id]


def test_the_matcher_reads_open_needs_and_open_ideas(street: Street) -> None:
    build_need(street.project, status=NeedStatus.MET, met_at=NOON)
    build_need(build_project(street, stage=Stage.HANDED_OVER), "Too late")
    for status in (IdeaStatus.CLOSED, IdeaStatus.PROJECT):
        build_idea(street, status=status)
    answered = build_idea(street, status=IdeaStatus.ANSWERED)
    db.session.commit()
    assert [row.id for row in queries.needs_for_matching()] == [street.need.id]
    assert [row.id for row in queries.ideas_for_matching()] == [street.idea.id, answered.id]


def test_finding_by_no_number_is_none(street: Street) -> None:
    for find in (queries.find_project, queries.find_idea, queries.find_need, queries.find_recipe, queries.find_request):
        assert find(None) is None
        assert find(999_999) is None
    assert queries.part_of(street.project.id, None) is None
