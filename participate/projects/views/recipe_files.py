"""Recipes go out as a file, and come in from another borough's. For staff."""

from flask import Blueprint, Response, request
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.wrappers import Response as BaseResponse

from participate.core.guards import open_to, staff
from participate.core.http import go, say, show
from participate.places.files.report import BadFile
from participate.projects import service

BIGGEST = 200_000  # letters: what a form of a page carries; the command takes more


def register(blueprint: Blueprint) -> None:
    blueprint.add_url_rule("/recipes/file", "recipe_file", recipe_file)
    blueprint.add_url_rule("/recipes/file/download", "download_recipes", download_recipes)
    blueprint.add_url_rule("/recipes/file/check", "check_recipes", check_recipes, methods=["POST"])
    blueprint.add_url_rule("/recipes/file/take", "take_recipes", take_recipes, methods=["POST"])


@open_to(staff)
def recipe_file() -> BaseResponse:
    """Both ways: our recipes as a file, and a file of another borough's."""
    return show("projects/recipe_file.html", trouble="")


@open_to(staff)
def download_recipes() -> BaseResponse:
    """All recipes that everybody may see, or those named by `?slug=`, with those they grew from."""
    slugs = request.args.getlist("slug")
    answer = Response(service.export_recipes(slugs), mimetype="application/json")
    answer.headers["Content-Disposition"] = 'attachment; filename="recipes.json"'
    return answer


@open_to(staff)
def check_recipes() -> BaseResponse:
    """What would come in, before anything does."""
    try:
        text = _uploaded()
        taken = service.look_at_file(text, biggest=BIGGEST)
    except BadFile as bad:
        return _trouble(bad)
    return show("projects/recipe_check.html", taken=taken, text=text)


def _uploaded() -> str:
    """The words of the file. Raises BadFile."""
    file = request.files.get("file")
    held = file.read(BIGGEST * 4 + 1) if file else b""
    if not held:
        raise BadFile(_("choose a file first"))
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile(_("it is not written in UTF-8")) from None


def _trouble(bad: BadFile) -> BaseResponse:
    return show("projects/recipe_file.html", trouble=str(bad), status=422)


@open_to(staff)
def take_recipes() -> BaseResponse:
    """Take them in."""
    try:
        taken = service.import_recipes(current_user.id, request.form.get("text", ""), biggest=BIGGEST)
    except BadFile as bad:
        return _trouble(bad)
    say(
        _(
            "%(new)s recipes are new, %(changed)s changed, %(kept)s were here already.",
            new=len(taken.new), changed=len(taken.changed), kept=len(taken.kept),
        )
    )  # fmt: skip
    return go("projects.recipes")
