"""Wires everything and holds nothing."""

import hashlib
from pathlib import Path

from flask import Flask
from flask_compress import Compress
from flask_wtf.csrf import CSRFProtect, generate_csrf
from jinja2 import StrictUndefined
from markupsafe import Markup
from werkzeug.local import LocalProxy
from werkzeug.middleware.proxy_fix import ProxyFix

from participate.accounts import commands as accounts_commands
from participate.accounts import current, out_of_sight
from participate.accounts import jobs as accounts_jobs
from participate.accounts import views as accounts_views
from participate.audit import commands as audit_commands
from participate.audit import jobs as audit_jobs
from participate.core import bodies, config, db, guards, headers, http, i18n, logs
from participate.demo import commands as demo_commands
from participate.desk import jobs as desk_jobs
from participate.desk import views as desk_views
from participate.funds import views as funds_views
from participate.home import jobs as home_jobs
from participate.home import views as home_views
from participate.insight import commands as insight_commands
from participate.insight import views as insight_views
from participate.introductions import jobs as introductions_jobs
from participate.introductions import views as introductions_views
from participate.matching import asking_jobs as matching_asking_jobs
from participate.matching import commands as matching_commands
from participate.matching import jobs as matching_jobs
from participate.matching import views as matching_views
from participate.materials import jobs as materials_jobs
from participate.materials import views as materials_views
from participate.missions import jobs as missions_jobs
from participate.missions import views as missions_views
from participate.moderation import jobs as moderation_jobs
from participate.moderation import views as moderation_views
from participate.notifications import jobs as notifications_jobs
from participate.notifications import views as notifications_views
from participate.organisations import views as organisations_views
from participate.outbox import jobs as outbox_jobs
from participate.paper import views as paper_views
from participate.photos import jobs as photos_jobs
from participate.photos import views as photos_views
from participate.places import commands as places_commands
from participate.places import here
from participate.places import views as places_views
from participate.profiles import jobs as profiles_jobs
from participate.profiles import views as profiles_views
from participate.projects import commands as projects_commands
from participate.projects import views as projects_views
from participate.sessions import jobs as sessions_jobs
from participate.sessions import views as sessions_views
from participate.spaces import jobs as spaces_jobs
from participate.spaces import views as spaces_views
from participate.stories import views as stories_views
from participate.surveys import jobs as surveys_jobs
from participate.surveys import views as surveys_views

ROOT = Path(__file__).resolve().parent.parent
VIEWS = (
    places_views, accounts_views, notifications_views, organisations_views, profiles_views, spaces_views,
    materials_views, projects_views, sessions_views, matching_views, moderation_views, home_views,
    stories_views, surveys_views, paper_views, funds_views, photos_views, introductions_views, missions_views,
    desk_views, insight_views,
)  # fmt: skip
COMMANDS = (
    places_commands, accounts_commands, projects_commands, matching_commands, demo_commands, audit_commands,
    insight_commands,
)  # fmt: skip
# Imported so that each registers what it does; nothing else is asked of them here.
JOBS = (
    audit_jobs, outbox_jobs, accounts_jobs, notifications_jobs, profiles_jobs, spaces_jobs, materials_jobs, home_jobs,
    sessions_jobs, surveys_jobs, photos_jobs, matching_jobs, matching_asking_jobs, missions_jobs, moderation_jobs,
    introductions_jobs, desk_jobs,
)  # fmt: skip
LARGEST_BODY = 256 * 1024  # bytes; forms are words, and doors that take pictures say so (core/bodies.py)
csrf = CSRFProtect()


def create_app(settings: config.Settings | None = None, *, testing: bool = False) -> Flask:
    """The site, ready to serve. Raises core.config.BadSetting."""
    settings = settings or config.read()
    app = Flask(
        "participate", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static"),
        root_path=str(ROOT / "participate"),
    )  # fmt: skip
    app.testing = testing
    _configure(app, settings)
    logs.init_app(app)
    db.init_app(app)
    i18n.init_app(app)
    bodies.init_app(app)  # before the token's check, which reads the body
    csrf.init_app(app)
    headers.init_app(app, settings)
    Compress(app)
    current.init_app(app)
    _set_up_pages(app)
    _wire_slices(app)
    outbox_jobs.init_app(app, settings)
    out_of_sight.init_app(app)  # before the doors: whatever they read is for a reader
    guards.watch_doors(app)
    http.init_app(app)  # last: its commit runs first after a view
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _configure(app: Flask, settings: config.Settings) -> None:
    app.extensions["settings"] = settings
    pool = {} if settings.on_sqlite else {"pool_pre_ping": True, "pool_size": 10}
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=pool,
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_BODY,
        MAX_FORM_PARTS=200,
        SESSION_COOKIE_NAME="__Host-session" if settings.https else "session",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=current.LONGEST,
        SESSION_REFRESH_EACH_REQUEST=False,
        WTF_CSRF_TIME_LIMIT=None,
        # Pages behind a secret link name no referrer, so their forms bring none; the token has its __Host- cookie.
        WTF_CSRF_SSL_STRICT=False,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_MIMETYPES=[
            "text/html", "text/css", "text/plain", "text/csv", "text/calendar", "application/json",
            "application/javascript", "text/javascript", "image/svg+xml", "application/geo+json",
        ],
        COMPRESS_BR_LEVEL=5,
        COMPRESS_LEVEL=6,
    )  # fmt: skip
    if settings.trusted_hosts:
        app.config["TRUSTED_HOSTS"] = list(settings.trusted_hosts)


def _set_up_pages(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.url_map.converters["int"] = http.ThingNumber
    marks: dict[str, str] = {}

    def csrf_input() -> Markup:
        return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())

    @app.url_defaults
    def version_static(endpoint: str, values: dict[str, object]) -> None:
        name = values.get("filename")
        if endpoint == "static" and isinstance(name, str):
            if name not in marks:
                marks[name] = hashlib.sha256((ROOT / "static" / name).read_bytes()).hexdigest()[:10]
            values["v"] = marks[name]

    app.jinja_env.globals["csrf"] = csrf_input
    # Looked up only by pages that ask: an error page must not need the database.
    app.jinja_env.globals["here"] = LocalProxy(here.find)


def _wire_slices(app: Flask) -> None:
    """The doors and the commands of every slice. Their jobs registered themselves when they were imported."""
    for views in VIEWS:
        app.register_blueprint(views.blueprint)
    for view in app.view_functions.values():
        if getattr(view, "without_token", False):
            csrf.exempt(view)
    for commands in COMMANDS:
        app.cli.add_command(commands.group)
    app.cli.add_command(projects_commands.recipes_group)
