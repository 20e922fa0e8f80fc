"""Words of the surveys: the questions in their standard wording, and their answers.

Worthwhile: ONS personal well-being (ONS4), 0 "not at all" to 10 "completely". Belonging: Community Life Survey (DCMS),
its five answers in order. Age: the wording of the Community Life Survey with the bands of the Census 2021 tables.
Ethnic group, lasting conditions and activity restriction: GSS harmonised standards for England. Met somebody new: ours.
"""

from enum import StrEnum

from participate.core.words import mark

RATHER_NOT = "rather_not"
RATHER_NOT_SAY = mark("Rather not say")


class Question(StrEnum):
    """The three questions of a pulse, in the order in which they are asked."""

    WORTHWHILE = "worthwhile"
    BELONGING = "belonging"
    MET = "met"

    @property
    def label(self) -> str:
        return _QUESTIONS[self]

    @property
    def answers(self) -> tuple[tuple[int, str], ...]:
        """(what is stored, words) in order; a scale has no words of its own."""
        return _ANSWERS[self]


_QUESTIONS = {
    Question.WORTHWHILE: mark(
        "Overall, to what extent do you feel that the things you do in your life are worthwhile?"
    ),
    Question.BELONGING: mark("How strongly do you feel you belong to your immediate neighbourhood?"),
    Question.MET: mark("Did you meet somebody new?"),
}
_ANSWERS: dict[Question, tuple[tuple[int, str], ...]] = {
    Question.WORTHWHILE: tuple((number, str(number)) for number in range(11)),
    Question.BELONGING: (
        (1, mark("Very strongly")), (2, mark("Fairly strongly")), (3, mark("Not very strongly")),
        (4, mark("Not at all strongly")), (5, mark("Don’t know")),
    ),
    Question.MET: ((0, mark("No")), (1, mark("Yes, one person")), (2, mark("Yes, more than one"))),
}  # fmt: skip

AGE_QUESTION = mark("Which of the following age bands are you in?")
ETHNIC_QUESTION = mark("What is your ethnic group?")
ETHNIC_HELP = mark("Choose one option that best describes your ethnic group or background")
CONDITION_QUESTION = mark(
    "Do you have any physical or mental health conditions or illnesses lasting or expected to last for 12 months or "
    "more?"
)
RESTRICTION_QUESTION = mark(
    "Do any of your conditions or illnesses reduce your ability to carry out day-to-day activities?"
)

# (what is stored, words)
AGE_BANDS = (
    ("16-24", mark("16 to 24")), ("25-34", mark("25 to 34")), ("35-49", mark("35 to 49")),
    ("50-64", mark("50 to 64")), ("65+", mark("65 or over")),
)  # fmt: skip
ETHNIC_GROUPS = (
    (
        mark("White"),
        (
            ("white_british", mark("English / Welsh / Scottish / Northern Irish / British")),
            ("white_irish", mark("Irish")), ("white_traveller", mark("Gypsy or Irish Traveller")),
            ("white_other", mark("Any other White background")),
        ),
    ),
    (
        mark("Mixed / Multiple ethnic groups"),
        (
            ("mixed_black_caribbean", mark("White and Black Caribbean")),
            ("mixed_black_african", mark("White and Black African")), ("mixed_asian", mark("White and Asian")),
            ("mixed_other", mark("Any other Mixed / Multiple ethnic background")),
        ),
    ),
    (
        mark("Asian / Asian British"),
        (
            ("asian_indian", mark("Indian")), ("asian_pakistani", mark("Pakistani")),
            ("asian_bangladeshi", mark("Bangladeshi")), ("asian_chinese", mark("Chinese")),
            ("asian_other", mark("Any other Asian background")),
        ),
    ),
    (
        mark("Black / African / Caribbean / Black British"),
        (
            ("black_african", mark("African")), ("black_caribbean", mark("Caribbean")),
            ("black_other", mark("Any other Black / African / Caribbean background")),
        ),
    ),
    (
        mark("Other ethnic group"),
        (("other_arab", mark("Arab")), ("other_any", mark("Any other ethnic group"))),
    ),
)  # fmt: skip
YES, NO = "yes", "no"
CONDITIONS = ((YES, mark("Yes")), (NO, mark("No")))
RESTRICTIONS = (("a_lot", mark("Yes, a lot")), ("a_little", mark("Yes, a little")), ("not_at_all", mark("Not at all")))
