"""Honest figures for the council: pure parts first."""
