"""Where pictures from outside are drawn: in a program beside the site, two at a time at most."""

import subprocess
import sys
import threading
from pathlib import Path

from participate.photos.drawing import Drawn, Refused, form_of, unpack
from participate.photos.rules import Busy, NotAPicture, refusal

AT_ONCE = 2  # a process of the site
PATIENCE = 8  # seconds that an upload waits for its turn
LONGEST = 10  # seconds for one picture; the program itself stops earlier
PROGRAM = Path(__file__).with_name("drawing.py")

_seats = threading.BoundedSemaphore(AT_ONCE)


def redraw(data: bytes) -> Drawn:
    """Draw anew what somebody sent. Raises Busy or a subclass of NotAPicture; never what a decoder raises."""
    try:
        form_of(data)
    except Refused as refused:
        raise refusal(refused.why) from None
    if not _seats.acquire(timeout=PATIENCE):
        raise Busy
    try:
        return _run(data)
    finally:
        _seats.release()


def _run(data: bytes) -> Drawn:
    """The program's answer; its end by a limit or a crash is that of a broken picture."""
    command = [sys.executable, "-I", "-X", f"pycache_prefix={sys.pycache_prefix or ''}", str(PROGRAM)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=LONGEST, env={}, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise NotAPicture from None
    if done.returncode != 0:
        raise refusal(done.stderr.decode(errors="replace").strip())
    try:
        return unpack(done.stdout)
    except Refused as refused:
        raise refusal(refused.why) from None
