"""Changes to places: the borough itself, imports, hubs, streets, and where a person says she is."""

from participate.places.service.borough import ensure_borough
from participate.places.service.hubs import HubFacts, add_hub, change_hub
from participate.places.service.imports import Imported, import_files
from participate.places.service.people import forget_place, move_to
from participate.places.service.postcodes import Spot, spot_of
from participate.places.service.streets import add_street, change_street

__all__ = [
    "HubFacts", "Imported", "Spot", "add_hub", "add_street", "change_hub", "change_street", "ensure_borough",
    "forget_place", "import_files", "move_to", "spot_of",
]  # fmt: skip
