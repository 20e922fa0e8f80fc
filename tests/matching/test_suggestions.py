"""What other pages ask for: a need, an idea, a text."""

import pytest
from flask import Flask

from participate.core import clock
from participate.core.db import db
from participate.matching import queries
from participate.matching.words import Kind
from participate.places.here import Here
from participate.profiles import service as profiles
from participate.profiles.words import PostingKind
from participate.projects.models import Idea, Need
from participate.projects.words import NeedKind
from tests.street import Street


def here(street: Street) -> Here:
    return Here(street.ward.id, street.ward.name)


@pytest.mark.parametrize(
    ("kind", "words", "noun"),
    [
        (NeedKind.PERSON, "Someone who bakes bread", "person"),
        (NeedKind.SPACE, "A kitchen with an oven", "space"),
        (NeedKind.MATERIAL, "A sewing machine", "material"),
    ],
)
def test_a_need_finds_what_could_meet_it_and_nothing_else(
    app: Flask, street: Street, kind: NeedKind, words: str, noun: str
) -> None:
    need = Need(project_id=street.project.id, kind=kind, words=words, made_at=clock.now())
    found = queries.suggestions_for_need(need, here(street))
    wanted = {"person": street.chidi.id, "space": street.space.id, "material": street.material.id}[noun]
    assert [(shown.kind.value, shown.id) for shown in found.shown] == [(noun, wanted)]


def test_an_idea_finds_similar_ideas_and_projects_but_not_itself(app: Flask, street: Street) -> None:
    now = clock.now()
    again = Idea(words="A bench where buses stop", author_id=street.bilal.id, made_at=now, changed_at=now)
    db.session.add(again)
    db.session.commit()
    found = queries.similar_to_idea(again.words, here(street), but_idea_id=again.id)
    assert [(shown.kind, shown.id) for shown in found.shown] == [(Kind.IDEA, street.idea.id)]
    assert found.of("idea")[0].card.words == street.idea.words


def test_a_text_finds_several_kinds_with_their_cards(app: Flask, street: Street) -> None:
    found = queries.suggestions_for_text("mend a coat with a sewing machine", here(street))
    assert found.ready
    assert {"project", "material"} <= {shown.kind.value for shown in found.shown}
    assert found.of(Kind.MATERIAL)[0].card.name == "Sewing machine"
    assert found.count("material") == 1


def test_the_asker_is_not_told_of_her_own(app: Flask, street: Street) -> None:
    mine = queries.suggestions_for_text("baking bread", here(street), asker_id=street.chidi.id)
    assert mine.count(Kind.PERSON) == 0


def test_of_many_only_so_many_are_given(app: Flask, street: Street) -> None:
    for name in ("amina", "bilal", "dora", "efua"):
        person = street.person(name)
        profiles.add(person.id, person.id, PostingKind.INTEREST, "baking bread")
    db.session.commit()
    assert queries.suggestions_for_text("baking bread", here(street), most=3).count("person") == 3
