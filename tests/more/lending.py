"""Things lent: a kit that lacks a part, loans in every state, a queue, somebody who was shown how."""

from datetime import timedelta

from participate.core import clock
from participate.core.db import db
from participate.funds.service import set_budget
from participate.materials import queries, service
from participate.materials.models import KitPart, Loan
from participate.materials.words import Condition, LoanStatus
from tests.materials.build import build_material
from tests.materials.loans import day, wants
from tests.street import Street, add, person

STATES = (
    "/loans?over=y", "/loans?page=9", "/materials/{kit_id}", "/materials/{kit_id}/scan", "/materials/{kit_id}/lend",
    "/materials/{kit_id}/parts", "/materials/{late_thing_id}", "/materials/{late_thing_id}/scan",
    "/materials/{points_kit_id}/borrow", "/materials/{busy_id}", "/materials/{busy_id}/borrow?again=y",
    "/materials/{busy_id}/scan", "/loans/{waiting_loan_id}", "/loans/{offered_loan_id}", "/loans/{agreed_loan_id}",
    "/loans/{out_loan_id}", "/loans/{late_loan_id}", "/loans/{back_loan_id}", "/loans/{lost_loan_id}",
    "/loans/{declined_loan_id}", "/loans/{agreed_loan_id}/out", "/loans/{taken_loan_id}",
    "/materials/labels?id={kit_id}", "/materials/{kit_id}/shown?page=9", "/materials/{shelf_id}/borrow",
)  # fmt: skip


def things(street: Street) -> dict[str, object]:
    """Argument name → id, as tests/samples.py puts it into addresses."""
    found = _kit(street) | _over(street) | _queue(street)
    points = build_material(street, name="Street party kit", hub_id=street.hub.id, points=3)
    set_budget(street.dora.id, street.hub.id, f"person:{street.amina.id}", "Amina", 5)
    shelf = build_material(street, name="Long ladder", how_many=2, safety="Two people carry it.", deposit="Your card")
    db.session.commit()
    return found | {"points_kit_id": points.id, "shelf_id": shelf.id}


def _kit(street: Street) -> dict[str, object]:
    """A tool kit of Chidi's: asked for by Amina, agreed with Bilal; one part is missing; Dora was shown how."""
    kit = build_material(street, name="Tool kit", how_many=3, induction=True, safety="Wear the goggles.")
    add(
        KitPart(material_id=kit.id, name="Spanners", how_many=6, missing=2),
        KitPart(material_id=kit.id, name="Goggles"),
    )
    asked = wants(street.amina, kit, words="For the Mend Club.", subject=f"project:{street.project.id}")
    agreed = wants(street.bilal, kit)
    service.agree(street.chidi.id, agreed, "Thursday from 5pm at the Shop.")
    service.show_how(street.chidi.id, kit, street.dora.id)
    (shown,) = queries.list_shown(kit.id, 1).items
    taken = wants(street.dora, kit, units=3, from_day=day(20), days=2)
    service.lend(street.chidi.id, street.bilal.id, kit, 1, day(20), day(20), "session:1")
    taken.status, taken.from_day, taken.due_on = LoanStatus.ASKED, day(20), day(21)
    pages = {f"materials.{name}:material_id": kit.id for name in ("scan", "lend_how", "label", "label_code", "parts",
                                                                  "shown", "shown_forget", "at_counter")}  # fmt: skip
    return pages | {
        "kit_id": kit.id, "loan_id": asked.id, "agreed_loan_id": agreed.id, "induction_id": shown.id,
        "materials.loan_out:loan_id": agreed.id, "taken_loan_id": taken.id,
    }  # fmt: skip


def _over(street: Street) -> dict[str, object]:
    """Amina is late with one; another is out, back, lost and declined."""
    late = build_material(street, name="Gazebo", instant=True)
    other = build_material(street, name="Folding tables", how_many=9, instant=True)
    made = {"late": wants(street.amina, late)}
    for number, name in enumerate(("out", "back", "lost", "declined")):
        made[name] = wants(street.amina, other, subject=f"session:{number + 90}")
    for name in ("late", "out", "back", "lost"):
        service.hand_out(street.chidi.id, made[name], Condition.GOOD, "One scratch.")
    service.take_back(street.chidi.id, made["back"], Condition.WORN, "Thank you!")
    service.lose(street.chidi.id, made["lost"], "Left on the bus.")
    made["declined"].status, made["declined"].reason = LoanStatus.DECLINED, "We need them ourselves."
    made["late"].from_day, made["late"].due_on = day(-6), day(-2)
    made["late"].out_at = clock.now() - timedelta(days=6)
    pages = {f"materials.{name}:loan_id": made["out"].id for name in ("loan_back", "loan_lost", "loan_longer")}
    return pages | {f"{name}_loan_id": loan.id for name, loan in made.items()} | {"late_thing_id": late.id}


def _queue(street: Street) -> dict[str, object]:
    """A drill that Bilal has; Amina is asked whether she still wants another, Dora and Hana wait."""
    drill = build_material(street, name="Busy drill", instant=True)
    has = wants(street.bilal, drill)
    service.hand_out(street.chidi.id, has, Condition.GOOD)
    offered, waiting = wants(street.amina, drill), wants(street.dora, drill)
    wants(person("Hana Smith"), drill)
    service.take_back(street.chidi.id, has, Condition.GOOD)
    assert isinstance(offered, Loan)
    return {"busy_id": drill.id, "offered_loan_id": offered.id, "waiting_loan_id": waiting.id}
