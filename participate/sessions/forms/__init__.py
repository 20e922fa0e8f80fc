"""Forms of the sessions. They never ask the database: what can be chosen comes from the view."""

from participate.sessions.forms.calendars import CalendarForm
from participate.sessions.forms.care import AnswerForm, IncidentForm
from participate.sessions.forms.check_in import ChildrenForm, CloseForm, WalkInForm
from participate.sessions.forms.hosting import BuddyForm, TaskForm, ThanksForm
from participate.sessions.forms.kit import BorrowForm, KitSearchForm
from participate.sessions.forms.place import LookForm, TakeForm
from participate.sessions.forms.planning import (
    MOST_PEOPLE,
    SOMEWHERE,
    CancelForm,
    CostUnclear,
    NewForm,
    ReachForm,
    SessionForm,
    WhenForm,
)
from participate.sessions.forms.programme import NarrowForm
from participate.sessions.forms.season import WEEKDAYS, SeasonForm, SeasonSheet, name_of
from participate.sessions.forms.sheet import SheetForm, sheet_form
from participate.sessions.forms.sign_up import (
    LATE,
    AddForm,
    ButtonForm,
    LateForm,
    PartyForm,
    SignUpForm,
    SpokenCodeForm,
    tasks_to_choose,
)

__all__ = [
    "LATE", "MOST_PEOPLE", "SOMEWHERE", "WEEKDAYS", "AddForm", "AnswerForm", "BorrowForm", "BuddyForm", "ButtonForm",
    "CalendarForm", "CancelForm", "ChildrenForm", "CloseForm", "CostUnclear", "IncidentForm", "KitSearchForm",
    "LateForm", "LookForm", "NarrowForm", "NewForm", "PartyForm", "ReachForm", "SeasonForm", "SeasonSheet",
    "SessionForm", "SheetForm", "SignUpForm", "SpokenCodeForm", "TakeForm", "TaskForm", "ThanksForm", "WalkInForm",
    "WhenForm", "name_of", "sheet_form", "tasks_to_choose",
]  # fmt: skip
