"""Tables of the spaces: listings, opening hours, bookings."""

from participate.spaces.models.booking import OVERLAP, Booking, BookingSeries
from participate.spaces.models.opening import OpeningHour, SpecialDays
from participate.spaces.models.space import HomeAddress, Space

__all__ = ["OVERLAP", "Booking", "BookingSeries", "HomeAddress", "OpeningHour", "Space", "SpecialDays"]
