"""What goes into the index."""

from dataclasses import dataclass

from participate.matching.words import Facet, Kind


@dataclass(frozen=True, slots=True)
class Document:
    """One line of one thing that may be suggested.

    `source` names the row that it was made from ("posting:17") and goes when that changes; `group` names
    the thing ("person:42"), of which there may be several documents. `owner` is the person whose own it is.
    `ward` is a ward id and `square` a 250 m square, None where unknown; `elsewhere` marks what was done
    outside the borough. `free` is a set of parts of the week as bits (weekday × 3 + part of day, Monday
    morning is bit 0). `day` is the date of the last change as a proleptic ordinal; from `until` on (seconds
    since 1970) the document is no longer shown, 0 for never. `language` None is guessed from the text.
    `languages` are those spoken there, as bits in the order of profiles.words.SPOKEN, 0 where unknown; `access`
    is what the place has, as bits in the order of words.Access, None for what is no place.
    """

    source: str
    group: str
    kind: Kind
    facet: Facet
    title: str
    tags: tuple[str, ...] = ()
    body: str = ""
    language: str | None = None
    ward: int | None = None
    square: int | None = None
    free: int = 0
    owner: int | None = None
    day: int = 0
    until: int = 0
    elsewhere: bool = False
    languages: int = 0
    access: int | None = None
