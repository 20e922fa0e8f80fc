"""The hub's desk: what waits, whose hand it is in, presses and taking back, diary, away, search."""
