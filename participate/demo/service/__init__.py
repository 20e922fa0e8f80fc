"""Making the demo neighbourhood, and taking it away again."""

from participate.demo.service.clear import clear
from participate.demo.service.pictures import hang
from participate.demo.service.seed import is_empty, seed

__all__ = ["clear", "hang", "is_empty", "seed"]
