"""Letters: mails and texts that were promised, sent once; and the local page where they are laid in the demo."""
