"""Photos: drawn anew, kept apart, seen by whom they are for, and gone when they are gone."""
