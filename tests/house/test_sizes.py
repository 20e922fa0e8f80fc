"""Files and functions stay small enough to be read at once. No exceptions list."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_VIEW, LONGEST_TEMPLATE = 300, 40, 25, 120
CODE = sorted([*ROOT.glob("participate/**/*.py"), *ROOT.glob("tests/**/*.py")])
TEMPLATES = sorted(ROOT.glob("templates/**/*.*"))


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its decorators and docstring."""
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return (node.end_lineno or 0) - body[0].lineno + 2


@pytest.mark.parametrize("file", CODE, ids=name_of)
def test_code(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    in_views = "participate" in file.parts and ("views" in file.parts or file.name == "views.py")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            longest = LONGEST_VIEW if in_views else LONGEST_FUNCTION
            assert lines_of(node) <= longest, f"{node.name} has {lines_of(node)} lines"


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_template(file: Path) -> None:
    assert file.read_text(encoding="utf-8").count("\n") <= LONGEST_TEMPLATE


def test_every_folder_is_a_package_and_says_what_it_is() -> None:
    for folder in (ROOT / "participate", ROOT / "tests"):
        for file in folder.rglob("*.py"):
            start = file.parent / "__init__.py"
            assert start.is_file(), f"{name_of(file.parent)} has no __init__.py: the floors would not see it"
            assert ast.get_docstring(ast.parse(start.read_text())), f"{name_of(start)} says nothing"
