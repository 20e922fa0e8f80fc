"""How good the suggestions are, told in the open: steps, weeks, chance, intervals, small groups. Pure."""
