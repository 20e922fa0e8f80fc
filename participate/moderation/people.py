"""A person is shown by first name and shared words only; what staff can hide of her are her postings."""

from participate.accounts.models import Person
from participate.profiles import queries, service
from participate.profiles.models import Posting


def _postings(person: Person) -> list[Posting]:
    return list(queries.list_postings(person.id))


def words_of(person: Person) -> str:
    """All that she says, for staff who decide."""
    return "\n".join(posting.words for posting in _postings(person))


def hidden(person: Person) -> bool:
    """Whether none of her postings is to be seen."""
    postings = _postings(person)
    return bool(postings) and all(posting.hidden_at is not None for posting in postings)


def hide(actor_id: int, person: Person, reason: str) -> None:
    """Hide all her postings: she leaves every suggestion."""
    for posting in _postings(person):
        if posting.hidden_at is None:
            service.hide(actor_id, posting, reason)


def restore(actor_id: int, person: Person) -> None:
    """Show her postings again."""
    for posting in _postings(person):
        if posting.hidden_at is not None:
            service.restore(actor_id, posting)
