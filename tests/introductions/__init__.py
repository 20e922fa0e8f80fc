"""Introductions: two people who may meet."""
