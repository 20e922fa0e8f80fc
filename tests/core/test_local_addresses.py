"""Where a redirect may lead: to this site and nowhere else (S-28). No database."""

import pytest

from participate.core.http import is_local


@pytest.mark.parametrize("address", ["/", "/mine", "/projects/7?page=2", "/find?say=bread%20and%20jam", "/a/b#c"])
def test_local(address: str) -> None:
    assert is_local(address)


@pytest.mark.parametrize(
    "address",
    [
        None, "", "//evil.example", "/\\evil.example", "/%5cevil.example", "https:evil.example", "https://evil.example",
        "/\t/evil.example", "javascript:alert(1)", "\u2028//evil.example", "/\u2028/evil.example", "@evil.example",
        "/a\r\nSet-Cookie:x", " /mine", "mine", "/\x00",
    ],
)  # fmt: skip
def test_not_local(address: str | None) -> None:
    assert not is_local(address)
