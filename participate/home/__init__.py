"""The front page, the one box, and the page of what is mine."""
