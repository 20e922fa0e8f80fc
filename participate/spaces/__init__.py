"""Kitchens, halls, gardens, shops, workshops and streets that can be used: what they are, when they are open, who has
one when."""
