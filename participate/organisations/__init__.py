"""Partners: who they are and who speaks for them."""
