"""Shared missions."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.create_table(
        "mission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("about", sa.String(length=600), nullable=False),
        sa.Column(
            "measure",
            sa.Enum(
                "people",
                "visits",
                "given",
                "outcome",
                name="missionmeasure",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("definition", sa.String(length=400), nullable=False),
        sa.Column("learnt", sa.String(length=2000), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("hub_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_mission_in_order")),
        sa.CheckConstraint("hub_id IS NULL OR organisation_id IS NULL", name=op.f("ck_mission_one_name")),
        sa.CheckConstraint("target >= 10 AND target % 5 = 0", name=op.f("ck_mission_target")),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_mission_hub_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_mission_made_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_mission_organisation_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission")),
    )
    with op.batch_alter_table("mission", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mission_hub_id"), ["hub_id"], unique=False)
        batch_op.create_index("ix_mission_last_day", ["last_day", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mission_made_by"), ["made_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_mission_organisation_id"), ["organisation_id"], unique=False)

    op.create_table(
        "mission_outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mission_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("definition", sa.String(length=400), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("reported_by", sa.Integer(), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_mission_outcome_in_order")),
        sa.CheckConstraint("number >= 0", name=op.f("ck_mission_outcome_number")),
        sa.ForeignKeyConstraint(
            ["mission_id"], ["mission.id"], name=op.f("fk_mission_outcome_mission_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_mission_outcome_organisation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["reported_by"], ["person.id"], name=op.f("fk_mission_outcome_reported_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission_outcome")),
        sa.UniqueConstraint(
            "mission_id",
            "organisation_id",
            "first_day",
            name=op.f("uq_mission_outcome_mission_id_organisation_id_first_day"),
        ),
    )
    with op.batch_alter_table("mission_outcome", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mission_outcome_organisation_id"), ["organisation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mission_outcome_reported_by"), ["reported_by"], unique=False)

    op.create_table(
        "mission_project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mission_id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "inspiration",
                "prototype",
                "tested",
                name="missionstage",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("learnt", sa.String(length=600), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["mission_id"], ["mission.id"], name=op.f("fk_mission_project_mission_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_mission_project_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission_project")),
        sa.UniqueConstraint("mission_id", "project_id", name=op.f("uq_mission_project_mission_id_project_id")),
    )
    with op.batch_alter_table("mission_project", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mission_project_project_id"), ["project_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("mission_project", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mission_project_project_id"))

    op.drop_table("mission_project")
    with op.batch_alter_table("mission_outcome", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mission_outcome_reported_by"))
        batch_op.drop_index(batch_op.f("ix_mission_outcome_organisation_id"))

    op.drop_table("mission_outcome")
    with op.batch_alter_table("mission", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mission_organisation_id"))
        batch_op.drop_index(batch_op.f("ix_mission_made_by"))
        batch_op.drop_index("ix_mission_last_day")
        batch_op.drop_index(batch_op.f("ix_mission_hub_id"))

    op.drop_table("mission")
