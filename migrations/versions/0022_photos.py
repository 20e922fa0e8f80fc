"""Photos of things."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("alt", sa.String(length=200), nullable=False),
        sa.Column("decorative", sa.Boolean(), nullable=False),
        sa.Column("children", sa.Boolean(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "held",
                "shown",
                "taken_down",
                name="photostatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("consent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("checked_by", sa.Integer(), nullable=True),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.CheckConstraint("decorative OR alt <> '' OR status IN ('draft', 'taken_down')", name=op.f("ck_photo_alt")),
        sa.CheckConstraint("consent_at IS NOT NULL OR status = 'draft'", name=op.f("ck_photo_consent")),
        sa.CheckConstraint(
            "NOT children OR status <> 'shown' OR checked_at IS NOT NULL", name=op.f("ck_photo_children_are_checked")
        ),
        sa.CheckConstraint("bytes >= 1", name=op.f("ck_photo_bytes")),
        sa.CheckConstraint("width BETWEEN 1 AND 1600 AND height BETWEEN 1 AND 1600", name=op.f("ck_photo_size")),
        sa.ForeignKeyConstraint(["checked_by"], ["person.id"], name=op.f("fk_photo_checked_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_photo_hub_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_photo_person_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
        sa.UniqueConstraint("name", name=op.f("uq_photo_name")),
    )
    with op.batch_alter_table("photo", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_photo_checked_by"), ["checked_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_photo_hub_id"), ["hub_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_photo_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_photo_sha256", ["sha256"], unique=False)
        batch_op.create_index("ix_photo_status", ["status", "made_at"], unique=False)
        batch_op.create_index("ix_photo_subject", ["subject", "status", "id"], unique=False)
    op.create_table(
        "photo_ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "me", "child", "home", "other", name="downreason", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=400), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_photo_ask_person_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], name=op.f("fk_photo_ask_photo_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo_ask")),
    )
    with op.batch_alter_table("photo_ask", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_photo_ask_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_photo_ask_photo_id"), ["photo_id"], unique=False)


def downgrade() -> None:
    op.drop_table("photo_ask")
    with op.batch_alter_table("photo", schema=None) as batch_op:
        batch_op.drop_index("ix_photo_subject")
        batch_op.drop_index("ix_photo_status")
        batch_op.drop_index("ix_photo_sha256")
        batch_op.drop_index(batch_op.f("ix_photo_person_id"))
        batch_op.drop_index(batch_op.f("ix_photo_hub_id"))
        batch_op.drop_index(batch_op.f("ix_photo_checked_by"))

    op.drop_table("photo")
