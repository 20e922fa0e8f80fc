"""Stories beside the figures: their writers are asked first."""

from sqlalchemy.exc import IntegrityError

from participate.audit.service import record
from participate.core import clock
from participate.core.db import db
from participate.insight.models import StoryBeside
from participate.insight.periods import Period, read
from participate.insight.queries.typed import list_besides
from participate.insight.rules.promised import Asked, NobodyToAsk, NoPlaceLeft, SaidNo, free_place
from participate.insight.words import Answer
from participate.outbox.service import promise
from participate.stories.models import Story


def ask_for(actor_id: int | None, period: Period, story: Story) -> StoryBeside:
    """Ask its writer whether it may stand beside the figures of a quarter. Raises NobodyToAsk, Asked or NoPlaceLeft."""
    if story.person_id is None:
        raise NobodyToAsk
    asked = list_besides(period)
    if any(each.story_id == story.id for each in asked):
        raise Asked
    place = free_place({each.place for each in asked if each.place is not None})
    made = StoryBeside(period=period.code, place=place, story_id=story.id, asked_at=clock.now())
    try:
        with db.session.begin_nested():
            db.session.add(made)
    except IntegrityError:  # two officers at once
        raise Asked from None
    facts = {"beside_id": made.id, "title": story.title}
    letter = {"name": "story_beside", "person_id": story.person_id, "facts": facts}
    promise("letter", letter, key=f"story-beside-{made.id}")
    record(actor_id, "asked for", "story", story.id)
    return made


def answer(actor_id: int | None, beside: StoryBeside, *, agreed: bool) -> None:
    """Its writer says yes or no; she can change her mind while a place is free. Raises NoPlaceLeft."""
    place = beside.place if agreed else None
    if agreed and place is None:
        place = free_place({each.place for each in _of(beside) if each.place is not None})
    try:
        with db.session.begin_nested():
            beside.answer, beside.place = (Answer.YES if agreed else Answer.NO), place
            beside.answered_at = clock.now()
    except IntegrityError:  # two writers at once, for the last place
        raise NoPlaceLeft from None
    record(actor_id, "agreed" if agreed else "disagreed", "story", beside.story_id)


def take_back(actor_id: int | None, beside: StoryBeside) -> None:
    """The officer no longer wants it there. A no stays, so that nobody asks her again. Raises SaidNo."""
    if beside.answer is Answer.NO:
        raise SaidNo
    record(actor_id, "no longer asked for", "story", beside.story_id)
    db.session.delete(beside)
    db.session.flush()


def _of(beside: StoryBeside) -> list[StoryBeside]:
    return [each for each in list_besides(read(beside.period)) if each.id != beside.id]
