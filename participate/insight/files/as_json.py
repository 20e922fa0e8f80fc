"""JSON: what it is, the definitions, then the figures, one a line."""

import json
from collections.abc import Iterator

from participate.insight.files.columns import HEADS, facts_about, facts_of_all
from participate.insight.files.rows import Row, Taken, cells_of, pieces

MIMETYPE = "application/json"


def head(taken: Taken) -> bytes:
    """All of the file before its figures."""
    about, measures = _text(facts_about(taken.about)), _text(facts_of_all(taken.measures))
    return f'{{"about": {about},\n"measures": {measures},\n"figures": ['.encode()


def write(taken: Taken) -> Iterator[bytes]:
    """The file, in pieces."""
    yield head(taken)
    before = "\n"
    for piece in pieces(taken.rows):
        yield (before + ",\n".join(_figure(row, taken) for row in piece)).encode()
        before = ",\n"
    yield b"\n]}\n"


def _figure(row: Row, taken: Taken) -> str:
    return _text(dict(zip(HEADS, cells_of(row, taken.names), strict=True)) | {"shown": row.shown.value})


def _text(facts: object) -> str:
    return json.dumps(facts, ensure_ascii=False)
