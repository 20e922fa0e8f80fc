"""A person is shown by first name and shared words only; what staff can hide of her are her postings."""

from participate.accounts.models import Person
from participate.moderation.queries import list_hidden_ids
from participate.profiles import queries, service
from participate.profiles.models import Posting


def _postings(person: Person) -> list[Posting]:
    return list(queries.list_postings(person.id))


def words_of(person: Person) -> str:
    """All that she says, for staff who decide."""
    return "\n".join(posting.words for posting in _postings(person))


def is_hidden(person: Person) -> bool:
    """Whether none of her postings is to be seen."""
    postings = _postings(person)
    return bool(postings) and all(posting.hidden_at is not None for posting in postings)


def hide(actor_id: int, person: Person, reason: str) -> None:
    """Hide all her postings: she leaves every suggestion."""
    for posting in _postings(person):
        if posting.hidden_at is None:
            service.hide(actor_id, posting, reason)


def restore(actor_id: int, person: Person) -> None:
    """Show her postings again, but those that a decision of their own hid."""
    postings = _postings(person)
    kept = list_hidden_ids("posting", [posting.id for posting in postings])
    for posting in postings:
        if posting.hidden_at is not None and posting.id not in kept:
            service.restore(actor_id, posting)
