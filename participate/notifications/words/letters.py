"""Every letter: what it is in a few words, and why somebody gets it, unless its promise says otherwise.

The words stand in the ledger, where nobody but she reads them, and never say what the letter said.
"""

from participate.core.words import mark
from participate.notifications.words.ways import Why

WEEKLY = "weekly"
OTHER = (mark("A letter from us"), Why.YOURS)
LETTERS = {
    "about_you": (mark("Three short questions"), Why.YOURS),
    "apart_meet": (mark("A note about a session"), Why.YOURS),
    "ask_new": (mark("Could you help at a project?"), Why.YOURS),
    "ask_off": (mark("Not this time, at a project"), Why.SAID_YES),
    "ask_open": (mark("Your project still looks for something"), Why.ASKED_FOR),
    "ask_ready": (mark("A project can start"), Why.SAID_YES),
    "booking_agreed": (mark("An answer about a space"), Why.ASKED_FOR),
    "booking_asked": (mark("Somebody asks for your space"), Why.SAID_YES),
    "booking_cancelled": (mark("A booking was cancelled"), Why.SAID_YES),
    "booking_declined": (mark("An answer about a space"), Why.ASKED_FOR),
    "booking_lapsed": (mark("A booking without an answer"), Why.ASKED_FOR),
    "booking_made": (mark("A booking"), Why.SAID_YES),
    "booking_moved": (mark("A booking was moved"), Why.SAID_YES),
    "booking_waits": (mark("A booking waits for an answer"), Why.SAID_YES),
    "buddy_chosen": (mark("You are beside the host"), Why.SAID_YES),
    "fund_answered": (mark("An answer about a fund"), Why.ASKED_FOR),
    "fund_asked": (mark("Somebody asks a fund"), Why.SAID_YES),
    "gift_giver": (mark("About your gift"), Why.YOURS),
    "gift_not_this_time": (mark("An answer about a gift"), Why.ASKED_FOR),
    "gift_yours": (mark("A gift is yours"), Why.ASKED_FOR),
    "help_answered": (mark("An answer from a project"), Why.ASKED_FOR),
    "help_asked": (mark("Somebody would like to help"), Why.SAID_YES),
    "hosts_meet": (mark("Two hosts would like to meet"), Why.SAID_YES),
    "idea_answered": (mark("An answer to your idea"), Why.ASKED_FOR),
    "idea_grown": (mark("An idea has become a project"), Why.YOURS),
    "idea_new": (mark("A new idea for your hub"), Why.SAID_YES),
    "idea_reply": (mark("A neighbour added to an idea"), Why.YOURS),
    "idea_reply_answered": (mark("An answer to what you said"), Why.YOURS),
    "incident_noted": (mark("A note from a session"), Why.SAID_YES),
    "introduction_asked": (mark("Would you like to meet a neighbour?"), Why.YOURS),
    "introduction_host": (mark("Two neighbours said yes"), Why.SAID_YES),
    "introduction_noted": (mark("The hub wrote down your yes"), Why.SAID_YES),
    "introduction_open": (mark("You both said yes"), Why.SAID_YES),
    "introduction_over": (mark("Not this time"), Why.ASKED_FOR),
    "introduction_word": (mark("A neighbour wrote to you"), Why.SAID_YES),
    "loan_agreed": (mark("An answer about something to borrow"), Why.ASKED_FOR),
    "loan_asked": (mark("Somebody would like to borrow something"), Why.SAID_YES),
    "loan_back": (mark("Something is back"), Why.YOURS),
    "loan_cancelled": (mark("A loan was called off"), Why.SAID_YES),
    "loan_declined": (mark("An answer about something to borrow"), Why.ASKED_FOR),
    "loan_due": (mark("Something is to be brought back"), Why.SAID_YES),
    "loan_late": (mark("Something is not back yet"), Why.YOURS),
    "loan_lost": (mark("About something that was borrowed"), Why.YOURS),
    "loan_not_needed": (mark("A loan is not needed"), Why.YOURS),
    "loan_offered": (mark("It is your turn to borrow"), Why.SAID_YES),
    "loan_over": (mark("A loan is over"), Why.SAID_YES),
    "loan_promised": (mark("Somebody comes for something of yours"), Why.SAID_YES),
    "loan_queued": (mark("You are in a queue"), Why.ASKED_FOR),
    "loan_waits": (mark("Somebody waits for an answer"), Why.SAID_YES),
    "material_still": (mark("Is it still there?"), Why.YOURS),
    "measure": (mark("About your part here"), Why.ASKED_FOR),
    "mission_over": (mark("What was learnt?"), Why.SAID_YES),
    "photo_checked": (mark("About a photo of yours"), Why.YOURS),
    "photo_down": (mark("About a photo of yours"), Why.YOURS),
    "pledge_answered": (mark("An answer from a project"), Why.ASKED_FOR),
    "pledge_offered": (mark("A partner can help"), Why.SAID_YES),
    "report_answered": (mark("An answer to what you told us"), Why.ASKED_FOR),
    "safety_answered": (mark("An answer from the hub"), Why.ASKED_FOR),
    "safety_asked": (mark("A project waits for your yes"), Why.SAID_YES),
    "session_cancelled": (mark("A session was cancelled"), Why.SAID_YES),
    "session_given": (mark("A place is yours"), Why.SAID_YES),
    "session_given_up": (mark("You are off a list"), Why.SAID_YES),
    "session_lapsed": (mark("A place went to the next"), Why.SAID_YES),
    "session_moved": (mark("A session was moved"), Why.SAID_YES),
    "session_off": (mark("A session was cancelled"), Why.SAID_YES),
    "session_offered": (mark("A place came free"), Why.SAID_YES),
    "session_place": (mark("You signed up"), Why.SAID_YES),
    "session_reminder": (mark("A reminder"), Why.SAID_YES),
    "session_thanks": (mark("Thank you for coming"), Why.SAID_YES),
    "session_uncounted": (mark("Who came?"), Why.SAID_YES),
    "session_went": (mark("How it went"), Why.SAID_YES),
    "session_without_room": (mark("A session needs a place"), Why.SAID_YES),
    "space_still": (mark("Is it still there?"), Why.YOURS),
    "stand_in_asked": (mark("Can you host a session?"), Why.SAID_YES),
    "stand_in_found": (mark("Somebody else hosts a session"), Why.SAID_YES),
    "stand_in_nobody": (mark("A session needs a host"), Why.SAID_YES),
    "start_ring": (mark("Please ring a starter"), Why.SAID_YES),
    "story_beside": (mark("About your story"), Why.YOURS),
    "task_done": (mark("A small task is done"), Why.YOURS),
    "team_part": (mark("Your part in a project"), Why.SAID_YES),
    "thing_answered": (mark("About something of yours"), Why.YOURS),
    "thing_hidden": (mark("About something of yours"), Why.YOURS),
    "thing_restored": (mark("About something of yours"), Why.YOURS),
    WEEKLY: (mark("What goes with your words this week"), Why.WEEKLY),
    "wish_asked": (mark("Could you lend it?"), Why.YOURS),
    "wish_nobody": (mark("A wish without an answer"), Why.YOURS),
    "words_still": (mark("Is it still true?"), Why.YOURS),
    "worry_new": (mark("Something new for you to read"), Why.SAID_YES),
    "worry_unread": (mark("Something waits for you"), Why.SAID_YES),
    "worry_waits": (mark("Something waits for you"), Why.SAID_YES),
}
# What somebody would come in vain for: told at night too, when morning would be too late.
NIGHTLY = frozenset({"session_off", "session_cancelled", "session_moved", "session_given"})
# Who gets them has to act before morning, and the slice that asks has chosen the hour: they never wait.
AT_ONCE = frozenset({"stand_in_asked", "worry_new"})
# What comes with looking after people in danger: whoever took that on hears of it, whatever she chose.
DUTIES = frozenset({"worry_new", "worry_unread", "worry_waits"})
# What asks for a yes or a no, which can be said on the phone. A time to answer starts when the call is recorded.
OFFERS = frozenset({"session_offered", "loan_offered"})
OPEN_ENDED = OFFERS - {"session_offered"}  # nothing but the time to answer ends them
ASKING = OFFERS | {"ask_new", "introduction_asked"}


def label_of(letter: str) -> str:
    """What a letter is, in a few words."""
    return LETTERS.get(letter, OTHER)[0]


def why_of(letter: str) -> Why:
    """Why somebody gets a letter."""
    return LETTERS.get(letter, OTHER)[1]
