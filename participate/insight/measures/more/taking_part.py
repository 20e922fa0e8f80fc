"""Waiting, not coming, and how people found the way. Pure."""

from participate.core.words import mark
from participate.insight.measures.definition import Measure
from participate.insight.measures.more.said import EVERY, HELD, NO_WARD, worded
from participate.insight.words import Basis, Group, Split, Unit

TAKING_PART = (
    Measure(
        key="waited",
        name=mark("Times that somebody waited for a place"),
        wordings=worded(
            mark(
                "A session was full and somebody put their name on the waiting list. We count each such time, even if "
                "they got a place later."
            )
        ),
        unit=Unit.SIGN_UPS,
        source=mark("Sign-ups that were ever on a waiting list, of sessions that were held."),
        caveats=(HELD, mark("One person can wait more than once."), NO_WARD),
        group=Group.TAKING_PART,
        basis=Basis.PLACE,
        grains=EVERY,
        people=False,
    ),
    Measure(
        key="no_shows",
        name=mark("Times that somebody had a place and did not come"),
        wordings=worded(
            mark(
                "Somebody said they would come, had a place, and was not there. We count each such sign-up once, "
                "whether or not they meant to bring children."
            )
        ),
        unit=Unit.SIGN_UPS,
        source=mark("Sign-ups that held a place when the session began, and nobody written down for them."),
        caveats=(
            HELD,
            mark("Who cancels before the session is not in it."),
            mark("If the host forgets to tick somebody who came, they count here by mistake."),
            NO_WARD,
        ),
        group=Group.TAKING_PART,
        basis=Basis.PLACE,
        grains=EVERY,
        part_of="held_places",
        of="held_places",
        people=False,
    ),
    Measure(
        key="held_places",
        name=mark("Sign-ups that held a place"),
        wordings=worded(
            mark("Somebody signed up for a session and still had the place when it began. We count each sign-up once.")
        ),
        unit=Unit.SIGN_UPS,
        source=mark("Sign-ups with a place, of sessions that were held."),
        caveats=(HELD, mark("Children they bring are not counted here."), NO_WARD),
        group=Group.TAKING_PART,
        basis=Basis.PLACE,
        grains=EVERY,
        people=False,
    ),
    Measure(
        key="link_hits",
        name=mark("Times that a link on paper or in a message was followed"),
        wordings=worded(
            mark("Each poster, slip and message has its own short link. We count how often each kind was followed.")
        ),
        unit=Unit.FOLLOWED,
        source=mark("The daily number of visits to each short link. We note nothing about who it was."),
        caveats=(
            mark("One person can follow a link many times. So this is not a number of people."),
            mark("Many people come because somebody told them. That leaves no link."),
        ),
        group=Group.TAKING_PART,
        basis=Basis.BOROUGH,
        grains=EVERY,
        splits=(Split.CHANNEL,),
    ),
)
