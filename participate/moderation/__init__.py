"""Reports about things that people made, and what staff decide."""
