"""Who may see where a space is. Pure. (Who may change it: `organisations.permissions.may_look_after`.)"""


def may_see_address(*, at_home: bool, looks_after: bool) -> bool:
    """A public room's address is everybody's; a home's only its own people's, and staff's."""
    return not at_home or looks_after
