"""Whom a short link counts."""

import pytest

from participate.paper.rules.counting import counts

PHONE = "Mozilla/5.0 (Linux; Android 9; SM-A105F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
PEOPLE = (
    PHONE,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 13_3 like Mac OS X) Version/13.0 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80/37; U; en) Presto/2.12.423 Version/12.16",
    "Mozilla/5.0 (Linux; Android 10; CUBOT X19) AppleWebKit/537.36 Chrome/110.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 12; SM-G991B; wv) Version/4.0 Chrome/110 Mobile Safari/537.36 Instagram 270.0",
)
MACHINES = (
    "", "  ", "WhatsApp/2.23.20.0 A", "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "Twitterbot/1.0", "curl/8.0",
    "TelegramBot (like TwitterBot)", "Slackbot-LinkExpanding 1.0", "python-requests/2.31",
    "Mozilla/5.0 (compatible; bingbot/2.0)", "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0", "Wget/1.21",
    "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)", "SkypeUriPreview Preview/0.5",
)  # fmt: skip


@pytest.mark.parametrize("agent", PEOPLE)
def test_people_are_counted(agent: str) -> None:
    assert counts("GET", agent, "")


@pytest.mark.parametrize("agent", MACHINES)
def test_machines_are_not(agent: str) -> None:
    assert not counts("GET", agent, "")


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "POST"])
def test_only_a_get_is_counted(method: str) -> None:
    assert not counts(method, PHONE, "")


@pytest.mark.parametrize("purpose", ["prefetch", "prefetch;prerender", "preview", "Prefetch"])
def test_looking_ahead_is_not_following(purpose: str) -> None:
    assert not counts("GET", PHONE, purpose)
