"""The one upload path: a picture comes in, is drawn anew without what it said about itself, and is kept in a folder
behind one small interface. It knows no slice: what a picture shows is a subject ("space:3", "story:9")."""
