"""Draws a neighbourhood from the content: people, things, projects, sessions. Knows rows, no database."""
