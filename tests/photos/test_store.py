"""The folder of pictures: all versions or none, no path from words, and a plain word when it is away."""

from pathlib import Path

import pytest

from participate.photos.store import FolderStore, StoreGone
from participate.photos.words import Part
from tests.photos.making import drawn

NAME = "3f" + "0a" * 19


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "photos")


def test_kept_read_and_forgotten(store: FolderStore) -> None:
    assert list(store.names()) == []
    store.keep(NAME, drawn())
    assert list(store.names()) == [NAME]
    assert [store.read(NAME, part) for part in Part] == [drawn().large, drawn().small, drawn().tile]
    assert store.read("f" * 40, Part.SMALL) is None
    store.forget(NAME)
    store.forget(NAME)
    assert store.read(NAME, Part.SMALL) is None
    assert list(store.names()) == []


@pytest.mark.parametrize("name", ["", "x", "../" * 13 + "x", "/etc/passwd".ljust(40, "a"), NAME.upper(), NAME + "\0"])
def test_only_names_of_ours(store: FolderStore, name: str) -> None:
    with pytest.raises(ValueError):
        store.read(name, Part.SMALL)
    with pytest.raises(ValueError):
        store.keep(name, drawn())
    with pytest.raises(ValueError):
        store.forget(name)
    assert not store.folder.exists()


def test_the_store_is_away(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "photos")
    with pytest.raises(StoreGone):
        store.read(NAME, Part.SMALL)  # something was kept there, and there is no folder at all
    (tmp_path / "photos").write_text("a file where the folder was")
    for ask in (
        lambda: store.keep(NAME, drawn()), lambda: store.read(NAME, Part.SMALL), lambda: store.forget(NAME),
    ):  # fmt: skip
        with pytest.raises(StoreGone):
            ask()


def test_a_full_disk_leaves_nothing_half(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    wrote = []

    def full(file: Path, data: bytes) -> None:
        wrote.append(file)
        if len(wrote) == 2:
            raise OSError(28, "No space left on device")
        file.write_bytes(data)

    monkeypatch.setattr("participate.photos.store._write", full)
    with pytest.raises(StoreGone):
        store.keep(NAME, drawn())
    assert [path for path in store.folder.rglob("*") if path.is_file()] == []
    assert list(store.names()) == []
