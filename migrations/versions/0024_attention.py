"""What a person hears from us, what we sent, whom the hub rings."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.create_table(
        "attention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "choice",
            sa.Enum(
                "only_yes", "weekly", "nothing", name="choice", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attention_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attention")),
        sa.UniqueConstraint("person_id", name=op.f("uq_attention_person_id")),
    )
    op.create_table(
        "bounce",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "way",
            sa.Enum("mail", "text", "site", "call", name="way", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_bounce_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bounce")),
        sa.UniqueConstraint("person_id", "way", name=op.f("uq_bounce_person_id_way")),
    )
    op.create_table(
        "gate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "way",
            sa.Enum("mail", "text", "site", "call", name="way", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gate")),
        sa.UniqueConstraint("way", name=op.f("uq_gate_way")),
    )
    op.create_table(
        "told",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_told_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told")),
        sa.UniqueConstraint("person_id", "what", name=op.f("uq_told_person_id_what")),
    )
    op.create_table(
        "call",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=True),
        sa.Column("promise_id", sa.Integer(), nullable=False),
        sa.Column("letter", sa.String(length=60), nullable=False),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "waiting",
                "texted",
                "done",
                "gone",
                name="callstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "outcome",
            sa.Enum(
                "told",
                "yes",
                "no",
                "nobody_there",
                name="calloutcome",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("good_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_call_hub_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_call_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["recorded_by"], ["person.id"], name=op.f("fk_call_recorded_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
        sa.UniqueConstraint("promise_id", name=op.f("uq_call_promise_id")),
    )
    with op.batch_alter_table("call", schema=None) as batch_op:
        batch_op.create_index("ix_call_open", ["hub_id", "status", "due_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_recorded_by"), ["recorded_by"], unique=False)

    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("promise_id", sa.Integer(), nullable=False),
        sa.Column("letter", sa.String(length=60), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("good_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_notice_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("promise_id", name=op.f("uq_notice_promise_id")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index("ix_notice_person", ["person_id", "made_at", "id"], unique=False)

    op.create_table(
        "sent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("promise_id", sa.Integer(), nullable=False),
        sa.Column("letter", sa.String(length=60), nullable=False),
        sa.Column(
            "way",
            sa.Enum("mail", "text", "site", "call", name="way", native_enum=False, create_constraint=True, length=24),
            nullable=True,
        ),
        sa.Column(
            "outcome",
            sa.Enum(
                "sent",
                "held_back",
                "came_back",
                "call_list",
                "too_late",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "why",
            sa.Enum(
                "said_yes",
                "asked_for",
                "yours",
                "weekly",
                "choice",
                "monthly_cap",
                "nothing_good",
                "no_way",
                "apart",
                "over",
                name="why",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sent_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent")),
        sa.UniqueConstraint("promise_id", name=op.f("uq_sent_promise_id")),
    )
    with op.batch_alter_table("sent", schema=None) as batch_op:
        batch_op.create_index("ix_sent_person", ["person_id", "at", "id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("sent", schema=None) as batch_op:
        batch_op.drop_index("ix_sent_person")

    op.drop_table("sent")
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_index("ix_notice_person")

    op.drop_table("notice")
    with op.batch_alter_table("call", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_call_recorded_by"))
        batch_op.drop_index(batch_op.f("ix_call_person_id"))
        batch_op.drop_index("ix_call_open")

    op.drop_table("call")
    op.drop_table("told")
    op.drop_table("gate")
    op.drop_table("bounce")
    op.drop_table("attention")
