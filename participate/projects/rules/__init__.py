"""Rules of the projects: stages, teams, needs, answers in time; recipes in plain words; projects done elsewhere."""
