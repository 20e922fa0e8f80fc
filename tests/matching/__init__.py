"""The matcher: first its pure parts, then the engine, the commands and the pages."""
