"""How a picture is drawn anew: the right way up, in the colours that were meant, on white, and light."""

import io
import subprocess
import sys

import pytest
from PIL import Image, ImageCms

from participate.photos import drawing
from participate.photos.drawing import Refused, redraw
from tests.photos.making import drawn, encoded, picture

RED, BLUE, WHITE = (200, 20, 20), (20, 20, 200), (255, 255, 255)
# Turn (EXIF) → the corner of the shown picture where the red corner of the kept one stands.
CORNERS = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}


def shown(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def near(dot: object, ink: tuple[int, int, int], by: int = 24) -> bool:
    return all(abs(a - b) <= by for a, b in zip(dot, ink, strict=True))  # type: ignore[call-overload]


@pytest.mark.parametrize(("turn", "corner"), CORNERS.items())
def test_it_stands_the_right_way_up(turn: int, corner: tuple[int, int]) -> None:
    kept = Image.new("RGB", (400, 200), WHITE)
    kept.paste(RED, (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112] = turn
    done = redraw(encoded(kept, "JPEG", exif=exif, quality=95))
    size = (400, 200) if turn < 5 else (200, 400)
    assert (done.width, done.height) == size
    large = shown(done.large)
    at = [20 if where == 0 else side - 20 for where, side in zip(corner, size, strict=True)]
    assert near(large.getpixel(tuple(at)), RED)
    assert near(large.getpixel((size[0] // 2, size[1] // 2)), WHITE)


def test_a_turn_that_makes_no_sense_is_passed_over() -> None:
    exif = Image.Exif()
    exif[0x0112] = 77
    assert redraw(picture(exif=exif)).width == 320


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_what_was_see_through_is_white(form: str) -> None:
    glass = Image.new("RGBA", (200, 200), (*RED, 0))
    glass.paste((*RED, 255), (0, 0, 100, 200))
    large = shown(redraw(encoded(glass, form, lossless=True)).large)
    assert near(large.getpixel((30, 100)), RED)
    assert near(large.getpixel((170, 100)), WHITE)


def test_a_palette_with_a_hole_is_white_there() -> None:
    plan = Image.new("P", (100, 100), 0)
    plan.putpalette([0, 0, 0, *RED])
    plan.paste(1, (0, 0, 50, 100))
    large = shown(redraw(encoded(plan, "PNG", transparency=0)).large)
    assert near(large.getpixel((20, 50)), RED)
    assert near(large.getpixel((80, 50)), WHITE)


@pytest.mark.parametrize(
    ("kept", "form", "ink"),
    [
        (Image.new("L", (90, 90), 128), "JPEG", (128, 128, 128)),
        (Image.new("1", (90, 90), 1), "PNG", WHITE),
        (Image.new("LA", (90, 90), (0, 0)), "PNG", WHITE),
        (Image.new("I;16", (90, 90), 32768), "PNG", (128, 128, 128)),
        (Image.new("CMYK", (90, 90), (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (Image.new("RGB", (90, 90), BLUE), "WEBP", BLUE),
    ],
    ids=["grey", "black and white", "grey and glass", "sixteen bits", "printer’s inks", "colours"],
)
def test_every_sort_of_dot(kept: Image.Image, form: str, ink: tuple[int, int, int]) -> None:
    assert near(shown(redraw(encoded(kept, form)).large).getpixel((45, 45)), ink)


def test_colours_are_as_their_profile_means_them() -> None:
    """A profile in which red and blue have changed places: what says red is meant blue."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    head, rest = plain[:128], plain[128:]
    table = rest[:400].replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    data = encoded(Image.new("RGB", (90, 90), (255, 0, 0)), "JPEG", icc_profile=head + table + rest[400:], quality=95)
    assert near(shown(redraw(data).large).getpixel((45, 45)), (0, 0, 255))
    assert near(shown(redraw(picture()).large).getpixel((5, 5)), (245, 245, 220)), "without one they stay"


def test_sizes() -> None:
    done = redraw(encoded(Image.effect_noise((150, 100), 60).resize((2400, 1600)).convert("RGB"), "JPEG"))
    assert (done.width, done.height) == (1600, 1067)
    assert [shown(data).size for data in (done.large, done.small, done.tile)] == [(1600, 1067), (480, 320), (192, 192)]
    assert len(done.small) <= drawing.SMALL_BYTES
    assert len(done.tile) <= drawing.TILE_BYTES


def test_a_small_one_is_not_blown_up() -> None:
    done = redraw(encoded(Image.new("RGB", (100, 60), RED), "PNG"))
    assert [shown(data).size for data in (done.large, done.small, done.tile)] == [(100, 60), (100, 60), (60, 60)]


@pytest.mark.parametrize("size", [(31, 400), (400, 31), (3200, 50), (1, 1)])
def test_too_thin(size: tuple[int, int]) -> None:
    with pytest.raises(Refused, match="thin"):
        redraw(encoded(Image.new("RGB", size), "PNG"))


@pytest.mark.parametrize(
    ("form", "more", "dots"), [("JPEG", {"progressive": True}, 15), ("PNG", {}, 9), ("WEBP", {}, 6)]
)
def test_the_most_dots_of_each_form(form: str, more: dict[str, object], dots: int) -> None:
    over = encoded(Image.new("L" if form != "WEBP" else "RGB", (1000, dots * 1000 + 1)), form, **more)
    with pytest.raises(Refused, match="many"):
        redraw(over)


def test_the_same_picture_is_drawn_the_same() -> None:
    assert redraw(picture()) == redraw(picture())


def test_packing() -> None:
    packed = drawing.pack(drawn())
    assert drawing.unpack(packed) == drawn()
    for broken in (b"", packed[:-1], packed[:3], b"\0\0\0\2[]", b"\0\0\0\4null", b"\0\0\0\x05[1,2]"):
        with pytest.raises(Refused, match="broken"):
            drawing.unpack(broken)


@pytest.mark.parametrize(
    ("form", "mode", "size"),
    [("JPEG", "RGB", (8000, 8000)), ("PNG", "RGBA", (3000, 3000)), ("WEBP", "RGB", (3000, 2000))],
)
def test_the_largest_take_less_than_100_mb(form: str, mode: str, size: tuple[int, int]) -> None:
    """What the program holds at its fullest, beside what it holds for a picture of a few dots."""
    large = peak(encoded(Image.new(mode, size, (200, 20, 20, 90)[: len(mode)]), form))
    assert large - peak(picture("PNG", (64, 64))) < 110_000


def peak(data: bytes) -> int:
    """kB of memory that the program holds at most for a picture."""
    code = (
        f"import runpy, sys\ntry:\n    runpy.run_path({drawing.__file__!r}, run_name='__main__')\n"
        "except SystemExit as end:\n    assert end.code == 0\n"
        "sys.stderr.write(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], input=data, capture_output=True, check=True)
    return int(done.stderr)
