"""The program beside the site: whatever becomes of it, the site hears a plain word, and it never waits for ever."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from participate.photos import drawing, rules, studio
from tests.photos.making import drawn, picture

ENDS = {
    "it hangs": "import time; time.sleep(60)",
    "it crashes": "import os; os.abort()",
    "it says nothing": "",
    "it says something else": "import sys; sys.stdout.write('hello')",
    "it wants all memory": f"import resource as r; r.setrlimit(r.RLIMIT_AS, ({drawing.MEMORY},) * 2); b'x' * 2**40",
    "it runs for ever": "import resource as r; r.setrlimit(r.RLIMIT_CPU, (1, 1))\nwhile True: pass",
}


@pytest.mark.parametrize("code", ENDS.values(), ids=ENDS)
def test_however_it_ends(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "ended.py"
    program.write_text(code)
    monkeypatch.setattr(studio, "PROGRAM", program)
    monkeypatch.setattr(studio, "LONGEST", 3)
    with pytest.raises(rules.NotAPicture) as refused:
        studio.redraw(picture())
    assert type(refused.value) is rules.NotAPicture


def test_it_holds_itself_to_limits() -> None:
    """The moment the program reads its first byte, the system holds it to memory and time."""
    code = (
        "import resource, runpy, sys\n"
        "class Bytes:\n"
        "    def read(self):\n"
        "        print([resource.getrlimit(each)[0] for each in"
        " (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)])\n"
        "        return b''\n"
        "sys.stdin = type('In', (), {'buffer': Bytes()})\n"
        f"runpy.run_path({drawing.__file__!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == str([drawing.MEMORY, drawing.SECONDS, 0])


def test_it_draws_as_the_house_does() -> None:
    assert studio.redraw(picture()) == drawn()


def test_it_knows_none_of_our_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No word of the site's surroundings reaches it."""
    program, told = tmp_path / "tells.py", tmp_path / "told"
    program.write_text(f"import os; open({str(told)!r}, 'w').write('\\n'.join(os.environ))")
    monkeypatch.setattr(studio, "PROGRAM", program)
    monkeypatch.setitem(os.environ, "SECRET_KEY", "s" * 40)
    with pytest.raises(rules.NotAPicture):
        studio.redraw(picture())
    assert "SECRET_KEY" not in told.read_text()


def test_two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every seat taken, the next waits a while and is then told so; a freed seat is used."""
    monkeypatch.setattr(studio, "PATIENCE", 0.1)
    seats = threading.BoundedSemaphore(1)
    monkeypatch.setattr(studio, "_seats", seats)
    with seats, pytest.raises(rules.Busy):
        studio.redraw(picture())
    assert studio.redraw(picture()).width == 320


def test_a_seat_is_free_again_after_a_bad_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio, "_seats", threading.BoundedSemaphore(1))
    for _again in range(3):
        with pytest.raises(rules.NotAPicture):
            studio.redraw(picture()[:2_000])
