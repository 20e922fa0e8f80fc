"""The vocabulary: what neighbours like doing and can show, as concepts that words of eight languages lead to.

`load()` gives the vocabulary. The concepts stand in the text files beside this one, a theme a file and a
concept a line; `quiet.txt` holds phrases that only look like one.
"""

from participate.profiles.vocabulary.concept import Concept
from participate.profiles.vocabulary.reading import BadLine, load
from participate.profiles.vocabulary.vocabulary import Found, Vocabulary

__all__ = ["BadLine", "Concept", "Found", "Vocabulary", "load"]
