"""Shared missions with their projects and what partners report; what partners pledged and what came of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.ground import DAY, Ground
from participate.demo.making.projects import Made
from participate.missions.words import MissionMeasure, MissionStage
from participate.organisations.words import PledgeKind, PledgeStatus
from participate.projects.words import Stage

MOST_UNDER = 6


def make_missions(ground: Ground, begun: list[Made]) -> None:
    """The missions of the content, in turn a hub's, a partner's and the council's; then the pledges."""
    content = reading.lines("missions")
    made = [_make_mission(ground, place, one, begun) for place, one in enumerate(content["mission"])]
    alive = [project for project in begun if project.stage in (Stage.RUNNING, Stage.TRYING_OUT)]
    for place, one in enumerate(content["pledge"]):
        subject = ""
        if one.get("for") == "project" and alive:
            subject = f"project:{alive[place % len(alive)].id}"
        elif one.get("for") == "mission":
            subject = f"mission:{made[place % 2]}"
        _make_pledge(ground, place, one, subject)


def _make_mission(ground: Ground, place: int, one: Mapping[str, Any], begun: list[Made]) -> int:
    partner, hub = ground.partners[place % len(ground.partners)], ground.hubs[0]
    keepers = {"hub": ground.staff[hub.id][0], "partner": partner.speaker}
    keeper, made = keepers.get(one["by"]), ground.now + (one["from"] - 10) * DAY
    number = ground.book.add(
        "mission", name=typeset(one["name"]), about=typeset(one["about"]), measure=MissionMeasure(one["measure"]),
        target=one["target"], definition=typeset(one.get("definition", "")), learnt=typeset(one.get("learnt", "")),
        first_day=ground.today + one["from"] * DAY, last_day=ground.today + one["until"] * DAY, asked_on=None,
        hub_id=hub.id if one["by"] == "hub" else None, organisation_id=partner.id if one["by"] == "partner" else None,
        made_by=keeper, made_at=made, changed_at=made,
    )  # fmt: skip
    ground.book.note(made, keeper, "made", "mission", number)
    under = [each for each in begun if each.variant.theme in one["themes"] and each.stage is not Stage.GATHERING]
    for turn, project in enumerate(under[:MOST_UNDER]):
        _put_under(ground, number, project, max(made, project.began) + DAY, one["taught"], turn)
    for report in one.get("reports", ()):
        _report(ground, number, partner.id, partner.speaker, report)
    return number


def _put_under(ground: Ground, mission: int, project: Made, joined: datetime, taught: list[str], turn: int) -> None:
    """The first of them are tested and say what they learnt; the others are on the way."""
    learnt = typeset(taught[turn]) if turn < len(taught) else ""
    stage = MissionStage.TESTED if learnt else MissionStage.PROTOTYPE if turn % 2 else MissionStage.INSPIRATION
    ground.book.add(
        "mission_project", mission_id=mission, project_id=project.id, stage=stage, learnt=learnt, joined_at=joined,
        changed_at=joined,
    )  # fmt: skip
    ground.book.note(joined, project.hosts[0].id if project.hosts else None, "joined by a project", "mission", mission)


def _report(ground: Ground, mission: int, partner: int, speaker: int, one: Mapping[str, Any]) -> None:
    told = ground.now + (one["until"] + 3) * DAY
    number = ground.book.add(
        "mission_outcome", mission_id=mission, organisation_id=partner, number=one["number"],
        definition=typeset(one["definition"]), first_day=ground.today + one["from"] * DAY,
        last_day=ground.today + one["until"] * DAY, reported_by=speaker, reported_at=told,
    )  # fmt: skip
    ground.book.note(told, speaker, "reported", "mission_outcome", number)


def _make_pledge(ground: Ground, place: int, one: Mapping[str, Any], subject: str) -> None:
    partner, met = ground.partners[place % len(ground.partners)], one.get("met", 0)
    made, given = ground.now - (80 - 5 * place) * DAY, ground.now - (20 + place) * DAY
    status = PledgeStatus.KEPT if met >= one["amount"] else PledgeStatus.PLEDGED
    if subject.startswith("project") and status is PledgeStatus.PLEDGED:
        status = PledgeStatus.WELCOMED
    number = ground.book.add(
        "pledge", organisation_id=partner.id, kind=PledgeKind(one["kind"]), words=typeset(one["words"]),
        amount=one["amount"], met=met, subject=subject, status=status, came=typeset(one.get("came", "")),
        made_by=partner.speaker, made_at=made, changed_at=given if met else made,
    )  # fmt: skip
    ground.book.note(made, partner.speaker, "made", "pledge", number)
    if met:
        ground.book.add(
            "pledge_given", pledge_id=number, units=met, day=ground.today - (20 + place) * DAY,
            noted_by=partner.speaker, noted_at=given,
        )  # fmt: skip
        ground.book.note(given, partner.speaker, "gave", "pledge", number)
