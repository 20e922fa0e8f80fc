"""Who at the hub rings somebody who starts a project: whoever has the fewest on the list."""

from collections.abc import Mapping, Sequence


def choose_ringer(staff: Sequence[int], on_list: Mapping[int, int], *, but: int | None = None) -> int | None:
    """The id of one of `staff`; of equals the first. `on_list`: how many living projects each rings already.

    `but` starts it herself: she rings herself only where nobody else is there. None where there is no staff.
    """
    others = [each for each in staff if each != but] or list(staff)
    return min(others, key=lambda each: on_list.get(each, 0), default=None)
