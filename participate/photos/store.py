"""Where the drawn pictures lie: a folder, behind one small interface. Another store has the same three verbs."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from flask import current_app

from participate.photos.drawing import Drawn
from participate.photos.rules import is_name
from participate.photos.words import Part


class StoreGone(Exception):
    """The store does not answer: its folder is not there, or is full."""


class Store(Protocol):
    """What photos ask of a store. Each method raises StoreGone."""

    def keep(self, name: str, drawn: Drawn) -> None:
        """Keep the versions of a picture under `name`, all or none."""

    def read(self, name: str, part: Part) -> bytes | None:
        """One version of a picture; None when it is not here."""

    def forget(self, name: str) -> None:
        """Let go of a picture; nothing happens when it is not here."""

    def names(self) -> Iterator[str]:
        """The names of all pictures, in no order."""


class FolderStore:
    """A folder a picture, in 256 folders by the first two letters of its name: `3f/3f09…/large.jpg`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, name: str, drawn: Drawn) -> None:
        place = self._place(name)
        new = place.with_name(f".{name}.new")
        try:
            new.mkdir(parents=True)
            for part in Part:
                _write(new / f"{part.value}.jpg", getattr(drawn, part.value))
            new.rename(place)
        except OSError as error:
            shutil.rmtree(new, ignore_errors=True)
            raise StoreGone from error

    def read(self, name: str, part: Part) -> bytes | None:
        try:
            return (self._place(name) / f"{part.value}.jpg").read_bytes()
        except FileNotFoundError:
            if not self.folder.is_dir():
                raise StoreGone from None
            return None
        except OSError as error:
            raise StoreGone from error

    def forget(self, name: str) -> None:
        try:
            shutil.rmtree(self._place(name))
        except FileNotFoundError:
            return
        except OSError as error:
            raise StoreGone from error

    def names(self) -> Iterator[str]:
        try:
            for drawer in sorted(self.folder.iterdir()) if self.folder.is_dir() else ():
                yield from (place.name for place in drawer.iterdir() if not place.name.startswith("."))
        except OSError as error:
            raise StoreGone from error

    def _place(self, name: str) -> Path:
        """Where a picture lies. Raises ValueError for what is no name of ours: no path is ever made of typed words."""
        if not is_name(name):
            raise ValueError("not the name of a picture")
        return self.folder / name[:2] / name


def _write(file: Path, data: bytes) -> None:
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o640), "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def of_site() -> Store:
    """The store of the site at hand: `photos` in its data folder. Another one is put into `extensions["photos"]`."""
    site = current_app
    if "photos" not in site.extensions:
        site.extensions["photos"] = FolderStore(site.extensions["settings"].data / "photos")
    return site.extensions["photos"]
