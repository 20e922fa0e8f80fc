"""What to take care of, by what stands in a recipe's flags."""

from participate.core.words import mark

# What to take care of: the signs in a recipe's flags, and what they mean for whoever starts it.
CARE_LINES = (
    (("food", "allergens"), mark("There is food: clean hands, a cold fridge, and a card that says what is in it.")),
    (
        ("road closure", "road-closure", "vehicle access"),
        mark("The road closes: ask the council at least 12 weeks ahead."),
    ),
    (
        ("permission", "land licence", "siting", "highways"),
        mark("It stands on somebody’s land: ask whoever owns it first."),
    ),
    (
        ("children", "young people", "childcare"),
        mark("Children are there: two checked adults, and their own grown-ups stay or know."),
    ),
    (
        ("one-to-one", "doorstep", "home visits"),
        mark("People meet one to one: the hub brings them together, first in a public place or in pairs."),
    ),
    (
        ("tool", "machine", "kiln", "eye protection", "fumes", "dust", "height", "lifting", "sharps"),
        mark("There are tools or heavy things: somebody who knows them shows everyone first."),
    ),
    (("electrical",), mark("Things with a plug are tested before anybody uses them.")),
    (
        ("safety check", "item checks", "fire labels", "product safety"),
        mark("Each thing is checked before it goes to somebody else."),
    ),
    (("under-16",), mark("Nobody under 16 uses power tools.")),
    (
        ("hive", "animal", "neighbour agreement"),
        mark("There are animals: a trained keeper looks after them, and the neighbours agree."),
    ),
    (("pests",), mark("Keep it closed and tidy, so that no rats come.")),
    (("soil check",), mark("Have the soil looked at before you grow food in it.")),
    (("noise",), mark("It can be loud: tell the neighbours and end in good time.")),
    (
        ("film licence", "music licence"),
        mark("Films and recorded music need a licence in public. The hub can help."),
    ),
    (
        ("insurance", "registration", "trading", "constitution", "handling money", "payments", "ownership", "deposits"),
        mark("There is money or insurance to think of: the hub helps you with the papers."),
    ),
    (("privacy", "consent"), mark("Ask before you write down or show anything about a person.")),
    (("passwords",), mark("Nobody keeps anybody else’s passwords.")),
    (("weather", "route check", "traffic"), mark("You are outside: look at the way and the weather first.")),
    (("health check",), mark("Ask everyone whether they feel well enough, and go at the pace of the slowest.")),
    (("floor",), mark("Look at the floor first: dry, even, nothing to trip over.")),
    (("council bag", "consultation", "stewards"), mark("Tell the council and the neighbours what you plan.")),
    (("long-term care",), mark("It needs care for years: agree early who does what.")),
)
