"""A made-up year of a small borough, in parts."""
