"""The tests, laid out as the house is: a folder a slice, `house/` for rules about the code, `walks/`, `browser/`."""
