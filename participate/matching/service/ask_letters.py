"""Who hears what of a set. Whoever is asked sees who asks and what for; no letter tells of a no."""

from collections.abc import Sequence

from participate.matching.models import Ask, ProjectSet
from participate.matching.queries import asks
from participate.matching.words import AskStatus
from participate.outbox.service import promise
from participate.projects.models import Need
from participate.projects.queries import list_lead_ids


def tell_asked(ask: Ask) -> None:
    """Would you help, then, with this?"""
    made = ask.set
    by = made.maker.first_name if made.maker is not None else ""
    facts = _when(made) | {
        "ask_id": ask.id, "by": by, "what": [line.what for line in ask.lines], "place": place_of(made),
        "until_at": ask.good_until.isoformat(), "whose": {"by": made.made_by},
    }  # fmt: skip
    payload = {"name": "ask_new", "person_id": ask.person_id, "facts": facts, "about": f"project:{made.project_id}"}
    promise("letter", payload, key=f"ask_new:{ask.id}", good_until=ask.good_until)


def tell_ready(made: ProjectSet) -> None:
    """It is on: everybody who said yes, and the team, hear it once."""
    said_yes = _who_said_yes(made)
    for person_id in dict.fromkeys([*said_yes, *_team(made)]):
        facts = _when(made) | {"place": place_of(made), "helps": person_id in said_yes}
        _tell(made, "ask_ready", person_id, facts, f"ask_ready:{made.id}:{person_id}")


def tell_open(made: ProjectSet, needs: Sequence[Need]) -> None:
    """Nobody else is left to ask for these: whoever asked hears it once a need."""
    for need in needs:
        if made.made_by is not None:
            facts = _when(made) | {"what": need.words}
            _tell(made, "ask_open", made.made_by, facts, f"ask_open:{made.id}:{need.id}")


def tell_off(made: ProjectSet) -> None:
    """It is not to be this time: whoever said yes, and whoever asked, hear it."""
    for person_id in dict.fromkeys([*_who_said_yes(made), *([made.made_by] if made.made_by is not None else [])]):
        _tell(made, "ask_off", person_id, _when(made), f"ask_off:{made.id}:{person_id}")


def place_of(made: ProjectSet) -> str:
    """Where it would be, once that is agreed; never whose home it is."""
    sure = (line for ask in made.asks if ask.status is AskStatus.YES for line in ask.lines if line.space is not None)
    return next((line.space.name for line in sure if line.space is not None and not line.space.at_home), "")


def _who_said_yes(made: ProjectSet) -> list[int]:
    yes = (ask for ask in made.asks if ask.status is AskStatus.YES and asks.is_by_letter(ask))
    return [ask.person_id for ask in yes if ask.person_id is not None]


def _team(made: ProjectSet) -> list[int]:
    return [*list_lead_ids(made.project_id), *([made.made_by] if made.made_by is not None else [])]


def _when(made: ProjectSet) -> dict[str, object]:
    return {
        "project_id": made.project_id, "project": made.project.name, "starts_at": made.starts_at.isoformat(),
        "ends_at": made.ends_at.isoformat(),
    }  # fmt: skip


def _tell(made: ProjectSet, letter: str, person_id: int, facts: dict[str, object], key: str) -> None:
    payload = {"name": letter, "person_id": person_id, "facts": facts, "about": f"project:{made.project_id}"}
    promise("letter", payload, key=key)
