"""Ideas, recipes, projects, their teams and their needs."""
