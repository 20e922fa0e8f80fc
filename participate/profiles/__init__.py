"""What a person likes doing and could show someone, when she is free, what she speaks; and the vocabulary."""
