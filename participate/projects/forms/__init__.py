"""Forms of the projects. They never ask the database: what can be chosen comes from the view."""

from participate.projects.forms.beside import put_error
from participate.projects.forms.ideas import AnswerForm, IdeaForm
from participate.projects.forms.made_recipes import RecipeForm
from participate.projects.forms.near import NearForm
from participate.projects.forms.needs import NeedForm, ThanksForm
from participate.projects.forms.parts import EditForm
from participate.projects.forms.projects import NarrowForm, ProjectForm, StageForm, StartForm
from participate.projects.forms.replies import ReplyAnswerForm, ReplyForm
from participate.projects.forms.safety import AllergensForm, DecideForm, ListForm, RisksForm
from participate.projects.forms.team import HelpForm, MyPartForm
from participate.projects.forms.updates import UpdateForm

__all__ = [
    "AllergensForm", "AnswerForm", "DecideForm", "EditForm", "HelpForm", "IdeaForm", "ListForm", "MyPartForm",
    "NarrowForm", "NearForm", "NeedForm", "ProjectForm", "RecipeForm", "ReplyAnswerForm", "ReplyForm", "RisksForm",
    "StageForm", "StartForm", "ThanksForm", "UpdateForm", "put_error",
]  # fmt: skip
