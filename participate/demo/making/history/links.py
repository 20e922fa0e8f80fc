"""How often the short links of projects were followed: on posters, slips, in the paper and in messages."""

from collections.abc import Sequence
from datetime import date

from participate.demo.making.ground import DAY, Ground
from participate.demo.making.past import Past
from participate.demo.making.projects import Made
from participate.demo.rules import WEEK
from participate.paper.words import Channel, LinkKind

MOST = 40  # projects whose links are followed
CHANNELS = {Channel.POSTER: 40, Channel.MESSAGE: 30, Channel.NEWSPAPER: 14, Channel.SLIP: 10, Channel.INVITE: 6}
A_WEEK = 0.45  # of a project's weeks have a day with hits
MOST_HITS = 9


def make_links(ground: Ground, projects: Sequence[Made], past: Past, weeks: Sequence[date]) -> None:
    """A day with hits now and then, in the weeks in which a project met."""
    dice = ground.dice("links")
    met = [one for one in projects if one.id in past.held][:MOST]
    for monday in weeks:
        for project in met:
            over = past.ends.get(project.id, ground.today)
            if project.began.date() <= monday <= over - WEEK and dice.random() < A_WEEK:
                channel = dice.choices(list(CHANNELS), list(CHANNELS.values()))[0]
                ground.book.add(
                    "link_day", kind=LinkKind.PROJECT, thing_id=project.id, channel=channel,
                    day=monday + dice.randrange(7) * DAY, hits=1 + int(MOST_HITS * dice.random() ** 2),
                )  # fmt: skip
