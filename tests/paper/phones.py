"""A browser that somebody holds, for tests of what is counted."""

PHONE = {"User-Agent": "Mozilla/5.0 (Linux; Android 9; SM-A105F) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"}
