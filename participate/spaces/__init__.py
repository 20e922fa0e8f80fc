"""Kitchens, halls, gardens, shops, workshops and streets that can be used; booking comes with a later issue."""
