"""What she said to suggestions, and what she switched off."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.create_table(
        "answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column(
            "because",
            sa.Enum(
                "too_far",
                "wrong_time",
                "not_my_thing",
                "known",
                name="because",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_answer_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
        sa.UniqueConstraint("person_id", "subject", name=op.f("uq_answer_person_id_subject")),
    )
    op.create_index("ix_answer_subject", "answer", ["subject"], unique=False)
    op.create_table(
        "switched_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_switched_off_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_switched_off")),
        sa.UniqueConstraint("person_id", "subject", name=op.f("uq_switched_off_person_id_subject")),
    )
    op.create_index("ix_switched_off_subject", "switched_off", ["subject"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_switched_off_subject", table_name="switched_off")
    op.drop_table("switched_off")
    op.drop_index("ix_answer_subject", table_name="answer")
    op.drop_table("answer")
