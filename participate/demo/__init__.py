"""A believable neighbourhood, made up from start to end: for `make run`, for tests and for benchmarks.

The words are in `content/`, to be read and changed by anybody. The code only draws from them.
"""
