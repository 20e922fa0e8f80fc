"""Ideas, recipes, projects, teams and needs."""
