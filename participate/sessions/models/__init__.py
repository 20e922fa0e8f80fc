"""Tables of the sessions."""

from participate.sessions.models.attendance import Attendance, Thanks
from participate.sessions.models.feed import CalendarFeed
from participate.sessions.models.session import Series, Session
from participate.sessions.models.sign_up import SignUp, Task

__all__ = ["Attendance", "CalendarFeed", "Series", "Session", "SignUp", "Task", "Thanks"]
