"""The tables that the demo fills, parents before children: a written row never points at one still on its way."""

from participate.accounts.models import Consent, HostRecord, Person, RoleHeld
from participate.audit.models import AuditRow
from participate.desk.models import Away, DeskNote
from participate.funds.models import Fund, FundAsk, PointsBudget
from participate.insight.models import Budget, Commitment, ProjectGoal
from participate.introductions.models import Introduction, IntroductionSide, Note
from participate.matching.models import (
    Answer,
    Ask,
    AskLine,
    ByHand,
    Placing,
    ProjectSet,
    Suggested,
    SuggestedWeek,
    SwitchedOff,
    Unmatched,
)
from participate.materials.models import GiftAsk, Induction, KitPart, Loan, Material, MaterialDay, StockDay, WishAsk
from participate.missions.models import Mission, MissionOutcome, MissionProject
from participate.notifications.models import Attention
from participate.organisations.models import Member, Organisation, Pledge, PledgeGiven
from participate.paper.models import LinkDay
from participate.places.models import Hub, HubHours, Street
from participate.profiles.models import FreeTime, Posting, Spoken
from participate.projects.models import (
    Idea,
    IdeaReply,
    Need,
    Project,
    SafetyCheck,
    TeamMember,
    TeamRequest,
    Update,
    WeekLine,
)
from participate.sessions.models import Attendance, Incident, Series, Session, SignUp, Task, Thanks
from participate.spaces.models import Booking, BookingSeries, HomeAddress, OpeningHour, Space, SpecialDays
from participate.stories.models import Story
from participate.surveys.models import EqualityAnswer, EqualityAsk, Pulse

MODELS = (
    Street, Hub, HubHours, Person, Organisation, Member, Posting, FreeTime, Spoken, Space, HomeAddress, OpeningHour,
    SpecialDays, BookingSeries, Booking, Idea, IdeaReply, Project, Need, WeekLine, TeamMember, TeamRequest,
    SafetyCheck, Update, Series, Session, Task, SignUp, Attendance, Thanks, Story, PointsBudget, Fund, FundAsk,
    Material, KitPart, Induction, Loan, MaterialDay, GiftAsk, StockDay, WishAsk, RoleHeld, AuditRow,
    Introduction, IntroductionSide, Note,
    Pledge, PledgeGiven, Mission, MissionProject, MissionOutcome,
    Answer, SwitchedOff, Suggested, SuggestedWeek, Unmatched, ByHand, Placing, ProjectSet, Ask, AskLine,
    Consent, Attention, HostRecord, DeskNote, Away, Incident,
    LinkDay, Pulse, EqualityAsk, EqualityAnswer, Budget, Commitment, ProjectGoal,
)  # fmt: skip
TABLES = tuple(model.__tablename__ for model in MODELS)
