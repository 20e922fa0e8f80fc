"""The 25 hostile files of S-55: what is kept is drawn anew and says nothing; the rest is refused and costs nothing."""

import io
import os
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image

from participate.photos import rules, studio
from participate.photos.models import Photo
from tests.page import PageClient
from tests.photos.hostile import CANARY, MAKERS, PHP, SCRIPT, Hostile, hostile
from tests.photos.making import picture, sent
from tests.photos.scan import beside_the_picture
from tests.street import Street

MUCH = 100 * 2**20
WHY = {
    "form": rules.NotOurForm, "many": rules.TooManyDots, "moving": rules.Moving, "broken": rules.NotAPicture,
}  # fmt: skip


@pytest.fixture(params=list(MAKERS))
def file(request: pytest.FixtureRequest) -> Hostile:
    return hostile(request.param)


def memory() -> int:
    """Bytes that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def test_there_are_twenty_five() -> None:
    assert len(MAKERS) == 25


def test_what_comes_out_is_clean_or_nothing(file: Hostile) -> None:
    before = memory()
    if file.why:
        with pytest.raises(rules.NotAPicture) as refused:
            studio.redraw(file.data)
        assert type(refused.value) is WHY[file.why]
    else:
        drawn = studio.redraw(file.data)
        for data in (drawn.large, drawn.small, drawn.tile):
            assert_clean(data)
    assert memory() - before < MUCH


def assert_clean(data: bytes) -> None:
    """It is a JPEG of ours and nothing else."""
    assert beside_the_picture(data) == []
    for word in (CANARY, PHP, SCRIPT, b"Exif", b"GPS", b"ns.adobe.com", b"8BIM", b"ICC_PROFILE", b"<?xpacket"):
        assert word not in data
    kept = Image.open(io.BytesIO(data))
    assert kept.format == "JPEG"
    assert max(kept.size) <= 1600
    assert len(kept.getexif()) == 0
    assert set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def test_through_the_door(client: PageClient, street: Street, app: Flask) -> None:
    """One of each sort, as a browser sends it: kept under a name of ours, or a word beside the field."""
    client.become(street.amina)
    for said in (
        "where it was taken",
        "a name that climbs",
        "a program called .jpg",
        "30,000 by 30,000",
        "nothing",
    ):
        file = hostile(said)
        answer = sent(client, f"material:{street.material.id}", file.data, file.name)
        if file.why:
            assert answer.status_code == 422
            assert 'class="err"' in answer.text
        else:
            assert answer.status_code == 303
    folder = Path(app.extensions["settings"].data) / "photos"
    kept = [path for path in folder.rglob("*") if path.is_file()]
    assert len(kept) == 2 * 3
    for path in kept:
        assert path.suffix == ".jpg"
        assert len(path.parent.name) == 40
        assert_clean(path.read_bytes())
    assert Photo.query.count() == 2


def test_the_scan_sees_what_a_careless_site_keeps() -> None:
    """The control: saved as most sites do, the file still says where somebody lives."""
    came = hostile("where it was taken").data
    opened, out = Image.open(io.BytesIO(came)), io.BytesIO()
    opened.save(out, "JPEG", exif=opened.getexif())
    assert any("Exif" in each for each in beside_the_picture(out.getvalue()))
    assert CANARY in out.getvalue()
    assert beside_the_picture(picture() + PHP) == ["something behind the end"]
    assert beside_the_picture(hostile("IPTC").data)[0].startswith("segment ed")
