"""Rules of the desk: who has waited too long, who has a thing in hand, who is away, how names are misspelt. Pure."""
