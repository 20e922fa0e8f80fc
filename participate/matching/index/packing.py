"""Packing: what is made of arrays, numbers and dataclasses of these, as named arrays and plain facts for the disk."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Arrays = dict[str, NDArray[Any]]
MATRIX = ("data", "indices", "indptr")


def packed(thing: Any, name: str, arrays: Arrays) -> Any:
    """The facts of a thing; its arrays are put among `arrays`, under names that begin with its own. Raises TypeError
    for what it does not know.
    """
    if thing is None or isinstance(thing, (bool, int, float, str)):
        return thing
    if isinstance(thing, np.ndarray):
        arrays[name] = thing
        return {"array": name}
    if isinstance(thing, csr_array):
        arrays |= {f"{name}.{part}": getattr(thing, part) for part in MATRIX}
        return {"matrix": name, "shape": list(thing.shape)}
    if is_dataclass(thing):
        parts = {one.name: packed(getattr(thing, one.name), f"{name}.{one.name}", arrays) for one in fields(thing)}
        return {"class": type(thing).__name__, "parts": parts}
    raise TypeError(f"a {type(thing).__name__} cannot be packed")


def unpacked(told: Any, arrays: Mapping[str, NDArray[Any]], classes: Collection[type]) -> Any:
    """The thing again, its arrays shared and not copied. Raises KeyError or TypeError for what does not fit."""
    if not isinstance(told, dict):
        return told
    if "array" in told:
        return arrays[told["array"]]
    if "matrix" in told:
        held = tuple(arrays[f"{told['matrix']}.{part}"] for part in MATRIX)
        return csr_array(held, shape=tuple(told["shape"]))
    made = {each.__name__: each for each in classes}[told["class"]]
    return made(**{name: unpacked(part, arrays, classes) for name, part in told["parts"].items()})
