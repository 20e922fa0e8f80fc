"""What becomes of pictures in time: files go with their photos, drafts that nobody finished go after a day."""
