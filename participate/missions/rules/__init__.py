"""Rules of the missions. Pure."""
