"""Two people brought together."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.create_table(
        "introduction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("low_id", sa.Integer(), nullable=False),
        sa.Column("high_id", sa.Integer(), nullable=False),
        sa.Column(
            "way",
            sa.Enum("suggestion", "host", "partner", name="way", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("host_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("accompany", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("meet_at", sa.String(length=40), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "asked",
                "open",
                "not_this_time",
                "closed",
                name="introductionstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("good_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_word_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "closed_because",
            sa.Enum(
                "quiet",
                "left",
                "ended",
                name="closedbecause",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("met_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "met_how",
            sa.Enum("session", "said", name="methow", native_enum=False, create_constraint=True, length=24),
            nullable=True,
        ),
        sa.CheckConstraint("(met_at IS NULL) = (met_how IS NULL)", name=op.f("ck_introduction_met_has_how")),
        sa.CheckConstraint("low_id < high_id", name=op.f("ck_introduction_in_order")),
        sa.ForeignKeyConstraint(["high_id"], ["person.id"], name=op.f("fk_introduction_high_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["host_id"], ["person.id"], name=op.f("fk_introduction_host_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["low_id"], ["person.id"], name=op.f("fk_introduction_low_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_introduction_organisation_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction")),
        sa.UniqueConstraint("low_id", "high_id", name=op.f("uq_introduction_low_id_high_id")),
    )
    with op.batch_alter_table("introduction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_introduction_high_id"), ["high_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_introduction_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_introduction_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index("ix_introduction_status", ["status", "good_until", "id"], unique=False)

    op.create_table(
        "introduction_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("introduction_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=600), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["introduction_id"],
            ["introduction.id"],
            name=op.f("fk_introduction_note_introduction_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_introduction_note_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction_note")),
    )
    with op.batch_alter_table("introduction_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_introduction_note_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_introduction_note_thread", ["introduction_id", "id"], unique=False)

    op.create_table(
        "introduction_side",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("introduction_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("asks", sa.Boolean(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=True),
        sa.Column(
            "said",
            sa.Enum("nothing", "yes", "no", name="said", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("said_by", sa.Integer(), nullable=True),
        sa.Column("muted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("slot >= 1 AND slot <= 5", name=op.f("ck_introduction_side_five_open")),
        sa.ForeignKeyConstraint(
            ["introduction_id"],
            ["introduction.id"],
            name=op.f("fk_introduction_side_introduction_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_introduction_side_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["said_by"], ["person.id"], name=op.f("fk_introduction_side_said_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction_side")),
        sa.UniqueConstraint(
            "introduction_id", "person_id", name=op.f("uq_introduction_side_introduction_id_person_id")
        ),
        sa.UniqueConstraint("person_id", "slot", name=op.f("uq_introduction_side_person_id_slot")),
    )
    with op.batch_alter_table("introduction_side", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_introduction_side_said_by"), ["said_by"], unique=False)
        batch_op.create_index(
            "uq_introduction_side_asks",
            ["person_id"],
            unique=True,
            sqlite_where=sa.text("asks = 1"),
            postgresql_where=sa.text("asks"),
        )


def downgrade() -> None:
    with op.batch_alter_table("introduction_side", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_introduction_side_asks", sqlite_where=sa.text("asks = 1"), postgresql_where=sa.text("asks")
        )
        batch_op.drop_index(batch_op.f("ix_introduction_side_said_by"))

    op.drop_table("introduction_side")
    with op.batch_alter_table("introduction_note", schema=None) as batch_op:
        batch_op.drop_index("ix_introduction_note_thread")
        batch_op.drop_index(batch_op.f("ix_introduction_note_person_id"))

    op.drop_table("introduction_note")
    with op.batch_alter_table("introduction", schema=None) as batch_op:
        batch_op.drop_index("ix_introduction_status")
        batch_op.drop_index(batch_op.f("ix_introduction_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_introduction_host_id"))
        batch_op.drop_index(batch_op.f("ix_introduction_high_id"))

    op.drop_table("introduction")
