"""Tables of the sessions."""

from participate.sessions.models.attendance import Attendance, Thanks
from participate.sessions.models.care import Incident, StandIn
from participate.sessions.models.feed import CalendarFeed
from participate.sessions.models.session import Series, Session
from participate.sessions.models.sign_up import SignUp, Task

__all__ = ["Attendance", "CalendarFeed", "Incident", "Series", "Session", "SignUp", "StandIn", "Task", "Thanks"]
