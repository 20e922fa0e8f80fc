"""Tools, ingredients, machines, seeds, cloth: lent, given or wanted. Loans come with a later issue."""
