"""Words of the demo."""

# What each of the cast is, for the person who starts the site.
PARTS = {
    "resident": "a resident",
    "host": "a host: leads Mend Club, Parsloes Avenue",
    "keeper": "a keeper of a garden and of things to lend",
    "staff": "staff of a hub",
    "officer": "a council officer",
    "admin": "an admin",
}
