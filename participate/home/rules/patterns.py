"""The patterns of the rules stand in text files, a pattern a line, so that they can be read and added to."""

import re
from pathlib import Path

from participate.home.rules.spelling import plain_quotes

FOLDER = Path(__file__).parent
_NAME = re.compile(r"<[a-z_]+>")


class Patterns:
    """The patterns of one file: `name: pattern` lines, and `<part> = pattern` lines for what they share."""

    def __init__(self, file: str) -> None:
        parts: dict[str, str] = {}
        self.lines: list[tuple[str, re.Pattern[str]]] = []
        for line in _lines(FOLDER / file):
            if line.startswith("<"):
                name, _, pattern = line.partition(" = ")
                parts[name] = _filled(pattern, parts)
            else:
                name, _, pattern = line.partition(": ")
                self.lines.append((name, re.compile(_filled(pattern, parts))))

    def first(self, said: str) -> str | None:
        """The name of the first line whose pattern is in `said`, or None."""
        return next((name for name, pattern in self.lines if pattern.search(said)), None)

    def has(self, name: str, said: str) -> bool:
        """Whether a line of that name has its pattern in `said`."""
        return any(of == name and pattern.search(said) for of, pattern in self.lines)

    def without(self, name: str, text: str) -> str:
        """`text` without what the first fitting line of that name finds at its beginning, in any case."""
        plain = plain_quotes(text)  # as long as `text`
        for of, pattern in self.lines:
            found = re.match(pattern.pattern, plain, re.IGNORECASE) if of == name else None
            if found:
                return text[found.end() :]
        return text


def _lines(file: Path) -> list[str]:
    """The lines of a file without notes and blank lines; a line that begins with spaces carries on the last."""
    lines: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            lines[-1] += line.strip()
        elif line.strip() and not line.startswith("#"):
            lines.append(line)
    return lines


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return _NAME.sub(lambda found: parts.get(found.group(), found.group()), pattern)
