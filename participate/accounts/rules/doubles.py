"""When two rows look like one person. Pure."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from participate.accounts.words import PersonKind, SameWhy

MOST_ALIKE = 8  # rows that look alike: more are no person, but a word that stands for nobody ("Guest")


@dataclass(frozen=True)
class Known:
    """What is compared of a person."""

    id: int
    kind: PersonKind
    name: str
    email: str | None = None
    phone: str | None = None
    ring: str = ""
    ward_id: int | None = None


def plain_name(name: str) -> str:
    """A name without its accents, capitals and double spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(bare.casefold().replace("-", " ").replace("’", "").replace("'", "").split())


def doubles(people: Iterable[Known]) -> dict[tuple[int, int], SameWhy]:
    """The pairs (lower id first) that may be one person, each with the strongest sign.

    The same contact: with the same first name, or where one of them never had an account, for two adults may share
    an address. The same whole name in one ward, where one of them never had an account.
    """
    by_contact: dict[str, list[Known]] = defaultdict(list)
    by_name: dict[tuple[str, int], list[Known]] = defaultdict(list)
    for one in people:
        for contact in {one.email, one.phone, _digits(one.ring)} - {None, ""}:
            by_contact[str(contact)].append(one)
        if one.ward_id is not None and " " in plain_name(one.name):
            by_name[plain_name(one.name), one.ward_id].append(one)
    found = dict.fromkeys(_pairs(by_name.values(), _one_without_account), SameWhy.NAME_WARD)
    return found | dict.fromkeys(_pairs(by_contact.values(), _may_share), SameWhy.CONTACT)


def same_name(people: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """The pairs of ids (lower first) with one whole name, of people at the same session."""
    alike: dict[str, set[int]] = defaultdict(set)
    for number, name in people:
        if " " in plain_name(name):
            alike[plain_name(name)].add(number)
    for ids in alike.values():
        if len(ids) <= MOST_ALIKE:
            yield from combinations(sorted(ids), 2)


def which_stays(one: Known, other: Known) -> int:
    """The id of the row that is kept unless staff say otherwise: the account, then who was written down, then the
    older."""
    order = (PersonKind.ACCOUNT, PersonKind.ENTERED, PersonKind.GUEST)
    return min((one, other), key=lambda each: (order.index(each.kind), each.id)).id


def _pairs(groups: Iterable[list[Known]], alike: Callable[[Known, Known], bool]) -> Iterator[tuple[int, int]]:
    for group in groups:
        if len(group) <= MOST_ALIKE:
            for one, other in combinations(sorted(group, key=lambda each: each.id), 2):
                if alike(one, other):
                    yield one.id, other.id


def _one_without_account(one: Known, other: Known) -> bool:
    return not (one.kind is PersonKind.ACCOUNT and other.kind is PersonKind.ACCOUNT)


def _may_share(one: Known, other: Known) -> bool:
    first = plain_name(one.name).partition(" ")[0] == plain_name(other.name).partition(" ")[0]
    return first or _one_without_account(one, other)


def _digits(ring: str) -> str:
    digits = "".join(c for c in ring if c.isdecimal())
    return "+44" + digits[1:] if len(digits) == 11 and digits.startswith("0") else ("+" + digits if digits else "")
