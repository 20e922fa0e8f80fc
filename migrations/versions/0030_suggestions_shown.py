"""What was suggested, seen and came of it."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"

PARTS = sa.Enum(
    "all", "ward", "language", "kind", "order", name="part", native_enum=False, create_constraint=True, length=24
)
NOTHING = sa.Enum(
    "said_nothing", "switched_off", "rare_words", "nothing_close", "answered_all", name="nothing", native_enum=False,
    create_constraint=True, length=24,
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "suggested",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("by_chance", sa.Boolean(), nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint("place >= 1", name=op.f("ck_suggested_place")),
        sa.CheckConstraint("step >= 0 AND step <= 4", name=op.f("ck_suggested_step")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_suggested_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggested")),
        sa.UniqueConstraint("person_id", "week", "subject", name=op.f("uq_suggested_person_id_week_subject")),
    )
    op.create_index("ix_suggested_week", "suggested", ["week", "subject"], unique=False)
    op.create_table(
        "unmatched",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("because", NOTHING, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_unmatched_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unmatched")),
        sa.UniqueConstraint("person_id", name=op.f("uq_unmatched_person_id")),
    )
    op.create_table(
        "suggested_week",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("weeks", sa.SmallInteger(), nullable=False),
        sa.Column("part", PARTS, nullable=False),
        sa.Column("value", sa.String(length=24), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("suggested", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("accepted", sa.Integer(), nullable=False),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.Column("made", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "suggested >= seen AND seen >= accepted AND accepted >= met AND met >= made AND made >= 0",
            name=op.f("ck_suggested_week_in_order"),
        ),
        sa.CheckConstraint("people >= 1 AND people <= suggested", name=op.f("ck_suggested_week_people")),
        sa.CheckConstraint("weeks IN (1, 13)", name=op.f("ck_suggested_week_weeks")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggested_week")),
        sa.UniqueConstraint("week", "weeks", "part", "value", name=op.f("uq_suggested_week_week_weeks_part_value")),
    )


def downgrade() -> None:
    op.drop_table("suggested_week")
    op.drop_table("unmatched")
    op.drop_index("ix_suggested_week", table_name="suggested")
    op.drop_table("suggested")
