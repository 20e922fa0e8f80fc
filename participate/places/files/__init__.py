"""Reading the files that `flask places import` takes. Pure: text in, rows and refusals out."""
