"""What was learned goes on disk and comes back as it was."""

from dataclasses import dataclass

import numpy as np
import pytest
from scipy.sparse import csr_array

from participate.matching.index.packing import packed, unpacked


@dataclass(frozen=True)
class Inner:
    """A part."""

    rows: csr_array
    much: float


@dataclass(frozen=True)
class Outer:
    """A whole."""

    inner: Inner
    none: Inner | None
    numbers: np.ndarray
    sure: bool


def test_what_is_packed_comes_back() -> None:
    rows = csr_array(np.array([[0, 1.5], [2, 0]], np.float32))
    whole, arrays = Outer(Inner(rows, 0.25), None, np.arange(6).reshape(2, 3), True), {}
    back = unpacked(packed(whole, "learned", arrays), arrays, (Outer, Inner))
    assert (back.none, back.sure, back.inner.much) == (None, True, 0.25)
    np.testing.assert_array_equal(back.inner.rows.toarray(), rows.toarray())
    np.testing.assert_array_equal(back.numbers, whole.numbers)
    assert all(name.startswith("learned") for name in arrays)
    assert np.shares_memory(back.numbers, whole.numbers)


def test_nothing_comes_back_as_nothing() -> None:
    assert unpacked(packed(None, "learned", {}), {}, ()) is None


def test_what_it_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError):
        packed({1, 2}, "learned", {})
    with pytest.raises(KeyError):
        unpacked({"class": "Inner", "parts": {}}, {}, ())
