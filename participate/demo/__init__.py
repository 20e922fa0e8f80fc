"""A believable neighbourhood, made by seed: for `make run`, for tests and for benchmarks."""
