"""The tables of spaces."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "space",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "kitchen",
                "hall",
                "room",
                "garden",
                "shop",
                "workshop",
                "street",
                "desk",
                "home",
                name="spacekind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("about", sa.String(length=1000), nullable=False),
        sa.Column("has", sa.String(length=400), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("step_free", sa.Boolean(), nullable=False),
        sa.Column("toilet", sa.Boolean(), nullable=False),
        sa.Column("quiet", sa.Boolean(), nullable=False),
        sa.Column("children", sa.Boolean(), nullable=False),
        sa.Column("access_note", sa.String(length=280), nullable=False),
        sa.Column("when_free", sa.String(length=200), nullable=False),
        sa.Column("house_rules", sa.String(length=400), nullable=False),
        sa.Column("cost_pence", sa.Integer(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
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
        sa.CheckConstraint("capacity >= 1", name=op.f("ck_space_capacity")),
        sa.CheckConstraint("cost_pence >= 0", name=op.f("ck_space_cost")),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_space_hub_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["keeper_id"], ["person.id"], name=op.f("fk_space_keeper_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_space_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["ward_id"], ["ward.id"], name=op.f("fk_space_ward_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_space")),
    )
    op.create_index(op.f("ix_space_expires_on"), "space", ["expires_on"], unique=False)
    op.create_index(op.f("ix_space_hub_id"), "space", ["hub_id"], unique=False)
    op.create_index(op.f("ix_space_keeper_id"), "space", ["keeper_id"], unique=False)
    op.create_index(op.f("ix_space_organisation_id"), "space", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_space_ward_id"), "space", ["ward_id"], unique=False)


def downgrade() -> None:
    op.drop_table("space")
