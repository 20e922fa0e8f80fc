"""Series, sign-ups, tasks, attendance, thanks and calendars."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

CHECKS = {
    "ck_session_taken": "taken >= 0",
    "ck_session_room_limit": "taken <= capacity",
    "ck_session_places": "places >= 0 AND places <= capacity",
    "ck_session_actual_minutes": "actual_minutes > 0",
    "ck_session_series_has_day": "series_id IS NULL OR series_day IS NOT NULL",
}


def upgrade() -> None:
    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "mine", "project", "hub", "ward", name="feedkind", native_enum=False, create_constraint=True, length=24
            ),
            nullable=False,
        ),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_calendar_feed_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("person_id", "kind", "subject_id", name=op.f("uq_calendar_feed_person_id_kind_subject_id")),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(length=200), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("hour", sa.Time(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("follows_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_series_minutes")),
        sa.ForeignKeyConstraint(["follows_id"], ["series.id"], name=op.f("fk_series_follows_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_series_project_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_series_follows_id"), ["follows_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_series_project_id"), ["project_id"], unique=False)
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("skill", sa.String(length=120), nullable=False),
        sa.Column("kit", sa.String(length=160), nullable=False),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_task_minutes")),
        sa.CheckConstraint("places >= 1", name=op.f("ck_task_places")),
        sa.CheckConstraint("taken >= 0 AND taken <= places", name=op.f("ck_task_taken")),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_task_session_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_session_id"), ["session_id"], unique=False)
    op.create_table(
        "thanks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_thanks_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_thanks_session_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thanks")),
    )
    with op.batch_alter_table("thanks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_thanks_person_id"), ["person_id"], unique=False)
        batch_op.create_index("uq_thanks_session_id_person_id", ["session_id", "person_id"], unique=True)
    op.create_table(
        "sign_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "going",
                "likely",
                "offered",
                "waiting",
                "cancelled",
                "lapsed",
                name="signupstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("babies", sa.Integer(), nullable=False),
        sa.Column("toddlers", sa.Integer(), nullable=False),
        sa.Column("children", sa.Integer(), nullable=False),
        sa.Column("teenagers", sa.Integer(), nullable=False),
        sa.Column("any_time", sa.Boolean(), nullable=False),
        sa.Column("meet_me", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=False),
        sa.Column("late_minutes", sa.Integer(), nullable=True),
        sa.Column(
            "made_by",
            sa.Enum("herself", "host", name="madeby", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("salt", sa.String(length=32), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("offered_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(status = 'offered') = (offered_until IS NOT NULL)", name=op.f("ck_sign_up_offer_has_end")),
        sa.CheckConstraint(
            "babies >= 0 AND toddlers >= 0 AND children >= 0 AND teenagers >= 0", name=op.f("ck_sign_up_bands")
        ),
        sa.CheckConstraint("heads = 1 + babies + toddlers + children + teenagers", name=op.f("ck_sign_up_heads")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_up_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_sign_up_session_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_sign_up_task_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_up")),
    )
    with op.batch_alter_table("sign_up", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_up_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_sign_up_queue", ["session_id", "status", "queued_at", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_up_task_id"), ["task_id"], unique=False)
        batch_op.create_index(
            "uq_sign_up_active",
            ["session_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("status IN ('going', 'likely', 'offered', 'waiting')"),
            postgresql_where=sa.text("status IN ('going', 'likely', 'offered', 'waiting')"),
        )
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("sign_up_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column(
            "band",
            sa.Enum(
                "adult",
                "teenager",
                "child",
                "toddler",
                "baby",
                name="ageband",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("first_time", sa.Boolean(), nullable=False),
        sa.Column(
            "came_by",
            sa.Enum("sign_up", "walk_in", "paper", name="cameby", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("recorded_by", sa.Integer(), nullable=True),
        sa.Column("came_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "band = 'adult' OR (person_id IS NULL AND name = '')", name=op.f("ck_attendance_no_child_has_a_name")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_attendance_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["person.id"], name=op.f("fk_attendance_recorded_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_attendance_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sign_up_id"], ["sign_up.id"], name=op.f("fk_attendance_sign_up_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
    )
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_recorded_by"), ["recorded_by"], unique=False)
        batch_op.create_index("ix_attendance_session_id", ["session_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_attendance_sign_up_id"), ["sign_up_id"], unique=False)
        batch_op.create_index(
            "uq_attendance_person",
            ["session_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("person_id IS NOT NULL"),
            postgresql_where=sa.text("person_id IS NOT NULL"),
        )
    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("places", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("taken", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("drop_in", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("door", sa.String(length=160), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("buddy_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("women_only", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("swap", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("actual_minutes", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("counted_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("series_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("series_day", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("apart", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("sequence", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_index(batch_op.f("ix_session_buddy_id"), ["buddy_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_host_id"), ["host_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_session_series_id"), ["series_id"], unique=False)
        batch_op.create_unique_constraint(batch_op.f("uq_session_series_id_series_day"), ["series_id", "series_day"])
        batch_op.create_foreign_key(
            batch_op.f("fk_session_series_id"), "series", ["series_id"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_session_buddy_id"), "person", ["buddy_id"], ["id"], ondelete="SET NULL"
        )
        for name, condition in CHECKS.items():
            batch_op.create_check_constraint(batch_op.f(name), condition)


def downgrade() -> None:
    with op.batch_alter_table("session", schema=None) as batch_op:
        for name in CHECKS:
            batch_op.drop_constraint(batch_op.f(name), type_="check")
        batch_op.drop_constraint(batch_op.f("fk_session_buddy_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_session_series_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_session_series_id_series_day"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_session_series_id"))
        batch_op.drop_index(batch_op.f("ix_session_host_id"))
        batch_op.drop_index(batch_op.f("ix_session_buddy_id"))
        batch_op.drop_column("sequence")
        batch_op.drop_column("apart")
        batch_op.drop_column("series_day")
        batch_op.drop_column("series_id")
        batch_op.drop_column("counted_at")
        batch_op.drop_column("actual_minutes")
        batch_op.drop_column("swap")
        batch_op.drop_column("women_only")
        batch_op.drop_column("buddy_id")
        batch_op.drop_column("door")
        batch_op.drop_column("drop_in")
        batch_op.drop_column("taken")
        batch_op.drop_column("places")
    with op.batch_alter_table("attendance", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_attendance_person",
            sqlite_where=sa.text("person_id IS NOT NULL"),
            postgresql_where=sa.text("person_id IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_attendance_sign_up_id"))
        batch_op.drop_index("ix_attendance_session_id")
        batch_op.drop_index(batch_op.f("ix_attendance_recorded_by"))
        batch_op.drop_index(batch_op.f("ix_attendance_person_id"))
    op.drop_table("attendance")
    with op.batch_alter_table("sign_up", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_sign_up_active",
            sqlite_where=sa.text("status IN ('going', 'likely', 'offered', 'waiting')"),
            postgresql_where=sa.text("status IN ('going', 'likely', 'offered', 'waiting')"),
        )
        batch_op.drop_index(batch_op.f("ix_sign_up_task_id"))
        batch_op.drop_index("ix_sign_up_queue")
        batch_op.drop_index(batch_op.f("ix_sign_up_person_id"))
    op.drop_table("sign_up")
    with op.batch_alter_table("thanks", schema=None) as batch_op:
        batch_op.drop_index("uq_thanks_session_id_person_id")
        batch_op.drop_index(batch_op.f("ix_thanks_person_id"))
    op.drop_table("thanks")
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_session_id"))
    op.drop_table("task")
    with op.batch_alter_table("series", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_series_project_id"))
        batch_op.drop_index(batch_op.f("ix_series_follows_id"))
    op.drop_table("series")
    op.drop_table("calendar_feed")
