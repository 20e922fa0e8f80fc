"""Sessions are planned, change, are cancelled, hidden and shown again; people sign up, wait and are told."""

from participate.sessions.queries import token_of
from participate.sessions.rules.party import Party, Wish
from participate.sessions.service.after import (
    PROMISE as DAY_AFTER,
)
from participate.sessions.service.after import (
    forget_names,
    hide_thanks,
    promise_letters,
    restore_thanks,
    say_thanks,
    write_letters,
)
from participate.sessions.service.apart import warn_of_pair
from participate.sessions.service.attendance import (
    came,
    close,
    not_came,
    one_less,
    reopen,
    set_children,
    take_back,
    walk_in,
    walk_in_reached,
)
from participate.sessions.service.calendars import make_feed, remove_feed, renew_feed
from participate.sessions.service.changing import cancel, change
from participate.sessions.service.doubles import find_doubles
from participate.sessions.service.hosting import choose_buddy
from participate.sessions.service.incidents import (
    finish_incident,
    forget_incidents,
    note_incident,
    reopen_incident,
)
from participate.sessions.service.kit import borrow
from participate.sessions.service.merged import free_double_seats, take_seats_again
from participate.sessions.service.place import take_place
from participate.sessions.service.planning import (
    SessionFacts,
    Week,
    When,
    Where,
    facts_from,
    facts_of,
    given_by,
    hide,
    host_of,
    plan,
    restore,
)
from participate.sessions.service.reminders import REMIND, promise_reminders, remind
from participate.sessions.service.rooms import follow_booking
from participate.sessions.service.season import SeasonLine, SeasonStopped, plan_season
from participate.sessions.service.seats import hold
from participate.sessions.service.series import Instead, again, plan_series
from participate.sessions.service.sheet import (
    Sheet,
    key_in,
)
from participate.sessions.service.sign_ups import (
    SpeakToTheHub,
    change_party,
    forget_notes,
    person_at,
    renew_link,
    run_late,
    salt_of,
    send_link,
    settle,
    sign_up,
    stay_away,
)
from participate.sessions.service.stand_ins import DECIDE, cannot_either, cannot_host, decide, stand_in
from participate.sessions.service.stand_ins import LAPSE as STAND_IN_LAPSE
from participate.sessions.service.stand_ins import lapse as lapse_stand_in
from participate.sessions.service.tasks import (
    TaskFacts,
    add_task,
    change_task,
    free_task,
    remove_task,
    take_task,
)
from participate.sessions.service.telling import LETTER, tell, tell_everyone
from participate.sessions.service.waiting import (
    FILL,
    LAPSE,
    about,
    accept,
    after_call,
    await_call,
    fill_by_id,
    invite,
    lapse,
)

__all__ = [
    "find_doubles",
    "free_double_seats",
    "take_seats_again",
    "warn_of_pair",
    "DAY_AFTER", "DECIDE", "FILL", "LAPSE", "LETTER", "REMIND", "STAND_IN_LAPSE", "Instead", "Party", "SeasonLine",
    "SeasonStopped", "SessionFacts", "Sheet", "SpeakToTheHub", "TaskFacts", "Week", "When", "Where", "Wish", "about",
    "accept", "add_task", "after_call", "again", "await_call", "borrow", "came", "cancel", "cannot_either",
    "cannot_host", "change", "change_party", "change_task", "choose_buddy", "close", "decide", "facts_from",
    "facts_of", "fill_by_id", "finish_incident", "follow_booking", "forget_incidents", "forget_names", "forget_notes",
    "free_task", "given_by", "hide", "hide_thanks", "hold", "host_of", "invite", "key_in", "lapse", "lapse_stand_in",
    "make_feed", "not_came", "note_incident", "one_less", "person_at", "plan", "plan_season", "plan_series",
    "promise_letters", "promise_reminders", "remind", "remove_feed", "remove_task", "renew_feed", "renew_link",
    "reopen", "reopen_incident", "restore", "restore_thanks", "run_late", "salt_of", "say_thanks", "send_link",
    "set_children", "settle", "sign_up", "stand_in", "stay_away", "take_back", "take_place", "take_task", "tell",
    "tell_everyone", "token_of", "walk_in", "walk_in_reached", "write_letters",
]  # fmt: skip
