"""Persons, their roles, how they sign in by one-time code, and the sign-ins that they can end."""
