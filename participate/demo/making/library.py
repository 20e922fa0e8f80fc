"""The library of things: kits, stocks, what is lent, given and wanted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from participate.accounts.words import Role
from participate.demo.content import reading
from participate.demo.content.reading import typeset
from participate.demo.making.funds import Budget
from participate.demo.making.gifts import Giving, add_stock_days
from participate.demo.making.ground import DAY, Ground, HubGround, Neighbour, Partner
from participate.demo.making.loans import plan_loans
from participate.demo.making.people import give_role
from participate.demo.making.shelf import IN_HANDS, Plan, Shelf
from participate.demo.making.venues import Owner, standing, whose
from participate.materials.words import Condition, Deal, LoanStatus
from participate.organisations.rules.expiry import STANDS

BY_HUB, BY_PARTNER = 0.12, 0.22  # of the materials, up to these shares
# What the cast's keeper looks after, and what is going on with it.
OF_THE_KEEPER = {"Cordless drill": "drill", "Hedge trimmer": "asked", "Apple press": "out"}
LONG = {
    "a day": 1, "a weekend": 3, "a week": 7, "two weeks": 14, "a month": 30, "the season": 90, "a season": 90,
    "until outgrown": 90, "as long as needed": 60,
}  # fmt: skip
CONDITIONS = {Condition.NEW: 10, Condition.GOOD: 58, Condition.WORN: 27, Condition.MEND: 5}
PLAIN: dict[str, Any] = {
    "condition": Condition.GOOD, "loan_days": 7, "instant": False, "out": 0, "deposit": "", "safety": "",
    "induction": False, "points": 0, "asks_until": None, "by_lot": False, "wanted_from": None, "wanted_until": None,
    "met": 0, "subject": "",
}  # fmt: skip


@dataclass
class Library:
    """What is lent, for wishes to be met from it."""

    shelves: list[Shelf] = field(default_factory=list)


def count_special() -> int:
    """How many materials are kits, stocks or wishes of the content."""
    said = reading.lines("library")
    return len(said["kit"]) + len(said["stock"]) + len(said["wish"])


def make_kits(ground: Ground, library: Library, budgets: list[Budget]) -> None:
    """Kits of the hubs in turn: one is back, one is out with somebody, the next are promised for points."""
    dice = ground.dice("kits")
    for place, kit in enumerate(reading.lines("library")["kit"]):
        hub, budget = ground.hubs[place % len(ground.hubs)], budgets[place] if place < len(budgets) else None
        shelf = Shelf(kit["name"], 1, ground.staff[hub.id][-1], hub.ward)
        _plan_kit(ground, shelf, kit, budget, place)
        facts = {"about": typeset(kit["about"]), "how_many": 1, "how_long": _how_long(kit["loan_days"])}
        _add(
            ground, dice, kit["name"], Deal.LEND, hub, **facts, loan_days=kit["loan_days"], out=shelf.out,
            deposit=typeset(kit["deposit"]), safety=typeset(kit["safety"]), induction=kit.get("induction", False),
            points=kit["points"], into=shelf,
        )  # fmt: skip
        for name, how_many, missing in kit["parts"]:
            ground.book.add("kit_part", material_id=shelf.id, name=typeset(name), how_many=how_many, missing=missing)
        _show_how(ground, shelf, induction=kit.get("induction", False))
        library.shelves.append(shelf)


def _how_long(days: int) -> str:
    return next((words for words, number in LONG.items() if number == days), "a few days")


def _plan_kit(ground: Ground, shelf: Shelf, kit: Mapping[str, Any], budget: Budget | None, place: int) -> None:
    days, one = kit["loan_days"], ground.someone(ground.dice(f"kit {place}"), shelf.ward).id
    before = ground.today - (days + 20) * DAY
    shelf.add(Plan(one, LoanStatus.BACK, ground.now - (days + 24) * DAY, 1, days, before, back_note="Complete."))
    if budget and budget.spend(kit["points"]):
        status = LoanStatus.OUT if place == 1 else LoanStatus.AGREED
        first = ground.today - 2 * DAY if status is LoanStatus.OUT else ground.today + (3 + place) * DAY
        subject = "" if budget.subject.startswith("person:") else budget.subject
        subject = subject if subject.startswith("project:") else ""
        shelf.add(Plan(
            budget.holder, status, ground.now - 6 * DAY, 1, days, first, subject=subject, points=kit["points"],
            budget=budget.id,
        ))  # fmt: skip


def make_stocks(ground: Ground) -> None:
    """Take what you need: counted by the day, and by nothing else."""
    dice = ground.dice("stocks")
    for place, stock in enumerate(reading.lines("library")["stock"]):
        hub = ground.hubs[place % len(ground.hubs)]
        next_id = ground.book.next("material")
        taken = add_stock_days(ground, dice, next_id, hub, stock["a_day"])
        facts = {"about": typeset(stock["about"]), "how_many": stock["how_many"] + taken, "how_long": ""}
        _add(ground, dice, stock["name"], Deal.TAKE, hub, **facts, out=taken)


def make_materials(ground: Ground, library: Library, number: int) -> None:
    """So many things that are lent, given and wanted. What comes up again says something else about itself."""
    dice = ground.dice("materials")
    written = list(reading.materials())
    notes = reading.lines("notes")["material"]
    dice.shuffle(written)
    written.sort(key=lambda one: one["name"] not in OF_THE_KEEPER)
    for place in range(number):
        one = written[place % len(written)]
        about = one["about"] if place < len(written) else dice.choice(notes[one["deal"]])
        mine = place < len(OF_THE_KEEPER)
        owner = ground.member("keeper") if mine else _owner(ground, dice)
        state = OF_THE_KEEPER[one["name"]] if mine else ""
        _make_material(ground, dice, library, one, typeset(about), owner, state)


def _make_material(
    ground: Ground, dice: Random, library: Library, one: Mapping[str, str], about: str, owner: Owner, state: str
) -> None:
    deal, how_many = Deal(one["deal"]), int(one["how_many"])
    facts: dict[str, Any] = {"about": about, "how_many": how_many, "how_long": one["how_long"]}
    if deal is Deal.LEND:
        _make_lent(ground, dice, library, one["name"], owner, facts, state)
    elif deal is Deal.GIVE:
        keeper = owner.id if isinstance(owner, Neighbour) else None
        giving = Giving(ground, dice, owner.ward, keeper, how_many)
        facts |= {"asks_until": giving.asks_until, "by_lot": giving.by_lot, "out": giving.chosen}
        giving.write(_add(ground, dice, one["name"], deal, owner, **facts))
    else:
        _add(ground, dice, one["name"], deal, owner, **facts)


def _make_lent(
    ground: Ground, dice: Random, library: Library, name: str, owner: Owner, facts: dict[str, Any], state: str
) -> None:
    care = reading.lines("library")["care"]
    loan_days, by_hub = LONG[facts["how_long"]], isinstance(owner, HubGround)
    shelf = Shelf(typeset(name), facts["how_many"], _answerer(ground, owner), owner.ward)
    shelf.condition = dice.choices(list(CONDITIONS), list(CONDITIONS.values()))[0]
    if state == "drill":
        _plan_drill(ground, dice, shelf)
    else:
        plan_loans(ground, dice, shelf, loan_days, state)
    _add(
        ground, dice, name, Deal.LEND, owner, **facts, condition=shelf.condition, loan_days=loan_days,
        instant=by_hub and dice.random() < 0.5, out=shelf.out, into=shelf,
        deposit=typeset(dice.choice(care["deposits"])) if dice.random() < 0.1 else "",
        safety=typeset(care["safety"].get(name, "")), induction=name in care["induction"],
    )  # fmt: skip
    _show_how(ground, shelf, induction=name in care["induction"])
    library.shelves.append(shelf)


def _plan_drill(ground: Ground, dice: Random, shelf: Shelf) -> None:
    """The keeper's drill is out until tomorrow, and the resident is first in the queue."""
    others = [ground.someone(dice, shelf.ward).id for _each in range(9)]
    others = list(dict.fromkeys(one for one in others if one not in (shelf.answerer, ground.member("resident").id)))
    hours = ground.now - DAY
    shelf.add(Plan(others[0], LoanStatus.OUT, hours - DAY, 1, 3, ground.today - DAY, words="For a shelf in the hall."))
    shelf.add(Plan(ground.member("resident").id, LoanStatus.WAITING, hours, 1, 3, words="For a bird box."))
    for person in others[1:3]:
        shelf.add(Plan(person, LoanStatus.WAITING, ground.now - DAY / 2, 1, 3))


def _show_how(ground: Ground, shelf: Shelf, *, induction: bool) -> None:
    """Whoever has, or had, what needs care was shown how."""
    people = dict.fromkeys(
        plan.person for plan in shelf.plans if plan.status in (*IN_HANDS, LoanStatus.BACK, LoanStatus.AGREED)
    )
    for person in people if induction else ():
        ground.book.add(
            "induction", material_id=shelf.id, person_id=person, shown_by=shelf.answerer,
            shown_at=ground.now - 40 * DAY,
        )  # fmt: skip


def _add(
    ground: Ground, dice: Random, name: str, deal: Deal, owner: Owner, *, into: Shelf | None = None, **facts: Any
) -> int:
    """The row of a material; its id, which `into` gets too."""
    made = ground.ago(dice, STANDS.days - 5)
    number = ground.book.add(
        "material", name=typeset(name), deal=deal, ward_id=ground.wards[owner.ward].id, square=owner.square,
        **PLAIN | facts, **whose(owner), **standing(made),
    )  # fmt: skip
    keeper = owner.id if isinstance(owner, Neighbour) else None
    ground.book.note(made, keeper, "made", "material", number)
    if keeper is not None:
        give_role(ground, keeper, Role.KEEPER, f"material:{number}", made)
    if into is not None:
        into.id = number
    return number


def add_wish(ground: Ground, dice: Random, wish: Mapping[str, Any], owner: Neighbour, **facts: Any) -> int:
    """The row of a wish for some days."""
    said = {"about": typeset(wish["about"]), "how_many": wish["how_many"], "how_long": ""}
    return _add(ground, dice, wish["name"], Deal.WANT, owner, **said, **facts)


def _answerer(ground: Ground, owner: Owner) -> int:
    if isinstance(owner, Partner):
        return owner.speaker
    return owner.id if isinstance(owner, Neighbour) else ground.staff[owner.id][-1]


def _owner(ground: Ground, dice: Random) -> Owner:
    draw = dice.random()
    if draw < BY_HUB:
        return dice.choice(ground.hubs)
    if draw < BY_PARTNER:
        return dice.choice(ground.partners)
    return dice.choice(ground.neighbours)
