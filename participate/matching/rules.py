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
MOST_COMPARABLE = 50_000  # of a very large vocabulary only the words that most texts hold can be looked like

# A concept of the vocabulary beside the word that names it: enough to join languages, without counting twice.
CONCEPT_WEIGHT = 0.7
# Another name of a word, from a hub's list: with more, many names of one word would drown the others.
OTHER_NAME = 0.4

# How much a thing is about the same as an idea: see ranking.likeness. One rare word of it is worth about 2, two 4.
ALREADY = 2.0  # it is shown before the idea is said
CLOSE = 4.0  # it is shown even to whoever did not ask

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

# Slow (fault F-41). What takes longer is answered all the same, but searches no farther; after several in a row pages
# show plain lists for a while, and then one question is tried again.
TOO_SLOW = 0.3  # seconds, to rank what goes with one question
SLOW_IN_A_ROW = 3
REST = 30  # seconds
REBUILD_EVERY = 3_600  # seconds: at most so often a rest has the index made anew, in case that is at fault

MOST_SORTED = 400  # rows of a kind, among which the best are chosen; a list is never that long

# Neighbourhood first.
ENOUGH = 10  # good ones near; with fewer the search widens
NEARNESS = {
    Nearness.SAME_WARD: 0.9,
    Nearness.NEXT_WARD: 0.75,
    Nearness.FARTHER: 0.4,
    Nearness.ANYWHERE: 0.7,
    Nearness.ELSEWHERE: 0.35,
    Nearness.UNKNOWN: 0.7,
}
HALF_WAY = 30  # minutes' walk at which a suggestion counts half
FREE_TOGETHER = 1.15  # both are free at the same time of the week
NO_SHARED_LANGUAGE = 0.6  # both are known to speak something, and nothing together
ANOTHER_LANGUAGE = 1.1  # both speak the same language beside English
STALE_DAYS = 180
STALE = 0.85  # what has not been touched for that long

# Of what others joined already it is known how far they came: nearness counts there with this power.
WAY_OF_MANY = 0.5

# Several lines of one thing: the best counts whole, each further one half of the one before.
FURTHER_LINE = 0.5

# Fair: whoever was shown and asked as often as is usual steps back by 2 to the power of minus this; things less, and of
# them so many of the first stand where they are: only people tire of being asked.
EXPOSED = 0.4
EXPOSED_THINGS = 0.15
BY_WORTH = 3
DUE_PLACE = 4  # from 0: here at the latest stands something that has not had its share,
DUE_LEAST = 0.5  # where its score is at least this part of what stood here
EQUAL = 0.1  # scores that are nearer to each other than this share stand in any order, where chance is asked for

# What she said to suggestions.
AS_FAR = 0.5  # what is at least as far away as something that was too far
AT_SUCH_A_TIME = 0.5  # what is only at times at which something was wrong for her
SINKS = 0.75  # what is just like a thing that is not hers
MORE_OF_IT = 0.5  # what is just like a thing of which she wants more
OTHER_KIND = 0.5  # how much of that holds for things of other kinds

# Variety (Carbonell & Goldstein 1998).
VARIED = 30  # so many of the first are put in a varied order
RELEVANCE = 0.5  # λ: the rest is variety
SAME_KIND = 0.25  # how alike two suggestions are for being of one kind
SAME_WORDS = 0.35  # and for having been earned by the same words

# “People who came to X also came to this”: from so many people on, or nobody says so.
COMPANY = 5

# What somebody answered to suggestions: of more than these, the oldest are forgotten.
MOST_ANSWERS = 400

# What is suggested to whom, in the order of the tabs.
KINDS_FOR_PERSON = (Kind.SESSION, Kind.PROJECT, Kind.PERSON, Kind.SPACE, Kind.MATERIAL)
KINDS_FOR_NEED = {
    Facet.NEEDS_PERSON: (Kind.PERSON,),
    Facet.NEEDS_SPACE: (Kind.SPACE,),
    Facet.NEEDS_MATERIAL: (Kind.MATERIAL,),
}
KINDS_FOR_IDEA = (Kind.IDEA, Kind.PROJECT, Kind.RECIPE)

# Beside the words: what was learned (see learning.views). Each view counts in standard deviations.
RARE = 1.5  # the power of a word's rarity in what somebody joined
SAME_MEANING = 0.6  # how near texts are in meaning, beside their words
FREE_MAP, NEAR_MAP = 0.6, 0.4  # where those who joined the same go next, beside the words
WORDS_KNOWN = 0.6  # the words of what others joined already, beside the maps that know it
MEANING = 0.6  # how near a text is in meaning to what she said, beside its words
JOINED = 1.0  # what she joined, beside what she said
WORDS_AND_MAP = 0.8  # words and maps, beside what is joined by the same people, where much is known of that
