"""Whom a letter names: nobody who is kept apart from its reader, also where that came after it was promised.

`facts["whose"]` says of a fact whose name or words it is: {"by": 12}, or of several people {"thanks": [12, 15]}.
"""

from collections.abc import Collection, Mapping

from flask_babel import gettext as _

from participate.accounts.models import Person
from participate.accounts.queries import find_person, follow, ids_apart

WHOSE = "whose"
# Of these a letter knows what to say when they are empty; a name stands in the middle of a sentence.
NAMES = ("by", "who", "asker", "doer")


def speaks_of_apart(reader: Person, people: Collection[int]) -> bool:
    """Whether one of these people is kept apart from her who reads; also as whoever that one turned out to be."""
    never = ids_apart(reader.id) if people else frozenset()
    return bool(never) and any(_now(each) in never for each in people)


def nameless(facts: Mapping[str, object], reader: Person) -> dict[str, object]:
    """The facts that are to be changed for her who reads: names and words of people kept apart from her."""
    whose = facts.get(WHOSE)
    hidden = whose if isinstance(whose, Mapping) else {}
    return {
        fact: _("A neighbour") if fact in NAMES else ""
        for fact, people in hidden.items()
        if speaks_of_apart(reader, [each for each in (people if isinstance(people, list) else [people]) if each])
    }


def _now(person_id: int) -> int | None:
    found = follow(find_person(person_id))
    return found.id if found is not None else None
