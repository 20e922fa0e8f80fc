"""The address of an organisation's own site."""

import pytest

from participate.organisations.rules import NotAWebsite, website_of


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("", ""),
        ("www.example.org", "https://www.example.org"),
        ("https://example.org/about", "https://example.org/about"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://Example.org", "HTTPS://Example.org"),
    ],
)
def test_a_site_gets_a_whole_address(typed: str, whole: str) -> None:
    assert website_of(typed) == whole


@pytest.mark.parametrize(
    "typed",
    ["example", "javascript:alert(1)", "javascript://example.org/%0aalert(1)", "data://example.org", "ftp://example.org",
     "https://ann:secret@example.org", "https://example.org:8080", "https://[::1]", "https://[broken", "not a site.org",
     "https://127.0.0.1", "a" * 190 + ".example.org", "<script>.org", "//example.org"],
)  # fmt: skip
def test_anything_else_is_no_site(typed: str) -> None:
    with pytest.raises(NotAWebsite):
        website_of(typed)
