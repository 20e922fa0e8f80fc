"""Words that mean the same at a hub; what stands first or is left out; what staff think of for somebody."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"


def _by_staff(table: str) -> list[sa.schema.SchemaItem]:
    """Who made a row, until when it holds, who took it back."""
    return [
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f(f"fk_{table}_made_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["ended_by"], ["person.id"], name=op.f(f"fk_{table}_ended_by"), ondelete="SET NULL"),
    ]


def upgrade() -> None:
    op.create_table(
        "synonym",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=400), nullable=False),
        *_by_staff("synonym"),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_synonym_hub_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_synonym")),
    )
    op.create_index("ix_synonym_hub_id", "synonym", ["hub_id", "last_day"], unique=False)
    op.create_table(
        "placing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column(
            "placed",
            sa.Enum("first", "out", name="placed", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("why", sa.String(length=280), nullable=False),
        *_by_staff("placing"),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_placing_hub_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placing")),
        sa.UniqueConstraint("hub_id", "subject", name=op.f("uq_placing_hub_id_subject")),
    )
    op.create_table(
        "by_hand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=True),
        sa.Column("subject", sa.String(length=40), nullable=False),
        *_by_staff("by_hand"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_by_hand_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_by_hand_hub_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_by_hand")),
        sa.UniqueConstraint("person_id", "subject", name=op.f("uq_by_hand_person_id_subject")),
    )
    op.create_index(op.f("ix_by_hand_hub_id"), "by_hand", ["hub_id"], unique=False)
    for table in TABLES:
        op.create_index(op.f(f"ix_{table}_made_by"), table, ["made_by"], unique=False)
        op.create_index(op.f(f"ix_{table}_ended_by"), table, ["ended_by"], unique=False)


def downgrade() -> None:
    for table in TABLES:
        op.drop_index(op.f(f"ix_{table}_ended_by"), table_name=table)
        op.drop_index(op.f(f"ix_{table}_made_by"), table_name=table)
    op.drop_index(op.f("ix_by_hand_hub_id"), table_name="by_hand")
    op.drop_table("by_hand")
    op.drop_table("placing")
    op.drop_index("ix_synonym_hub_id", table_name="synonym")
    op.drop_table("synonym")


TABLES = ("synonym", "placing", "by_hand")
