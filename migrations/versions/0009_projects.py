"""The tables of projects."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "recipe",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=60), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column(
            "theme",
            sa.Enum(
                "cook",
                "grow",
                "make",
                "learn",
                "play",
                "care",
                "trade",
                name="theme",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("summary", sa.String(length=400), nullable=False),
        sa.Column("space", sa.String(length=200), nullable=False),
        sa.Column("materials", sa.String(length=300), nullable=False),
        sa.Column("skills", sa.String(length=300), nullable=False),
        sa.Column("people", sa.String(length=60), nullable=False),
        sa.Column("rhythm", sa.String(length=120), nullable=False),
        sa.Column("starter_time", sa.String(length=120), nullable=False),
        sa.Column("joiner_time", sa.String(length=120), nullable=False),
        sa.Column("take_home", sa.String(length=120), nullable=False),
        sa.Column("flags", sa.String(length=120), nullable=False),
        sa.Column("match_words", sa.JSON(), nullable=False),
        sa.Column("seen_in", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recipe")),
        sa.UniqueConstraint("slug", name=op.f("uq_recipe_slug")),
    )
    op.create_table(
        "idea",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=600), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "new",
                "answered",
                "project",
                "closed",
                name="ideastatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("ward_id", sa.Integer(), nullable=True),
        sa.Column("square", sa.Integer(), nullable=True),
        sa.Column("hub_id", sa.Integer(), nullable=True),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(length=600), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_idea_author_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name=op.f("fk_idea_answered_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["hub_id"], ["hub.id"], name=op.f("fk_idea_hub_id")),
        sa.ForeignKeyConstraint(["ward_id"], ["ward.id"], name=op.f("fk_idea_ward_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea")),
    )
    op.create_index(op.f("ix_idea_author_id"), "idea", ["author_id"], unique=False)
    op.create_index(op.f("ix_idea_hub_id"), "idea", ["hub_id"], unique=False)
    op.create_index(op.f("ix_idea_ward_id"), "idea", ["ward_id"], unique=False)
    op.create_table(
        "project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("about", sa.String(length=2000), nullable=False),
        sa.Column(
            "theme",
            sa.Enum(
                "cook",
                "grow",
                "make",
                "learn",
                "play",
                "care",
                "trade",
                name="theme",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "stage",
            sa.Enum(
                "gathering",
                "trying_out",
                "running",
                "resting",
                "ended",
                "handed_over",
                name="stage",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("cost_pence", sa.Integer(), nullable=False),
        sa.Column("bring", sa.String(length=200), nullable=False),
        sa.Column("take_home", sa.String(length=200), nullable=False),
        sa.Column("ward_id", sa.Integer(), nullable=True),
        sa.Column("square", sa.Integer(), nullable=True),
        sa.Column("street_id", sa.Integer(), nullable=True),
        sa.Column("idea_id", sa.Integer(), nullable=True),
        sa.Column("recipe_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(length=60), nullable=False),
        sa.Column("source_key", sa.String(length=80), nullable=True),
        sa.Column("place_code", sa.String(length=9), nullable=False),
        sa.Column("place_text", sa.String(length=120), nullable=False),
        sa.Column("grown_from_id", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.CheckConstraint("(source = '') = (source_key IS NULL)", name=op.f("ck_project_source_has_key")),
        sa.CheckConstraint("cost_pence >= 0", name=op.f("ck_project_cost")),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_project_idea_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["grown_from_id"], ["project.id"], name=op.f("fk_project_grown_from_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_project_organisation_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["recipe_id"], ["recipe.id"], name=op.f("fk_project_recipe_id")),
        sa.ForeignKeyConstraint(["street_id"], ["street.id"], name=op.f("fk_project_street_id")),
        sa.ForeignKeyConstraint(["ward_id"], ["ward.id"], name=op.f("fk_project_ward_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("source", "source_key", name=op.f("uq_project_source_source_key")),
    )
    op.create_index(op.f("ix_project_idea_id"), "project", ["idea_id"], unique=False)
    op.create_index(op.f("ix_project_organisation_id"), "project", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_project_recipe_id"), "project", ["recipe_id"], unique=False)
    op.create_index("ix_project_source_stage", "project", ["source", "stage"], unique=False)
    op.create_index(op.f("ix_project_ward_id"), "project", ["ward_id"], unique=False)
    op.create_table(
        "need",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "person",
                "space",
                "material",
                name="needkind",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("when_words", sa.String(length=120), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum("open", "met", name="needstatus", native_enum=False, create_constraint=True, length=24),
            nullable=False,
        ),
        sa.Column("met_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("thanks", sa.String(length=120), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.CheckConstraint("(status = 'met') = (met_at IS NOT NULL)", name=op.f("ck_need_met_has_moment")),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_need_project_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
    )
    op.create_index(op.f("ix_need_project_id"), "need", ["project_id"], unique=False)
    op.create_table(
        "team_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "part",
            sa.Enum(
                "owner",
                "host",
                "helper",
                name="teampart",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_team_member_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_team_member_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_member")),
        sa.UniqueConstraint("project_id", "person_id", name=op.f("uq_team_member_project_id_person_id")),
    )
    op.create_index(op.f("ix_team_member_person_id"), "team_member", ["person_id"], unique=False)
    op.create_index(
        "uq_team_member_owner",
        "team_member",
        ["project_id"],
        unique=True,
        sqlite_where=sa.text("part = 'owner'"),
        postgresql_where=sa.text("part = 'owner'"),
    )
    op.create_table(
        "team_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=280), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "asked",
                "welcomed",
                "not_now",
                "taken_back",
                name="requeststatus",
                native_enum=False,
                create_constraint=True,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_team_request_answered_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["need_id"], ["need.id"], name=op.f("fk_team_request_need_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_team_request_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_team_request_project_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_request")),
    )
    op.create_index(op.f("ix_team_request_person_id"), "team_request", ["person_id"], unique=False)
    op.create_index(op.f("ix_team_request_project_id"), "team_request", ["project_id"], unique=False)
    op.create_index(
        "uq_team_request_open",
        "team_request",
        ["project_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("status = 'asked'"),
        postgresql_where=sa.text("status = 'asked'"),
    )


def downgrade() -> None:
    op.drop_table("team_request")
    op.drop_table("team_member")
    op.drop_table("need")
    op.drop_table("project")
    op.drop_table("idea")
    op.drop_table("recipe")
