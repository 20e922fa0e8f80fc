"""Where projects done elsewhere were told of."""

from participate.core.words import mark

# Where projects done elsewhere were told of, and under which licence: this must travel with their words.
_CC, _OGL = mark("Creative Commons Attribution 4.0"), mark("Open Government Licence 3.0")
SOURCES = {
    "nlcf_past_grants": (mark("National Lottery Community Fund"), _OGL),
    "lloyds_bank_foundation": (mark("Lloyds Bank Foundation, 360Giving data"), _CC),
    "power_to_change": (mark("Power to Change, 360Giving data"), _CC),
    "oxfordshire_cf": (mark("Oxfordshire Community Foundation, 360Giving data"), _CC),
    "nominet_trust": (mark("Nominet Trust, 360Giving data"), _CC),
    "baring_foundation": (mark("Baring Foundation, 360Giving data"), _CC),
    "360giving_covid_sample": (mark("360Giving data"), mark("an open licence of its publisher")),
    "360giving_2018_topics": (mark("360Giving data"), mark("an open licence of its publisher")),
    "charity_register_ccew": (mark("Register of the Charity Commission for England and Wales"), _OGL),
    "charity_register_oscr": (mark("Scottish Charity Register"), _OGL),
    "charity_register_ccni": (mark("Register of the Charity Commission for Northern Ireland"), _OGL),
}
