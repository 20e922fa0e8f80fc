"""Tests of the paper: short links and their counts, posters, invites, street sheets, the newspaper."""
