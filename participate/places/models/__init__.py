"""Tables of the places."""

from participate.places.models.area import Borough, Street, Ward, WardCode, WardFigure
from participate.places.models.hub import Hub, HubHours

__all__ = ["Borough", "Hub", "HubHours", "Street", "Ward", "WardCode", "WardFigure"]
