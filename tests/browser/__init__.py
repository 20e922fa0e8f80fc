"""The site in a real Chromium, at phone size: every page, for everybody of the cast, looked at by axe and by us."""
