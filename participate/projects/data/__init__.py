"""The recipes, and what people take home from them, in our own words."""
