"""Sets of people, spaces, materials and a time for a project, and the asks that go out."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"

ONE_ASKING, ONE_ASKED = sa.text("status = 'asking'"), sa.text("status = 'asked'")


def upgrade() -> None:
    op.create_table(
        "project_set",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("asking", "ready", "over", name="setstatus", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_project_set_starts_before_end")),
        sa.CheckConstraint("heads >= 1", name=op.f("ck_project_set_heads")),
        sa.CheckConstraint("(status = 'asking') = (closed_at IS NULL)", name=op.f("ck_project_set_closed_has_moment")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_set_project_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_project_set_made_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_set")),
    )
    op.create_index(
        "uq_project_set_asking", "project_set", ["project_id"], unique=True, sqlite_where=ONE_ASKING,
        postgresql_where=ONE_ASKING,
    )  # fmt: skip
    op.create_index("ix_project_set_project_id", "project_set", ["project_id", "id"])
    op.create_index(op.f("ix_project_set_made_by"), "project_set", ["made_by"])
    op.create_table(
        "ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("set_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "asked",
                "yes",
                "no",
                "late",
                "off",
                name="askstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("good_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["set_id"], ["project_set.id"], name=op.f("fk_ask_set_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_ask_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask")),
    )
    op.create_index(
        "uq_ask_open", "ask", ["person_id"], unique=True, sqlite_where=ONE_ASKED, postgresql_where=ONE_ASKED
    )
    op.create_index("ix_ask_person_id", "ask", ["person_id", "asked_at"])
    op.create_index("ix_ask_status", "ask", ["status", "good_until", "id"])
    op.create_index(op.f("ix_ask_set_id"), "ask", ["set_id"])
    op.create_table(
        "ask_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ask_id", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "person", "space", "material", name="needkind", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=True),
        sa.Column("material_id", sa.Integer(), nullable=True),
        sa.Column("booking_id", sa.Integer(), nullable=True),
        sa.Column("loan_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("units >= 1", name=op.f("ck_ask_line_units")),
        sa.CheckConstraint(
            "kind <> 'person' OR (space_id IS NULL AND material_id IS NULL)",
            name=op.f("ck_ask_line_person_is_no_thing"),
        ),
        sa.ForeignKeyConstraint(["ask_id"], ["ask.id"], name=op.f("fk_ask_line_ask_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name=op.f("fk_ask_line_need_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_ask_line_space_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["material_id"], ["material.id"], name=op.f("fk_ask_line_material_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["booking.id"], name=op.f("fk_ask_line_booking_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["loan_id"], ["loan.id"], name=op.f("fk_ask_line_loan_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ask_line")),
    )
    for column in ("ask_id", "need_id", "space_id", "material_id", "booking_id", "loan_id"):
        op.create_index(op.f(f"ix_ask_line_{column}"), "ask_line", [column])


def downgrade() -> None:
    for table in ("ask_line", "ask", "project_set"):
        op.drop_table(table)
