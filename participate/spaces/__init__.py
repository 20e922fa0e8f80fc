"""Kitchens, halls, gardens, shops, workshops and streets that can be used. Booking comes with a later issue."""
