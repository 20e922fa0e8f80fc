"""Counting how often short links were followed."""

from collections.abc import Mapping

from sqlalchemy import func, select

from participate.insight.counting.given import Ground
from participate.insight.counting.more.areas import of_borough, split
from participate.insight.counting.more.when import on
from participate.insight.disclosure.table import Counted, Key
from participate.insight.periods import Period
from participate.insight.words import Split
from participate.paper.models import LinkDay
from participate.paper.words import Channel


def link_hits(ground: Ground, period: Period) -> Mapping[Key, Counted]:
    """Times that links were followed, by channel."""
    query = select(LinkDay.channel, func.sum(LinkDay.hits)).where(on(period, LinkDay.day)).group_by(LinkDay.channel)
    found = {Channel(channel).value: int(hits) for channel, hits in ground.connection.execute(query)}
    names = [channel.value for channel in Channel]
    return {**of_borough(sum(found.values())), **split(Split.CHANNEL, names, found)}
