"""Letters: mails and texts that were promised, sent once; and the page where they are laid in the demo."""
