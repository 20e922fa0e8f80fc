"""Files and functions stay small enough to be read at once. No exceptions list."""

import ast
from collections.abc import Iterator
from pathlib import Path

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


def too_long(file: Path, text: str) -> Iterator[str]:
    """What is too long in a file of code."""
    if text.count("\n") > LONGEST_FILE:
        yield f"{name_of(file)} has {text.count(chr(10))} lines"
    in_views = "participate" in file.parts and ("views" in file.parts or file.name == "views.py")
    longest = LONGEST_VIEW if in_views else LONGEST_FUNCTION
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > longest:
            yield f"{name_of(file)}: {node.name} has {lines_of(node)} lines"


def test_code() -> None:
    assert [said for file in CODE for said in too_long(file, file.read_text(encoding="utf-8"))] == []


def test_templates() -> None:
    long = [name_of(file) for file in TEMPLATES if file.read_text(encoding="utf-8").count("\n") > LONGEST_TEMPLATE]
    assert long == []


def test_the_measure_itself() -> None:
    """The control: a view may have 25 lines, other code 40, a file 300."""
    view, other = ROOT / "participate/desk/views/desk.py", ROOT / "participate/desk/lines.py"
    text = "def act():\n" + "    pass\n" * 24
    assert list(too_long(view, text)) == []
    assert list(too_long(view, text + "    pass\n")) == ["participate/desk/views/desk.py: act has 26 lines"]
    assert list(too_long(other, text + "    pass\n")) == []
    assert list(too_long(other, text * 12 + "\n")) == ["participate/desk/lines.py has 301 lines"]


def test_every_folder_is_a_package_and_says_what_it_is() -> None:
    for folder in (ROOT / "participate", ROOT / "tests"):
        for file in folder.rglob("*.py"):
            start = file.parent / "__init__.py"
            assert start.is_file(), f"{name_of(file.parent)} has no __init__.py: the floors would not see it"
            assert ast.get_docstring(ast.parse(start.read_text())), f"{name_of(start)} says nothing"
