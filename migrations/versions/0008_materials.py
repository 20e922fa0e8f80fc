"""The tables of materials."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "material",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column(
            "deal",
            sa.Enum("lend", "give", "want", name="deal", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("about", sa.String(length=600), nullable=False),
        sa.Column("how_many", sa.Integer(), nullable=False),
        sa.Column("how_long", sa.String(length=60), nullable=False),
        sa.Column("ward_id", sa.Integer(), nullable=True),
        sa.Column("square", sa.Integer(), nullable=True),
        sa.Column("keeper_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("hub_id", sa.Integer(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("expired_on", sa.Date(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.CheckConstraint("how_many >= 1", name=op.f("ck_material_how_many")),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_material_hub_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["keeper_id"], ["person.id"], name=op.f("fk_material_keeper_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_material_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["ward_id"], ["ward.id"], name=op.f("fk_material_ward_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material")),
    )
    op.create_index(op.f("ix_material_deal"), "material", ["deal"], unique=False)
    op.create_index(op.f("ix_material_expires_on"), "material", ["expires_on"], unique=False)
    op.create_index(op.f("ix_material_hub_id"), "material", ["hub_id"], unique=False)
    op.create_index(op.f("ix_material_keeper_id"), "material", ["keeper_id"], unique=False)
    op.create_index(op.f("ix_material_organisation_id"), "material", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_material_ward_id"), "material", ["ward_id"], unique=False)


def downgrade() -> None:
    op.drop_table("material")
