"""Held things, measures, worries; seals of the trail."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.create_table(
        "audit_checkpoint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_checkpoint")),
        sa.UniqueConstraint("row_id", name=op.f("uq_audit_checkpoint_row_id")),
    )
    op.create_table(
        "audit_seal",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_seal")),
    )
    op.create_table(
        "worry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "child",
                "adult",
                "harm_self",
                "home",
                "conduct",
                "other",
                name="worrykind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("who", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=254), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=True),
        sa.Column("teller_id", sa.Integer(), nullable=True),
        sa.Column("about_id", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum("new", "taken", "closed", name="worrystatus", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "passed_on",
                "talked",
                "nothing_more",
                name="worryoutcome",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(status = 'closed') = (closed_at IS NOT NULL)", name=op.f("ck_worry_closed_has_moment")),
        sa.ForeignKeyConstraint(["about_id"], ["person.id"], name=op.f("fk_worry_about_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_worry_hub_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["taken_by"], ["person.id"], name=op.f("fk_worry_taken_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["teller_id"], ["person.id"], name=op.f("fk_worry_teller_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worry")),
    )
    with op.batch_alter_table("worry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_worry_about_id"), ["about_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_worry_hub_id"), ["hub_id"], unique=False)
        batch_op.create_index("ix_worry_status", ["status", "made_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_worry_taken_by"), ["taken_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_worry_teller_id"), ["teller_id"], unique=False)

    op.create_table(
        "measure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("warned", "suspended", name="measurekind", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["ended_by"], ["person.id"], name=op.f("fk_measure_ended_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_measure_made_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_measure_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_measure_report_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
    )
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_measure_ended_by"), ["ended_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_measure_made_by"), ["made_by"], unique=False)
        batch_op.create_index("ix_measure_person", ["person_id", "made_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_measure_report_id"), ["report_id"], unique=False)

    op.create_table(
        "worry_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("worry_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_worry_note_made_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["worry_id"], ["worry.id"], name=op.f("fk_worry_note_worry_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worry_note")),
    )
    with op.batch_alter_table("worry_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_worry_note_made_by"), ["made_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_worry_note_worry_id"), ["worry_id"], unique=False)

    op.create_table(
        "worry_kept",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("worry_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_worry_kept_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["worry_id"], ["worry.id"], name=op.f("fk_worry_kept_worry_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worry_kept")),
        sa.UniqueConstraint("worry_id", "person_id", name=op.f("uq_worry_kept_worry_id_person_id")),
    )
    with op.batch_alter_table("worry_kept", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_worry_kept_person_id"), ["person_id"], unique=False)

    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "origin",
                sa.Enum(
                    "neighbour", "held", "author", name="origin", native_enum=False, create_constraint=True, length=24
                ),
                nullable=False,
                server_default="neighbour",
            )
        )
        batch_op.add_column(
            sa.Column(
                "urgency",
                sa.Enum("now", "soon", "usual", name="urgency", native_enum=False, create_constraint=True, length=24),
                nullable=False,
                server_default="usual",
            )
        )
        batch_op.add_column(sa.Column("found", sa.String(length=80), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column(
                "choice",
                sa.Enum(
                    "keep",
                    "hide",
                    "show",
                    "edit",
                    "remove",
                    "warn",
                    "suspend",
                    name="choice",
                    native_enum=False,
                    create_constraint=True,
                    length=24,
                ),
                nullable=True,
            )
        )
        batch_op.add_column(sa.Column("author_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("claimed_by", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_report_claimed_by"), ["claimed_by"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_report_claimed_by"), "person", ["claimed_by"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_index(batch_op.f("ix_report_author_id"), ["author_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_report_author_id"), "person", ["author_id"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_report_author_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_report_author_id"))
        batch_op.drop_constraint(batch_op.f("fk_report_claimed_by"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_report_claimed_by"))
        for name in ("choice", "urgency", "origin"):
            batch_op.drop_constraint(batch_op.f(f"ck_report_{name}"), type_="check")
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.drop_column("claimed_until")
        batch_op.drop_column("claimed_by")
        batch_op.drop_column("author_id")
        batch_op.drop_column("choice")
        batch_op.drop_column("found")
        batch_op.drop_column("urgency")
        batch_op.drop_column("origin")

    with op.batch_alter_table("worry_kept", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_worry_kept_person_id"))

    op.drop_table("worry_kept")
    with op.batch_alter_table("worry_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_worry_note_worry_id"))
        batch_op.drop_index(batch_op.f("ix_worry_note_made_by"))

    op.drop_table("worry_note")
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_measure_report_id"))
        batch_op.drop_index("ix_measure_person")
        batch_op.drop_index(batch_op.f("ix_measure_made_by"))
        batch_op.drop_index(batch_op.f("ix_measure_ended_by"))

    op.drop_table("measure")
    with op.batch_alter_table("worry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_worry_teller_id"))
        batch_op.drop_index(batch_op.f("ix_worry_taken_by"))
        batch_op.drop_index("ix_worry_status")
        batch_op.drop_index(batch_op.f("ix_worry_hub_id"))
        batch_op.drop_index(batch_op.f("ix_worry_about_id"))

    op.drop_table("worry")
    op.drop_table("audit_seal")
    op.drop_table("audit_checkpoint")
