"""Twenty questions to the 7,316 real projects, and the table of their answers.

The table is checked in beside this file, for a reader to judge. After a change to the matcher look at what moved:
python -m tests.matching.write_real_questions
"""

from pathlib import Path

from flask import Flask

from participate.core.text import shorten
from participate.matching import engine, queries
from participate.matching.words import Kind
from participate.places.here import Here

TABLE = Path(__file__).with_name("real_questions.md")
FILE = Path("data/project_texts/project_texts_open.csv")
QUESTIONS = (
    "a choir",
    "I’d like to keep bees",
    "a toy library for our street",
    "I can play in a brass band",
    "somewhere to play table tennis",
    "judo mats",
    "a men’s shed",
    "breakfast club before school",
    "painting a mural with children",
    "canoeing",
    "a community garden where we grow vegetables",
    "sewing and mending",
    "lunch with older neighbours",
    "a community cinema",
    "tea dance",
    "yoga",
    "plays and theatre by teenagers",
    "I could show someone photografy",
    "teatru pentru copii",
    "সেলাই",
)
HEAD = """# Twenty questions to 7,316 real projects

What the matcher answers to sentences of our own over the real project texts (`project_texts_open.csv`, imported as in
the README), and the words for which it answers so. Would you agree? Typing errors and other languages are on purpose:
question 18 means photography, 19 is Romanian for "theatre for children", 20 is Bengali for "sewing".

"""


def import_projects(app: Flask, file: Path) -> None:
    """Put the borough and the projects into an empty database, with the commands that anybody uses."""
    for command in (["places", "start"], ["projects", "import", str(file)]):
        done = app.test_cli_runner().invoke(args=command)
        if done.exit_code:
            raise RuntimeError(done.output)


def table(app: Flask) -> str:
    """The questions with their three best answers, as Markdown."""
    engine.of(app).build()
    lines = [HEAD]
    for number, question in enumerate(QUESTIONS, 1):
        found = queries.suggestions_for_text(question, Here(), kinds=[Kind.PROJECT], most=3)
        lines.append(f"## {number}. {question}\n\n")
        for place, shown in enumerate(found.shown, 1):
            words = "”, “".join(shown.reason.words)
            lines.append(f"{place}. **{shown.card.name}**, for “{words}”: {shorten(shown.card.about, 140)}\n")
        lines.append("\n")
    return "".join(lines).rstrip() + "\n"
