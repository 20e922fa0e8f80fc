"""The addresses of recipes, and their keys."""

from collections.abc import Collection
from uuid import NAMESPACE_URL, uuid5

from participate.core.text import slug_of

LONGEST_SLUG = 60
# Pages of their own under /recipes.
RESERVED = frozenset({"file", "import", "export", "new"})
_ANY = "recipe"


def free_slug(name: str, taken: Collection[str]) -> str:
    """An address for a recipe of this name that no other has: "bread-club", else "bread-club-2"."""
    whole = slug_of(name)[:LONGEST_SLUG].strip("-") or _ANY
    slug, number = whole, 1
    while slug in taken or slug in RESERVED:
        number += 1
        tail = f"-{number}"
        slug = whole[: LONGEST_SLUG - len(tail)].strip("-") + tail
    return slug


def house_key(slug: str) -> str:
    """The key of a recipe that comes with the house: the same in every borough, so that family trees meet."""
    return str(uuid5(NAMESPACE_URL, f"participate:recipe:{slug}"))
