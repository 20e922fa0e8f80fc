"""Everything that the matcher uses about somebody, for her to see, to switch off and to take away."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from participate.accounts.models import Person
from participate.core.db import db
from participate.matching.models import Suggested
from participate.matching.quality.steps import Step
from participate.matching.queries.answers import Answers, answers_of
from participate.matching.queries.hands import hands_of
from participate.matching.queries.joined import joined_of
from participate.matching.queries.things import Named, names_of
from participate.matching.words import Because, Use
from participate.profiles import queries as profiles
from participate.profiles.models import Posting
from participate.profiles.rules import Time


@dataclass(frozen=True)
class Known:
    """What the matcher knows of her. `thought` are the things that staff think of for her, and who (by first name, ""
    where it is not told). `suggested` is what the ledger holds of her: the week, the thing, and how far it came.
    `names` are those of all things here that may be seen.
    """

    said: Answers
    lines: Sequence[Posting]
    ward_name: str
    square: int | None
    times: Collection[Time]
    languages: Sequence[str]
    joined: Sequence[str]
    thought: Mapping[str, str]
    suggested: Sequence[tuple[date, str, int]]
    names: Mapping[str, Named]

    def uses(self, what: str) -> bool:
        """Whether the matcher may use this of her."""
        return what not in self.said.off

    @property
    def things_joined(self) -> list[Named]:
        """What she joined or came to, the latest first."""
        return [self.names[subject] for subject in reversed(self.joined) if subject in self.names]

    @property
    def thoughts(self) -> list[tuple[Named, str]]:
        """What staff think of for her, and who."""
        return [(self.names[subject], who) for subject, who in self.thought.items() if subject in self.names]

    @property
    def no(self) -> list[tuple[Named, Because]]:
        """What is not for her, and why, the latest first."""
        return [
            (self.names[subject], why) for subject, why in reversed(list(self.said.no.items())) if subject in self.names
        ]

    @property
    def more(self) -> list[Named]:
        """Of what she wants more, the latest first."""
        return [self.names[subject] for subject in reversed(self.said.more) if subject in self.names]


def known_of(person: Person) -> Known:
    """All of it, in not much more than a dozen statements."""
    said, joined, hands = answers_of(person.id), joined_of(person.id), hands_of(person.ward_id, person.id)
    return Known(
        said=said,
        lines=profiles.list_shown(person.id),
        ward_name=person.ward.name if person.ward else "",
        square=person.square,
        times=profiles.free_times(person.id),
        languages=profiles.languages(person.id),
        joined=joined,
        thought={subject: hands.from_whom.get(subject, "") for subject in hands.by_hand},
        suggested=_suggested(person.id),
        names=names_of([*said.no, *said.more, *joined, *hands.by_hand]),
    )


def _suggested(person_id: int) -> list[tuple[date, str, int]]:
    """What the ledger holds of her, the latest week first."""
    rows = select(Suggested.week, Suggested.subject, Suggested.step).where(Suggested.person_id == person_id)
    found = db.session.execute(rows.order_by(Suggested.week.desc(), Suggested.place, Suggested.id))
    return [(week, subject, step) for week, subject, step in found]


def may_switch(person_id: int, what: str) -> bool:
    """Whether this is something of hers that has a switch: a kind of facts, a line, or a project that she joined."""
    if what in tuple(Use):
        return True
    if what.startswith("posting:"):
        return what in {f"posting:{line.id}" for line in profiles.list_postings(person_id)}
    return what in joined_of(person_id)


def copy_of(known: Known) -> dict[str, object]:
    """All of it as plain words, to take away. Words stand as she wrote them."""
    names = {**known.names, **names_of(subject for _week, subject, _step in known.suggested)}
    return {
        "all switched off": known.said.all_off,
        "my lines": [
            {"kind": str(line.kind), "words": line.words, "to learn": line.wants_to_learn,
             "used": known.uses(f"posting:{line.id}")}
            for line in known.lines
        ],
        "my place": {
            "ward": known.ward_name, "square of 250 metres": known.square, "used": known.uses(Use.PLACE),
        },
        "when I am free": {
            "times": [{"weekday": day, "part": str(part)} for day, part in sorted(known.times)],
            "used": known.uses(Use.TIMES),
        },
        "what I speak": {"languages": list(known.languages), "used": known.uses(Use.LANGUAGES)},
        "what I joined or came to": {
            "projects": [
                {"name": one.name, "used": known.uses(f"{one.kind}:{one.id}")} for one in known.things_joined
            ],
            "used": known.uses(Use.JOINED),
        },
        "not for me": [{"kind": str(one.kind), "name": one.name, "because": str(why)} for one, why in known.no],
        "more like this": [{"kind": str(one.kind), "name": one.name} for one in known.more],
        "staff think of for me": [
            {"kind": str(one.kind), "name": one.name, "who": who} for one, who in known.thoughts
        ],
        "suggested to me": [
            {"week from": week.isoformat(), "what": names[subject].name if subject in names else subject,
             "how far it came": Step(step).name.lower()}
            for week, subject, step in known.suggested
        ],
    }  # fmt: skip
