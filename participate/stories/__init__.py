"""Stories: what came of it, the showcase, turning a project into a recipe, and the hand-over pack."""
