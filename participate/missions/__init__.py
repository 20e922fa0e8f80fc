"""Shared missions: a goal with an end date that many projects work towards."""
