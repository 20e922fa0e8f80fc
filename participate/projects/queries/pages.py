"""From the ids of a page to its cards."""

from collections.abc import Mapping
from typing import TypeVar

from participate.core.paging import Page

Card = TypeVar("Card")


def with_cards(page: Page[int], cards: Mapping[int, Card]) -> Page[Card]:
    """The same page with cards for ids. One that was hidden a moment ago is left out."""
    items = [cards[each] for each in page.items if each in cards]
    return Page(items, page.number, page.size, page.total)
