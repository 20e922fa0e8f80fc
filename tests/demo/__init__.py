"""Tests of the demo neighbourhood: its words, its timetable, its rows, and that it can be taken away."""
