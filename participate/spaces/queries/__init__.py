"""Reading the spaces."""

from participate.spaces.models import Booking, SpecialDays
from participate.spaces.queries.bookings import (
    check_slots,
    find_booking,
    get_booking,
    home_address,
    list_bookings_of,
    list_coming,
    list_held,
    list_of_series,
    list_of_subject,
    list_outside_hours,
    list_spaces_kept,
    list_taken,
    list_unanswered,
    list_waiting,
)
from participate.spaces.queries.days import Day, ends_of, list_days
from participate.spaces.queries.fitting import (
    Fitting,
    fitting,
    free_then,
    list_fitting,
)
from participate.spaces.queries.keeping import uses_of
from participate.spaces.queries.listing import (
    MOST_OF_ONE,
    Space,
    SpaceCard,
    cards_of,
    find_space,
    get_space,
    list_for_matching,
    list_ids_of,
    list_of_hub,
    list_of_keeper,
    list_of_organisation,
)
from participate.spaces.queries.narrowed import Wanted, list_spaces
from participate.spaces.queries.opening import (
    list_hours,
    list_special,
    opening_of,
    openings_of,
    terms_of,
)
from participate.spaces.queries.other import find_own, list_free
from participate.spaces.queries.sites import (
    count_parts,
    find_home_address,
    has_bookings,
    list_parts,
    list_standing,
)
from participate.spaces.queries.use import (
    Use,
    use_of,
)

__all__ = [
    "use_of",
    "uses_of",
    "Use",
    "terms_of",
    "openings_of",
    "opening_of",
    "list_special",
    "list_hours",
    "list_fitting",
    "free_then",
    "fitting",
    "Fitting",
    "list_waiting",
    "list_taken",
    "list_unanswered",
    "list_spaces_kept",
    "list_of_subject",
    "list_outside_hours",
    "list_of_series",
    "list_held",
    "list_coming",
    "list_bookings_of",
    "home_address",
    "get_booking",
    "find_booking",
    "find_own",
    "list_free",
    "check_slots",
    "Booking",
    "Day",
    "MOST_OF_ONE",
    "Space",
    "SpaceCard",
    "SpecialDays",
    "Wanted",
    "cards_of",
    "count_parts",
    "ends_of",
    "find_home_address",
    "find_space",
    "get_space",
    "has_bookings",
    "list_days",
    "list_for_matching",
    "list_ids_of",
    "list_of_hub",
    "list_of_keeper",
    "list_of_organisation",
    "list_parts",
    "list_spaces",
    "list_standing",
]
