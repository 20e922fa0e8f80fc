"""The QR code of a short link. No decoder is at hand: it is read back into modules and compared with the standard's."""

import re

import pytest
import segno

from participate.paper.rules.codes import Target, code_of
from participate.paper.words import Channel, LinkKind
from tests.page import PageClient
from tests.street import CAST, Street

CODE = code_of(Target(LinkKind.SESSION, 5, Channel.POSTER))
QUIET = 4


def modules_of(svg: str) -> set[tuple[int, int]]:
    """The dark modules (column, row) of a picture that segno drew: lines of one module's height."""
    dark: set[tuple[int, int]] = set()
    path = re.search(r'<path stroke="#000" d="([^"]+)"', svg)
    assert path, svg[:300]
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])\s*([-\d. ]+)", path[1]):
        values = [float(number) for number in numbers.split()]
        if command == "h":
            dark |= {(int(x) + step, int(y)) for step in range(int(values[0]))}
            x += values[0]
        elif command == "M":
            x, y = values
        else:
            x, y = x + values[0], y + values[1]
    return dark


@pytest.mark.parametrize("who", CAST)
def test_anybody_sees_it(street: Street, client: PageClient, who: str) -> None:
    answer = client.become(street.person(who)).get(f"/s/{CODE}.svg")
    assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")


def test_it_says_the_short_address(street: Street, client: PageClient) -> None:
    svg = client.get(f"/s/{CODE}.svg").text
    expected = segno.make(f"http://127.0.0.1:8000/s/{CODE}", error="m", micro=False)
    dark = {
        (column + QUIET, row + QUIET)
        for row, line in enumerate(expected.matrix)
        for column, bit in enumerate(line)
        if bit
    }
    assert modules_of(svg) == dark
    assert expected.error in ("M", "Q", "H")
    other = segno.make("http://127.0.0.1:8000/s/other", error="m", micro=False)
    assert {(c + QUIET, r + QUIET) for r, line in enumerate(other.matrix) for c, bit in enumerate(line) if bit} != dark


def test_it_has_its_quiet_zone(street: Street, client: PageClient) -> None:
    svg = client.get(f"/s/{CODE}.svg").text
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])  # type: ignore[index]
    dark = modules_of(svg)
    assert min(min(each) for each in dark) == QUIET
    assert max(max(each) for each in dark) == size - QUIET - 1


def test_it_is_kept_by_browsers_and_holds_no_script(street: Street, client: PageClient) -> None:
    answer = client.get(f"/s/{CODE}.svg")
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert "<script" not in answer.text
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("code", ["zzzzzzz", "x", "%00", "9" * 3000])
def test_no_code_no_picture(street: Street, client: PageClient, code: str) -> None:
    assert client.get(f"/s/{code}.svg").status_code == 404
