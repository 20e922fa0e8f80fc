"""Published figures, and what people type in beside them; the part of the borough that a ward belongs to."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"

SHOWN = sa.Enum("shown", "few", "hidden", "none", name="shown", native_enum=False, create_constraint=True, length=24)
ANSWER = sa.Enum("asked", "yes", "no", name="answer", native_enum=False, create_constraint=True, length=24)


def upgrade() -> None:
    op.create_table(
        "budget",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("pence", sa.Integer(), nullable=False),
        sa.Column("includes", sa.String(length=400), nullable=False),
        sa.Column("leaves_out", sa.String(length=400), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("pence > 0", name=op.f("ck_budget_pence")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_budget")),
    )
    op.create_index("ix_budget_period", "budget", ["period", "made_at"], unique=False)
    op.create_table(
        "commitment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("target > 0", name=op.f("ck_commitment_target")),
        sa.ForeignKeyConstraint(["replaces_id"], ["commitment.id"], name=op.f("fk_commitment_replaces_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_commitment_replaces_id")),
    )
    op.create_table(
        "framework",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_framework")),
        sa.UniqueConstraint("key", name=op.f("uq_framework_key")),
    )
    op.create_table(
        "outside",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("definition", sa.String(length=600), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("beside", sa.String(length=40), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside")),
        sa.UniqueConstraint("key", name=op.f("uq_outside_key")),
    )
    op.create_table(
        "snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("month", name=op.f("uq_snapshot_month")),
    )
    op.create_table(
        "figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("area", sa.String(length=40), nullable=False),
        sa.Column("split", sa.String(length=40), nullable=False),
        sa.Column("shown", SHOWN, nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("definition", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint("(value IS NOT NULL) = (shown = 'shown')", name=op.f("ck_figure_value_only_where_shown")),
        sa.CheckConstraint("value >= 0 AND value % 5 = 0", name=op.f("ck_figure_rounded")),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.id"], name=op.f("fk_figure_snapshot_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure")),
        sa.UniqueConstraint("measure", "period", "area", "split", name=op.f("uq_figure_measure_period_area_split")),
    )
    op.create_index("ix_figure_period", "figure", ["period", "area", "split"], unique=False)
    op.create_index("ix_figure_series", "figure", ["measure", "area", "split", "first_day"], unique=False)
    op.create_index(op.f("ix_figure_snapshot_id"), "figure", ["snapshot_id"], unique=False)
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("framework_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=30), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.ForeignKeyConstraint(
            ["framework_id"], ["framework.id"], name=op.f("fk_goal_framework_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal")),
        sa.UniqueConstraint("key", name=op.f("uq_goal_key")),
    )
    op.create_index(op.f("ix_goal_framework_id"), "goal", ["framework_id"], unique=False)
    op.create_table(
        "outside_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outside_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=9), nullable=False),
        sa.Column("period", sa.String(length=20), nullable=False),
        sa.Column("group", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outside_id"], ["outside.id"], name=op.f("fk_outside_figure_outside_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outside_figure")),
        sa.UniqueConstraint(
            "outside_id", "place", "period", "group", name=op.f("uq_outside_figure_outside_id_place_period_group")
        ),
    )
    op.create_table(
        "project_goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("goal_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_project_goal_goal_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_project_goal_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_goal")),
        sa.UniqueConstraint("project_id", "goal_id", name=op.f("uq_project_goal_project_id_goal_id")),
    )
    op.create_index(op.f("ix_project_goal_goal_id"), "project_goal", ["goal_id"], unique=False)
    op.create_table(
        "story_beside",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("answer", ANSWER, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("place BETWEEN 1 AND 3", name=op.f("ck_story_beside_three")),
        sa.CheckConstraint("(place IS NULL) = (answer = 'no')", name=op.f("ck_story_beside_no_gives_its_place_back")),
        sa.CheckConstraint("(answered_at IS NULL) = (answer = 'asked')", name=op.f("ck_story_beside_answered")),
        sa.ForeignKeyConstraint(["story_id"], ["story.id"], name=op.f("fk_story_beside_story_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story_beside")),
        sa.UniqueConstraint("period", "place", name=op.f("uq_story_beside_period_place")),
        sa.UniqueConstraint("period", "story_id", name=op.f("uq_story_beside_period_story_id")),
    )
    op.create_index(op.f("ix_story_beside_story_id"), "story_beside", ["story_id"], unique=False)
    op.add_column("ward", sa.Column("locality", sa.String(length=40), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("ward", "locality")
    op.drop_index(op.f("ix_story_beside_story_id"), table_name="story_beside")
    op.drop_table("story_beside")
    op.drop_index(op.f("ix_project_goal_goal_id"), table_name="project_goal")
    op.drop_table("project_goal")
    op.drop_table("outside_figure")
    op.drop_index(op.f("ix_goal_framework_id"), table_name="goal")
    op.drop_table("goal")
    op.drop_index(op.f("ix_figure_snapshot_id"), table_name="figure")
    op.drop_index("ix_figure_series", table_name="figure")
    op.drop_index("ix_figure_period", table_name="figure")
    op.drop_table("figure")
    op.drop_table("snapshot")
    op.drop_table("outside")
    op.drop_table("framework")
    op.drop_table("commitment")
    op.drop_index("ix_budget_period", table_name="budget")
    op.drop_table("budget")
