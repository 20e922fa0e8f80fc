"""What a hub gives out: kit points and small funds."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.create_table(
        "fund",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("about", sa.String(length=600), nullable=False),
        sa.Column("criteria", sa.String(length=1000), nullable=False),
        sa.Column("total_pence", sa.Integer(), nullable=False),
        sa.Column("most_pence", sa.Integer(), nullable=False),
        sa.Column("granted_pence", sa.Integer(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.CheckConstraint("granted_pence >= 0 AND granted_pence <= total_pence", name=op.f("ck_fund_granted")),
        sa.CheckConstraint("most_pence >= 1", name=op.f("ck_fund_most")),
        sa.CheckConstraint("total_pence >= 0", name=op.f("ck_fund_total")),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_fund_hub_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_fund_made_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fund")),
    )
    with op.batch_alter_table("fund", schema=None) as batch_op:
        batch_op.create_index("ix_fund_closes_on", ["closes_on", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_fund_hub_id"), ["hub_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_fund_made_by"), ["made_by"], unique=False)

    op.create_table(
        "points_budget",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("spent >= 0 AND spent <= total", name=op.f("ck_points_budget_spent")),
        sa.CheckConstraint("total >= 0", name=op.f("ck_points_budget_total")),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_points_budget_hub_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_points_budget")),
        sa.UniqueConstraint("subject", name=op.f("uq_points_budget_subject")),
    )
    with op.batch_alter_table("points_budget", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_points_budget_hub_id"), ["hub_id"], unique=False)

    op.create_table(
        "fund_ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fund_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("what", sa.String(length=600), nullable=False),
        sa.Column("who", sa.String(length=600), nullable=False),
        sa.Column("costs", sa.String(length=600), nullable=False),
        sa.Column("pence", sa.Integer(), nullable=False),
        sa.Column("granted_pence", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "asked",
                "granted",
                "declined",
                "withdrawn",
                name="askstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.CheckConstraint("(status = 'asked') = (decided_at IS NULL)", name=op.f("ck_fund_ask_decided_has_moment")),
        sa.CheckConstraint("granted_pence >= 0", name=op.f("ck_fund_ask_granted")),
        sa.CheckConstraint("pence >= 1", name=op.f("ck_fund_ask_pence")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_fund_ask_decided_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["fund_id"], ["fund.id"], name=op.f("fk_fund_ask_fund_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_fund_ask_person_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fund_ask")),
    )
    with op.batch_alter_table("fund_ask", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fund_ask_decided_by"), ["decided_by"], unique=False)
        batch_op.create_index("ix_fund_ask_fund_id", ["fund_id", "status", "asked_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_fund_ask_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_fund_ask_subject"), ["subject"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("fund_ask", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fund_ask_subject"))
        batch_op.drop_index(batch_op.f("ix_fund_ask_person_id"))
        batch_op.drop_index("ix_fund_ask_fund_id")
        batch_op.drop_index(batch_op.f("ix_fund_ask_decided_by"))

    op.drop_table("fund_ask")
    with op.batch_alter_table("points_budget", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_points_budget_hub_id"))

    op.drop_table("points_budget")
    with op.batch_alter_table("fund", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fund_made_by"))
        batch_op.drop_index(batch_op.f("ix_fund_hub_id"))
        batch_op.drop_index("ix_fund_closes_on")

    op.drop_table("fund")
