"""`make test`: every check, in one go. `python -m tests.run [paths…]`; with paths only pytest runs, narrowed."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

BIN = Path(sys.executable).parent
ROOT = Path(__file__).resolve().parent.parent
STATIC_CHECKS = (
    ("floors (import-linter)", ["lint-imports", "--no-cache"]),
    ("ruff", ["ruff", "check", "--no-cache", "."]),
    ("mypy", ["mypy", "--no-error-summary"]),
)
MEMORY, ROOM = Path("/dev/shm"), 1024**3  # bytes  # noqa: S108
SLOWEST = ("--durations=25", "--durations-min=10")  # told at the end, so that what slows the run down is known
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def check(name: str, command: Sequence[str]) -> bool:
    """Run one tool; its output is shown only when it fails."""
    started = time.monotonic()
    done = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    print(
        f"{'ok  ' if done.returncode == 0 else 'FAIL'} {name} ({time.monotonic() - started:.0f} s)",
        flush=True,
    )
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def pytest(paths: Sequence[str]) -> bool:
    """Run the tests on all cores. Slow files start first, so that no core waits at the end."""
    workers = os.environ.get("TEST_WORKERS", str(max(2, os.cpu_count() or 2)))
    command = [sys.executable, "-m", "pytest", "-m", "not soak", "-n", workers, "--dist", "loadgroup", *paths]
    started = time.monotonic()
    with in_memory() as place:
        held = subprocess.run([*command, *SLOWEST, *place], cwd=ROOT, check=False).returncode == 0
    files = "in memory" if place else "on the disk"
    print(f"{time.monotonic() - started:.0f} s of tests in {workers} processes, their files {files}", flush=True)
    return held


@contextmanager
def in_memory() -> Iterator[list[str]]:
    """Where the tests lay their files: in memory where there is room, for SQLite asks the disk at every commit."""
    if not MEMORY.is_dir() or not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="participate-tests-", dir=MEMORY) as folder:
        yield [f"--basetemp={folder}/pytest"]


def say_what_is_missing() -> bool:
    """One loud line where a browser is missing; in CI that is a failure."""
    if any(shutil.which(name) for name in BROWSERS):
        return True
    print(
        "\n*** NO CHROMIUM: the browser tests are SKIPPED. Install it: apt-get install chromium ***\n",
        flush=True,
    )
    return os.environ.get("CI") != "true"


def main(paths: Sequence[str]) -> int:
    """0 when everything holds."""
    whole = list(paths) in ([], ["tests"])
    complete = say_what_is_missing()
    held = [check(name, command) for name, command in STATIC_CHECKS] if whole else []
    held.append(pytest(paths))
    return 0 if all(held) and complete else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
