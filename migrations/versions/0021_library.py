"""A library of things: loans and their queue, giving, stock, wishes."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


DEALS = ("lend", "give", "want")
CHECKS = {
    "ck_material_out": "out >= 0 AND out <= how_many",
    "ck_material_met": "met >= 0 AND met <= how_many",
    "ck_material_loan_days": "loan_days BETWEEN 1 AND 90",
    "ck_material_points": "points >= 0",
    "ck_material_wanted_days": "wanted_from <= wanted_until",
    "ck_material_stock_is_a_hubs": "deal <> 'take' OR hub_id IS NOT NULL",
}


def _one_of(deals: tuple[str, ...]) -> str:
    return f"deal IN ({', '.join(repr(deal) for deal in deals)})"


def upgrade() -> None:
    op.create_table(
        "gift_ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("material_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=280), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "asked",
                "chosen",
                "handed",
                "not_this_time",
                "cancelled",
                name="giftstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("lot", sa.Integer(), nullable=True),
        sa.Column("reply", sa.String(length=280), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("units >= 1", name=op.f("ck_gift_ask_units")),
        sa.ForeignKeyConstraint(
            ["material_id"], ["material.id"], name=op.f("fk_gift_ask_material_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_gift_ask_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift_ask")),
        sa.UniqueConstraint("material_id", "person_id", name=op.f("uq_gift_ask_material_id_person_id")),
    )
    with op.batch_alter_table("gift_ask", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gift_ask_person_id"), ["person_id"], unique=False)

    op.create_table(
        "induction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("material_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("shown_by", sa.Integer(), nullable=True),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["material_id"], ["material.id"], name=op.f("fk_induction_material_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_induction_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["shown_by"], ["person.id"], name=op.f("fk_induction_shown_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_induction")),
        sa.UniqueConstraint("material_id", "person_id", name=op.f("uq_induction_material_id_person_id")),
    )
    with op.batch_alter_table("induction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_induction_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_induction_shown_by"), ["shown_by"], unique=False)

    op.create_table(
        "kit_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("material_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("how_many", sa.Integer(), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.CheckConstraint("how_many >= 1", name=op.f("ck_kit_part_how_many")),
        sa.CheckConstraint("missing >= 0 AND missing <= how_many", name=op.f("ck_kit_part_missing")),
        sa.ForeignKeyConstraint(
            ["material_id"], ["material.id"], name=op.f("fk_kit_part_material_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kit_part")),
    )
    with op.batch_alter_table("kit_part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kit_part_material_id"), ["material_id"], unique=False)

    op.create_table(
        "loan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("material_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "asked",
                "waiting",
                "offered",
                "agreed",
                "out",
                "back",
                "lost",
                "declined",
                "cancelled",
                "lapsed",
                name="loanstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=280), nullable=False),
        sa.Column("reason", sa.String(length=280), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("budget_id", sa.Integer(), nullable=True),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("out_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "out_condition",
            sa.Enum(
                "new",
                "good",
                "worn",
                "mend",
                name="out_condition",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("out_note", sa.String(length=280), nullable=False),
        sa.Column("back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "back_condition",
            sa.Enum(
                "new",
                "good",
                "worn",
                "mend",
                name="back_condition",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("back_note", sa.String(length=280), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(status = 'offered') = (answer_by IS NOT NULL)", name=op.f("ck_loan_offer_has_end")),
        sa.CheckConstraint(
            "status NOT IN ('offered', 'agreed', 'out') OR due_on IS NOT NULL", name=op.f("ck_loan_held_has_days")
        ),
        sa.CheckConstraint("days BETWEEN 1 AND 90", name=op.f("ck_loan_days")),
        sa.CheckConstraint("from_day <= due_on", name=op.f("ck_loan_from_before_due")),
        sa.CheckConstraint("units >= 1", name=op.f("ck_loan_units")),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name=op.f("fk_loan_answered_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["budget_id"], ["points_budget.id"], name=op.f("fk_loan_budget_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["material_id"], ["material.id"], name=op.f("fk_loan_material_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_loan_person_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loan")),
    )
    with op.batch_alter_table("loan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_loan_answered_by"), ["answered_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_loan_budget_id"), ["budget_id"], unique=False)
        batch_op.create_index("ix_loan_due", ["status", "due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_loan_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_loan_queue", ["material_id", "status", "queued_at", "id"], unique=False)
        batch_op.create_index("ix_loan_subject", ["subject"], unique=False)
        batch_op.create_index(
            "uq_loan_open",
            ["material_id", "person_id", "subject"],
            unique=True,
            sqlite_where=sa.text("status IN ('asked', 'waiting', 'offered', 'agreed', 'out')"),
            postgresql_where=sa.text("status IN ('asked', 'waiting', 'offered', 'agreed', 'out')"),
        )

    op.create_table(
        "material_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("material_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.CheckConstraint("held >= 0 AND held <= units", name=op.f("ck_material_day_held")),
        sa.ForeignKeyConstraint(
            ["material_id"], ["material.id"], name=op.f("fk_material_day_material_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material_day")),
        sa.UniqueConstraint("material_id", "day", name=op.f("uq_material_day_material_id_day")),
    )
    op.create_table(
        "stock_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("material_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.CheckConstraint("taken >= 0", name=op.f("ck_stock_day_taken")),
        sa.ForeignKeyConstraint(
            ["material_id"], ["material.id"], name=op.f("fk_stock_day_material_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_day")),
        sa.UniqueConstraint("material_id", "day", name=op.f("uq_stock_day_material_id_day")),
    )
    op.create_table(
        "wish_ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("wish_id", sa.Integer(), nullable=False),
        sa.Column("material_id", sa.Integer(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "asked",
                "yes",
                "no",
                "lapsed",
                "dropped",
                name="wishstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("loan_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("units >= 1", name=op.f("ck_wish_ask_units")),
        sa.ForeignKeyConstraint(["loan_id"], ["loan.id"], name=op.f("fk_wish_ask_loan_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["material_id"], ["material.id"], name=op.f("fk_wish_ask_material_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["wish_id"], ["material.id"], name=op.f("fk_wish_ask_wish_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish_ask")),
        sa.UniqueConstraint("wish_id", "material_id", name=op.f("uq_wish_ask_wish_id_material_id")),
    )
    with op.batch_alter_table("wish_ask", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wish_ask_loan_id"), ["loan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wish_ask_material_id"), ["material_id"], unique=False)
        batch_op.create_index("ix_wish_ask_status", ["status", "answer_by"], unique=False)
        batch_op.create_index(
            "uq_wish_ask_open",
            ["wish_id"],
            unique=True,
            sqlite_where=sa.text("status = 'asked'"),
            postgresql_where=sa.text("status = 'asked'"),
        )

    with op.batch_alter_table("material", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "condition",
                sa.Enum(
                    "new",
                    "good",
                    "worn",
                    "mend",
                    name="condition",
                    native_enum=False,
                    create_constraint=True,
                    length=24,
                ),
                nullable=False,
                server_default="good",
            )
        )
        batch_op.add_column(sa.Column("loan_days", sa.Integer(), nullable=False, server_default="7"))
        batch_op.add_column(sa.Column("instant", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("out", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("deposit", sa.String(length=80), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("safety", sa.String(length=400), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("induction", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("points", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("asks_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("by_lot", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("wanted_from", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("wanted_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("met", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("subject", sa.String(length=40), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_material_subject"), ["subject"], unique=False)
    with op.batch_alter_table("material", schema=None) as batch_op:
        for name, check in CHECKS.items():
            batch_op.create_check_constraint(batch_op.f(name), check)
        batch_op.drop_constraint(batch_op.f("ck_material_deal"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_material_deal"), _one_of((*DEALS, "take")))


def downgrade() -> None:
    op.execute("UPDATE material SET deal = 'give' WHERE deal = 'take'")
    with op.batch_alter_table("material", schema=None) as batch_op:
        for name in (*CHECKS, "ck_material_condition"):
            batch_op.drop_constraint(batch_op.f(name), type_="check")
        batch_op.drop_constraint(batch_op.f("ck_material_deal"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_material_deal"), _one_of(DEALS))
    with op.batch_alter_table("material", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_material_subject"))
        batch_op.drop_column("subject")
        batch_op.drop_column("met")
        batch_op.drop_column("wanted_until")
        batch_op.drop_column("wanted_from")
        batch_op.drop_column("by_lot")
        batch_op.drop_column("asks_until")
        batch_op.drop_column("points")
        batch_op.drop_column("induction")
        batch_op.drop_column("safety")
        batch_op.drop_column("deposit")
        batch_op.drop_column("out")
        batch_op.drop_column("instant")
        batch_op.drop_column("loan_days")
        batch_op.drop_column("condition")

    with op.batch_alter_table("wish_ask", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_wish_ask_open", sqlite_where=sa.text("status = 'asked'"), postgresql_where=sa.text("status = 'asked'")
        )
        batch_op.drop_index("ix_wish_ask_status")
        batch_op.drop_index(batch_op.f("ix_wish_ask_material_id"))
        batch_op.drop_index(batch_op.f("ix_wish_ask_loan_id"))

    op.drop_table("wish_ask")
    op.drop_table("stock_day")
    op.drop_table("material_day")
    with op.batch_alter_table("loan", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_loan_open",
            sqlite_where=sa.text("status IN ('asked', 'waiting', 'offered', 'agreed', 'out')"),
            postgresql_where=sa.text("status IN ('asked', 'waiting', 'offered', 'agreed', 'out')"),
        )
        batch_op.drop_index("ix_loan_subject")
        batch_op.drop_index("ix_loan_queue")
        batch_op.drop_index(batch_op.f("ix_loan_person_id"))
        batch_op.drop_index("ix_loan_due")
        batch_op.drop_index(batch_op.f("ix_loan_budget_id"))
        batch_op.drop_index(batch_op.f("ix_loan_answered_by"))

    op.drop_table("loan")
    with op.batch_alter_table("kit_part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_kit_part_material_id"))

    op.drop_table("kit_part")
    with op.batch_alter_table("induction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_induction_shown_by"))
        batch_op.drop_index(batch_op.f("ix_induction_person_id"))

    op.drop_table("induction")
    with op.batch_alter_table("gift_ask", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gift_ask_person_id"))

    op.drop_table("gift_ask")
