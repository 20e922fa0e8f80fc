"""Pulses, and equality answers apart."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "equality_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pseudonym", sa.String(length=64), nullable=False),
        sa.Column("age_band", sa.String(length=24), nullable=False),
        sa.Column("ethnic_group", sa.String(length=40), nullable=False),
        sa.Column("disability", sa.String(length=24), nullable=False),
        sa.Column("on_paper", sa.Boolean(), nullable=False),
        sa.Column("quarter", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_equality_answer")),
        sa.UniqueConstraint("pseudonym", name=op.f("uq_equality_answer_pseudonym")),
    )
    op.create_table(
        "pulse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("once", sa.String(length=64), nullable=False),
        sa.Column("worthwhile", sa.Integer(), nullable=True),
        sa.Column("belonging", sa.Integer(), nullable=True),
        sa.Column("met", sa.Integer(), nullable=True),
        sa.Column("week", sa.Date(), nullable=False),
        sa.CheckConstraint("belonging BETWEEN 1 AND 5", name=op.f("ck_pulse_belonging")),
        sa.CheckConstraint("met BETWEEN 0 AND 2", name=op.f("ck_pulse_met")),
        sa.CheckConstraint("worthwhile BETWEEN 0 AND 10", name=op.f("ck_pulse_worthwhile")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pulse")),
        sa.UniqueConstraint("once", name=op.f("uq_pulse_once")),
    )
    with op.batch_alter_table("pulse", schema=None) as batch_op:
        batch_op.create_index("ix_pulse_subject", ["subject"], unique=False)
    op.create_table(
        "equality_ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_equality_ask_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_equality_ask")),
        sa.UniqueConstraint("person_id", name=op.f("uq_equality_ask_person_id")),
    )


def downgrade() -> None:
    op.drop_table("equality_ask")
    with op.batch_alter_table("pulse", schema=None) as batch_op:
        batch_op.drop_index("ix_pulse_subject")
    op.drop_table("pulse")
    op.drop_table("equality_answer")
