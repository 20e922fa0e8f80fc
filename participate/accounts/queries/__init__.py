"""Reading persons, their sign-ins, codes and roles, and who is kept apart."""

from participate.accounts.models import Code, Person, RoleHeld, SignIn
from participate.accounts.queries.apart import are_apart, ids_apart, none_apart, not_apart, select_apart
from participate.accounts.queries.persons import (
    MOST_AT_ONE_CONTACT,
    find_person,
    first_names_of,
    get_person,
    has_suspended,
    list_at_contact,
    list_persons,
)
from participate.accounts.queries.roles import find_role, has_admin, list_role_holders, page_of_roles
from participate.accounts.queries.sign_ins import find_code, find_sign_in, find_sign_in_by_id, list_sign_ins

__all__ = [
    "MOST_AT_ONE_CONTACT",
    "Code",
    "Person",
    "RoleHeld",
    "SignIn",
    "are_apart",
    "find_code",
    "find_person",
    "find_role",
    "find_sign_in",
    "find_sign_in_by_id",
    "first_names_of",
    "get_person",
    "has_admin",
    "has_suspended",
    "ids_apart",
    "list_at_contact",
    "list_persons",
    "list_role_holders",
    "list_sign_ins",
    "none_apart",
    "not_apart",
    "page_of_roles",
    "select_apart",
]
