"""The tables of places."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "borough",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=9), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_borough")),
        sa.UniqueConstraint("code", name=op.f("uq_borough_code")),
    )
    op.create_table(
        "ward",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("borough_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=9), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("lat", sa.Double(), nullable=False),
        sa.Column("lon", sa.Double(), nullable=False),
        sa.Column("boundary", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["borough_id"], ["borough.id"], name=op.f("fk_ward_borough_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ward")),
        sa.UniqueConstraint("code", name=op.f("uq_ward_code")),
        sa.UniqueConstraint("slug", name=op.f("uq_ward_slug")),
    )
    op.create_index(op.f("ix_ward_borough_id"), "ward", ["borough_id"], unique=False)
    op.create_table(
        "hub",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("about", sa.String(length=400), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=20), nullable=False),
        sa.Column("ward_id", sa.Integer(), nullable=False),
        sa.Column("square", sa.Integer(), nullable=True),
        sa.Column("step_free", sa.Boolean(), nullable=False),
        sa.Column("toilet", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["ward_id"], ["ward.id"], name=op.f("fk_hub_ward_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hub")),
        sa.UniqueConstraint("name", name=op.f("uq_hub_name")),
    )
    op.create_index(op.f("ix_hub_ward_id"), "hub", ["ward_id"], unique=False)
    op.create_table(
        "street",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ward_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("homes", sa.Integer(), nullable=False),
        sa.Column("square", sa.Integer(), nullable=True),
        sa.CheckConstraint("homes >= 5", name=op.f("ck_street_five_homes")),
        sa.ForeignKeyConstraint(["ward_id"], ["ward.id"], name=op.f("fk_street_ward_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street")),
        sa.UniqueConstraint("ward_id", "name", name=op.f("uq_street_ward_id_name")),
    )
    op.create_index(op.f("ix_street_ward_id"), "street", ["ward_id"], unique=False)
    op.create_table(
        "ward_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=9), nullable=False),
        sa.Column("ward_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ward_id"], ["ward.id"], name=op.f("fk_ward_code_ward_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ward_code")),
        sa.UniqueConstraint("code", name=op.f("uq_ward_code_code")),
    )
    op.create_table(
        "ward_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ward_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["ward_id"], ["ward.id"], name=op.f("fk_ward_figure_ward_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ward_figure")),
        sa.UniqueConstraint("ward_id", "measure", name=op.f("uq_ward_figure_ward_id_measure")),
    )
    op.create_table(
        "hub_hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.CheckConstraint("opens < closes", name=op.f("ck_hub_hours_opens_before_closing")),
        sa.CheckConstraint("weekday >= 0 AND weekday <= 6", name=op.f("ck_hub_hours_weekday")),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_hub_hours_hub_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hub_hours")),
        sa.UniqueConstraint("hub_id", "weekday", name=op.f("uq_hub_hours_hub_id_weekday")),
    )


def downgrade() -> None:
    op.drop_table("hub_hours")
    op.drop_table("ward_figure")
    op.drop_table("ward_code")
    op.drop_table("street")
    op.drop_table("hub")
    op.drop_table("ward")
    op.drop_table("borough")
