"""Every number of the matcher that somebody chose, in one place, each with its name and its why."""

from participate.matching.words import Facet, Kind, Nearness

# BM25 (Robertson & Zaragoza 2009), as measured in matching.md.
SATURATION = 1.2  # k1: how soon another mention of a word stops counting
LENGTH = 0.75  # b: how much a long text is held back, against the usual length of its kind
YOUNG = 100  # documents; with fewer an index cannot tell a common word from a rare one, and counts as if it had these
HEADING = 4  # a word of the title or of a tag counts as four in the body

# The second view: words that look alike share runs of three to five letters, and their first letter.
ALIKE = 0.45  # least cosine of the letter runs of two known words: "photograph", "photography"
ALIKE_WEIGHT = 0.35  # a look-alike of a known word counts this much of it
MEANT = 0.65  # least share of letters in order for "gardn" to have meant "garden"
MEANT_WEIGHT = 0.9  # what was meant counts this much of what was typed
CLOSE_TO_BEST = 0.04  # of those at most so much less like it than the best, the commonest was meant
MOST_ALIKE = 3
COMPARED = 20  # words whose letters are compared one by one

# A concept of the vocabulary beside the word that names it: enough to join languages, without counting twice.
CONCEPT_WEIGHT = 0.7

# What two lines are to each other. What is not listed does not match.
PAIRS = {
    (Facet.LIKES, Facet.LIKES): 1.0,
    (Facet.LIKES, Facet.CAN_SHOW): 0.9,
    (Facet.LIKES, Facet.WANTS_TO_LEARN): 0.8,
    (Facet.LIKES, Facet.ABOUT): 1.0,
    (Facet.LIKES, Facet.NEEDS_PERSON): 0.9,
    (Facet.LIKES, Facet.SPACE): 0.7,
    (Facet.LIKES, Facet.OFFERED): 0.7,
    (Facet.WANTS_TO_LEARN, Facet.CAN_SHOW): 1.2,
    (Facet.WANTS_TO_LEARN, Facet.ABOUT): 1.0,
    (Facet.WANTS_TO_LEARN, Facet.WANTS_TO_LEARN): 0.8,
    (Facet.WANTS_TO_LEARN, Facet.LIKES): 0.8,
    (Facet.WANTS_TO_LEARN, Facet.SPACE): 0.6,
    (Facet.WANTS_TO_LEARN, Facet.OFFERED): 0.7,
    (Facet.CAN_SHOW, Facet.NEEDS_PERSON): 1.2,
    (Facet.CAN_SHOW, Facet.WANTS_TO_LEARN): 1.2,
    (Facet.CAN_SHOW, Facet.LIKES): 0.9,
    (Facet.CAN_SHOW, Facet.CAN_SHOW): 0.8,
    (Facet.CAN_SHOW, Facet.ABOUT): 0.9,
    (Facet.CAN_SHOW, Facet.SPACE): 0.6,
    (Facet.CAN_SHOW, Facet.OFFERED): 0.6,
    (Facet.ABOUT, Facet.ABOUT): 1.0,
    (Facet.NEEDS_PERSON, Facet.CAN_SHOW): 1.2,
    (Facet.NEEDS_PERSON, Facet.LIKES): 0.8,
    (Facet.NEEDS_PERSON, Facet.WANTS_TO_LEARN): 0.6,
    (Facet.NEEDS_SPACE, Facet.SPACE): 1.0,
    (Facet.NEEDS_MATERIAL, Facet.OFFERED): 1.0,
    (Facet.SPACE, Facet.NEEDS_SPACE): 1.0,
    (Facet.OFFERED, Facet.NEEDS_MATERIAL): 1.0,
    (Facet.OFFERED, Facet.WANTED): 1.0,
    (Facet.WANTED, Facet.OFFERED): 1.0,
} | {(Facet.SAID, said): 1.0 for said in Facet if said is not Facet.SAID}

# No evidence, no suggestion. A word that one text in ten has is worth about 2.3 where it is the whole title,
# and a third of that deep in a long text.
LEAST_SCORE = 1.0
LEAST_LEADING = 0.7  # of the one word that brings most
TELLING = 0.6  # of the heaviest word of its line: lighter words that no concept names cannot lead
LEADING_SHARE = 0.6  # the reason quotes the words that make up this much of the score
MOST_LEADING = 3
TELLING_SHARE = 0.1  # a word beside a leading one is quoted with it from this share of the score
LONGEST_QUOTE = 40  # letters

# Neighbourhood first.
ENOUGH = 10  # good ones near; with fewer the search widens
NEARNESS = {
    Nearness.SAME_WARD: 0.9,
    Nearness.NEXT_WARD: 0.75,
    Nearness.FARTHER: 0.5,
    Nearness.ANYWHERE: 0.7,
    Nearness.ELSEWHERE: 0.4,
    Nearness.UNKNOWN: 0.7,
}
HALF_WAY = 30  # minutes' walk at which a suggestion counts half
FREE_TOGETHER = 1.15  # both are free at the same time of the week
STALE_DAYS = 180
STALE = 0.85  # what has not been touched for that long

# Several lines of one thing: the best counts whole, each further one half of the one before.
FURTHER_LINE = 0.5

# Variety (Carbonell & Goldstein 1998).
VARIED = 30  # so many of the first are put in a varied order
RELEVANCE = 0.5  # λ: the rest is variety
SAME_KIND = 0.25  # how alike two suggestions are for being of one kind
SAME_WORDS = 0.35  # and for having been earned by the same words

# What is suggested to whom, in the order of the tabs.
KINDS_FOR_PERSON = (Kind.SESSION, Kind.PROJECT, Kind.PERSON, Kind.SPACE, Kind.MATERIAL)
KINDS_FOR_NEED = {
    Facet.NEEDS_PERSON: (Kind.PERSON,),
    Facet.NEEDS_SPACE: (Kind.SPACE,),
    Facet.NEEDS_MATERIAL: (Kind.MATERIAL,),
}
KINDS_FOR_IDEA = (Kind.IDEA, Kind.PROJECT, Kind.RECIPE)
