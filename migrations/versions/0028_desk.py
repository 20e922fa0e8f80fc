"""Notes of incidents, stand-ins, and the hub's desk."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.create_table(
        "away",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("cover_id", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_away_in_order")),
        sa.ForeignKeyConstraint(["cover_id"], ["person.id"], name=op.f("fk_away_cover_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_away_hub_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_away_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_away")),
    )
    with op.batch_alter_table("away", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_away_cover_id"), ["cover_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_away_hub_id"), ["hub_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_away_person_id"), ["person_id"], unique=False)

    op.create_table(
        "undo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("later", sa.Boolean(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("good_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("NOT later OR done_at IS NULL OR undone_at IS NULL", name=op.f("ck_undo_done_or_undone")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_undo_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_undo")),
    )
    with op.batch_alter_table("undo", schema=None) as batch_op:
        batch_op.create_index("ix_undo_person_id", ["person_id", "good_until"], unique=False)

    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "held",
                "report",
                "appeal",
                "idea",
                "booking",
                "loan_asked",
                "loan_late",
                "hostless",
                "placeless",
                "safety",
                "project",
                "hello",
                "meeting",
                "call",
                "incident",
                "host_record",
                "photo",
                "fund_ask",
                "pledge",
                "same_person",
                name="waitkind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("thing_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undo_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undo_id"], ["undo.id"], name=op.f("fk_claim_undo_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_claim_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("kind", "thing_id", name=op.f("uq_claim_kind_thing_id")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_undo_id"), ["undo_id"], unique=False)

    op.create_table(
        "desk_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hub_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("note", "hand_over", "keys", name="notekind", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=600), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["done_by"], ["person.id"], name=op.f("fk_desk_note_done_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_desk_note_hub_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_desk_note_made_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_note")),
    )
    with op.batch_alter_table("desk_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_desk_note_done_by"), ["done_by"], unique=False)
        batch_op.create_index("ix_desk_note_hub", ["hub_id", "day", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_desk_note_made_by"), ["made_by"], unique=False)

    op.create_table(
        "incident",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("told", sa.String(length=200), nullable=False),
        sa.Column("follow_up", sa.String(length=400), nullable=False),
        sa.Column("follow_by", sa.Date(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["done_by"], ["person.id"], name=op.f("fk_incident_done_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_incident_made_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_incident_session_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
    )
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_incident_done_by"), ["done_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_incident_made_by"), ["made_by"], unique=False)
        batch_op.create_index("ix_incident_open", ["done_at", "follow_by", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_incident_session_id"), ["session_id"], unique=False)

    op.create_table(
        "stand_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "waiting",
                "asked",
                "yes",
                "no",
                "late",
                name="standinstatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(status = 'asked') = (answer_by IS NOT NULL)", name=op.f("ck_stand_in_asked_has_end")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_stand_in_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["session.id"], name=op.f("fk_stand_in_session_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_in")),
        sa.UniqueConstraint("session_id", "person_id", name=op.f("uq_stand_in_session_id_person_id")),
        sa.UniqueConstraint("session_id", "place", name=op.f("uq_stand_in_session_id_place")),
    )
    with op.batch_alter_table("stand_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stand_in_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "uq_stand_in_asked",
            ["session_id"],
            unique=True,
            sqlite_where=sa.text("status = 'asked'"),
            postgresql_where=sa.text("status = 'asked'"),
        )
        batch_op.create_index(
            "uq_stand_in_yes",
            ["session_id"],
            unique=True,
            sqlite_where=sa.text("status = 'yes'"),
            postgresql_where=sa.text("status = 'yes'"),
        )


def downgrade() -> None:
    with op.batch_alter_table("stand_in", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_stand_in_yes", sqlite_where=sa.text("status = 'yes'"), postgresql_where=sa.text("status = 'yes'")
        )
        batch_op.drop_index(
            "uq_stand_in_asked", sqlite_where=sa.text("status = 'asked'"), postgresql_where=sa.text("status = 'asked'")
        )
        batch_op.drop_index(batch_op.f("ix_stand_in_person_id"))

    op.drop_table("stand_in")
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_incident_session_id"))
        batch_op.drop_index("ix_incident_open")
        batch_op.drop_index(batch_op.f("ix_incident_made_by"))
        batch_op.drop_index(batch_op.f("ix_incident_done_by"))

    op.drop_table("incident")
    with op.batch_alter_table("desk_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_desk_note_made_by"))
        batch_op.drop_index("ix_desk_note_hub")
        batch_op.drop_index(batch_op.f("ix_desk_note_done_by"))

    op.drop_table("desk_note")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_undo_id"))
        batch_op.drop_index(batch_op.f("ix_claim_person_id"))

    op.drop_table("claim")
    with op.batch_alter_table("undo", schema=None) as batch_op:
        batch_op.drop_index("ix_undo_person_id")

    op.drop_table("undo")
    with op.batch_alter_table("away", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_away_person_id"))
        batch_op.drop_index(batch_op.f("ix_away_hub_id"))
        batch_op.drop_index(batch_op.f("ix_away_cover_id"))

    op.drop_table("away")
