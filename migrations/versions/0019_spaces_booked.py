"""Spaces are booked: when they are open, who has one when, and never two at once."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


OLD_KINDS = ("kitchen", "hall", "room", "garden", "shop", "workshop", "street", "desk", "home")
CHECKS = {
    "ck_space_buffers": "before >= 0 AND after >= 0",
    "ck_space_lengths": "least_minutes >= 15 AND least_minutes <= most_minutes",
    "ck_space_ahead": "ahead_days >= 1",
}
# Two agreed bookings of a space never share a moment. PostgreSQL has a constraint for it; SQLite has triggers, which
# a later migration that makes the table anew must make again.
EXCLUDE = """
ALTER TABLE booking ADD CONSTRAINT booking_overlap EXCLUDE USING gist (
    int8range(space_id, space_id, '[]') WITH &&, tstzrange(held_from, held_until) WITH &&
) WHERE (status = 'agreed')
"""
TRIGGER = """
CREATE TRIGGER booking_overlap_{name} BEFORE {event} ON booking WHEN NEW.status = 'agreed' AND EXISTS (
    SELECT 1 FROM booking AS other WHERE other.space_id = NEW.space_id AND other.status = 'agreed'
    AND other.held_from < NEW.held_until AND other.held_until > NEW.held_from AND other.id IS NOT NEW.id
) BEGIN SELECT RAISE(ABORT, 'booking_overlap'); END
"""
EVENTS = {"insert": "INSERT", "update": "UPDATE OF space_id, status, held_from, held_until"}


def _one_of(kinds: tuple[str, ...]) -> str:
    return f"kind IN ({', '.join(repr(kind) for kind in kinds)})"


def _guard() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(EXCLUDE)
        return
    for name, event in EVENTS.items():
        op.execute(TRIGGER.format(name=name, event=event))


def _book_what_is_planned() -> None:
    """Every session that is planned in a space from now on holds it. Of two at once the first holds it."""
    bind = op.get_bind()
    session = sa.table(
        "session",
        sa.column("id"),
        sa.column("space_id"),
        sa.column("host_id"),
        sa.column("name"),
        sa.column("capacity"),
        sa.column("booking_id"),
        sa.column("status"),
        sa.column("starts_at", sa.DateTime(timezone=True)),
        sa.column("ends_at", sa.DateTime(timezone=True)),
    )
    booking = sa.table(
        "booking",
        *(
            sa.column(name)
            for name in (
                "id",
                "space_id",
                "person_id",
                "label",
                "subject",
                "heads",
                "note",
                "status",
                "reason",
                "sequence",
            )
        ),
        *(
            sa.column(name, sa.DateTime(timezone=True))
            for name in ("starts_at", "ends_at", "held_from", "held_until", "made_at", "changed_at")
        ),
    )
    now = datetime.now(UTC)
    planned = sa.select(session).where(
        session.c.space_id.is_not(None), session.c.status == "planned", session.c.ends_at > now
    )
    until = {}
    for row in bind.execute(planned.order_by(session.c.starts_at, session.c.id)).mappings().all():
        if row["space_id"] in until and row["starts_at"] < until[row["space_id"]]:
            continue
        until[row["space_id"]] = row["ends_at"]
        subject = f"session:{row['id']}"
        bind.execute(
            booking.insert().values(
                space_id=row["space_id"],
                person_id=row["host_id"],
                label=row["name"][:120],
                subject=subject,
                heads=row["capacity"] or 1,
                note="",
                status="agreed",
                reason="",
                sequence=0,
                starts_at=row["starts_at"],
                ends_at=row["ends_at"],
                held_from=row["starts_at"],
                held_until=row["ends_at"],
                made_at=now,
                changed_at=now,
            )
        )
        made = bind.execute(sa.select(booking.c.id).where(booking.c.subject == subject)).scalar_one()
        bind.execute(session.update().where(session.c.id == row["id"]).values(booking_id=made))


def upgrade() -> None:
    op.create_table(
        "booking_series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("times >= 2", name=op.f("ck_booking_series_times")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_series")),
    )
    op.create_table(
        "booking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(length=120), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("heads", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(length=400), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "asked",
                "agreed",
                "declined",
                "cancelled",
                "lapsed",
                name="bookingstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=280), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("heads >= 1", name=op.f("ck_booking_heads")),
        sa.CheckConstraint("held_from <= starts_at AND ends_at <= held_until", name=op.f("ck_booking_held")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_booking_starts_before_end")),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_booking_answered_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_booking_person_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["series_id"], ["booking_series.id"], name=op.f("fk_booking_series_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_booking_space_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking")),
    )
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_booking_answered_by"), ["answered_by"], unique=False)
        batch_op.create_index("ix_booking_person_id", ["person_id", "starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_booking_series_id"), ["series_id"], unique=False)
        batch_op.create_index("ix_booking_space_id", ["space_id", "status", "held_from"], unique=False)
        batch_op.create_index("ix_booking_status", ["status", "starts_at"], unique=False)
        batch_op.create_index("ix_booking_subject", ["subject"], unique=False)

    op.create_table(
        "home_address",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=280), nullable=False),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_home_address_space_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_address")),
        sa.UniqueConstraint("space_id", name=op.f("uq_home_address_space_id")),
    )
    op.create_table(
        "opening_hour",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_opening_hour_weekday")),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_opening_hour_space_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening_hour")),
    )
    with op.batch_alter_table("opening_hour", schema=None) as batch_op:
        batch_op.create_index("ix_opening_hour_space_id", ["space_id", "weekday", "opens"], unique=False)

    op.create_table(
        "special_days",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("space_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("closed", "hours", "term", name="daykind", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=True),
        sa.Column("closes", sa.Time(), nullable=True),
        sa.Column("note", sa.String(length=120), nullable=False),
        sa.CheckConstraint("(kind = 'hours') = (closes IS NOT NULL)", name=op.f("ck_special_days_hours_have_closes")),
        sa.CheckConstraint("(kind = 'hours') = (opens IS NOT NULL)", name=op.f("ck_special_days_hours_have_opens")),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_special_days_days")),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_special_days_space_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_special_days")),
    )
    with op.batch_alter_table("special_days", schema=None) as batch_op:
        batch_op.create_index("ix_special_days_space_id", ["space_id", "first_day"], unique=False)

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("booking_id", sa.Integer(), nullable=True))
        batch_op.create_unique_constraint(batch_op.f("uq_session_booking_id"), ["booking_id"])
        batch_op.create_foreign_key(
            batch_op.f("fk_session_booking_id"), "booking", ["booking_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("space", schema=None) as batch_op:
        batch_op.add_column(sa.Column("site_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "mode",
                sa.Enum(
                    "instant", "ask", "ring", name="bookingmode", native_enum=False, create_constraint=True, length=24
                ),
                nullable=False,
                server_default="ask",
            )
        )
        batch_op.add_column(sa.Column("before", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("after", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("least_minutes", sa.Integer(), nullable=False, server_default="30"))
        batch_op.add_column(sa.Column("most_minutes", sa.Integer(), nullable=False, server_default="480"))
        batch_op.add_column(sa.Column("ahead_days", sa.Integer(), nullable=False, server_default="183"))
        batch_op.create_index(batch_op.f("ix_space_site_id"), ["site_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_space_site_id"), "space", ["site_id"], ["id"], ondelete="CASCADE")
    with op.batch_alter_table("space", schema=None) as batch_op:
        for name, check in CHECKS.items():
            batch_op.create_check_constraint(batch_op.f(name), check)
        batch_op.drop_constraint(batch_op.f("ck_space_spacekind"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_space_spacekind"), _one_of((*OLD_KINDS, "site")))
    _guard()
    _book_what_is_planned()


def downgrade() -> None:
    op.execute("UPDATE space SET kind = 'garden' WHERE kind = 'site'")
    with op.batch_alter_table("space", schema=None) as batch_op:
        for name in (*CHECKS, "ck_space_bookingmode"):
            batch_op.drop_constraint(batch_op.f(name), type_="check")
        batch_op.drop_constraint(batch_op.f("ck_space_spacekind"), type_="check")
        batch_op.create_check_constraint(batch_op.f("ck_space_spacekind"), _one_of(OLD_KINDS))
    with op.batch_alter_table("space", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_space_site_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_space_site_id"))
        batch_op.drop_column("ahead_days")
        batch_op.drop_column("most_minutes")
        batch_op.drop_column("least_minutes")
        batch_op.drop_column("after")
        batch_op.drop_column("before")
        batch_op.drop_column("mode")
        batch_op.drop_column("site_id")

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_session_booking_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_session_booking_id"), type_="unique")
        batch_op.drop_column("booking_id")

    with op.batch_alter_table("special_days", schema=None) as batch_op:
        batch_op.drop_index("ix_special_days_space_id")

    op.drop_table("special_days")
    with op.batch_alter_table("opening_hour", schema=None) as batch_op:
        batch_op.drop_index("ix_opening_hour_space_id")

    op.drop_table("opening_hour")
    op.drop_table("home_address")
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.drop_index("ix_booking_subject")
        batch_op.drop_index("ix_booking_status")
        batch_op.drop_index("ix_booking_space_id")
        batch_op.drop_index(batch_op.f("ix_booking_series_id"))
        batch_op.drop_index("ix_booking_person_id")
        batch_op.drop_index(batch_op.f("ix_booking_answered_by"))

    op.drop_table("booking")
    op.drop_table("booking_series")
