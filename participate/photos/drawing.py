"""A picture drawn anew: what comes out holds the picture and nothing that it said about itself.

Also a program of its own: `python drawing.py` reads the bytes of a picture and writes the drawn ones, with a memory and
a time that the system holds it to. Nobody trusts a decoder with what strangers send: it runs beside the site, never in
it. So this file imports nothing of the house.

Out come JPEGs, which every phone since the first can show: `large` (up to 1600 px), `small` (480 px, about 40 KB) and
`tile` (192 px, square, for cards).
"""

import io
import json
import resource
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

LARGE, SMALL, TILE = 1600, 480, 192  # px
LEAST = 32  # px on the shorter side, after it was made to fit
LARGE_BYTES, SMALL_BYTES, TILE_BYTES = 300_000, 40_000, 12_000  # about; a very busy picture may be more
QUALITIES = (80, 72, 64, 56, 48)
# How many million dots each form may have, so that drawing one takes less than 100 MB: a plain JPEG is read at a
# smaller scale and in lines, the others whole.
MOST_DOTS = {"JPEG": 64, "progressive": 15, "PNG": 9, "WEBP": 6}
MOST_SCANS = 64  # of a JPEG; an honest one has about ten
MOST_PROFILE = 1_000_000  # bytes of a colour profile
MEMORY = 400 * 2**20  # bytes of addresses, most of them the programs' own
SECONDS = 4  # of the processor
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
ORIENTATION = 0x0112  # the EXIF tag that says which side is up


class Refused(Exception):
    """This cannot be drawn. `why`: "form" (not one of ours), "moving", "many" (dots), "broken" or "thin"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Drawn:
    """A picture drawn anew, as JPEGs; `width` and `height` in px are of `large`."""

    width: int
    height: int
    large: bytes
    small: bytes
    tile: bytes


def form_of(data: bytes) -> str:
    """JPEG, PNG or WEBP by its first bytes, whatever its name says. Raises Refused("form")."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    raise Refused("form")


def redraw(data: bytes) -> Drawn:
    """Draw the picture in `data` anew. Raises Refused.

    Only for what we made ourselves; of what comes from outside ask studio.redraw.
    """
    form = form_of(data)
    try:
        picture = _open(form, data)
        _check(form, picture, data)
        return _versions(_upright(picture))
    except Refused:
        raise
    except Exception as error:  # whatever a decoder stumbles over, the picture is broken
        raise Refused("broken") from error


def _open(form: str, data: bytes) -> Image.Image:
    readers: dict[str, Callable[..., Image.Image]] = {"JPEG": JpegImageFile, "PNG": PngImageFile, "WEBP": WebPImageFile}
    return readers[form](io.BytesIO(data))


def _check(form: str, picture: Image.Image, data: bytes) -> None:
    """By its head alone, before a single dot is read."""
    dots = picture.width * picture.height
    scans = data.count(b"\xff\xda") if form == "JPEG" else 0
    kind = "progressive" if picture.info.get("progressive") else form
    if dots > MOST_DOTS[kind] * 1_000_000 or scans > MOST_SCANS:
        raise Refused("many")
    if form != "JPEG" and getattr(picture, "n_frames", 1) > 1:
        raise Refused("moving")


def _fit(width: int, height: int, longest: int) -> tuple[int, int]:
    """The size with the same shape and no side longer than `longest`."""
    scale = min(1.0, longest / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _upright(picture: Image.Image) -> Image.Image:
    """The picture at its large size, in sRGB on white paper, the right way up. Raises Refused("thin")."""
    size = _fit(*picture.size, LARGE)
    if min(size) < LEAST:
        raise Refused("thin")
    picture.draft("RGB", size)
    picture.load()
    turn = UPRIGHT.get(_orientation(picture))
    profile = picture.info.get("icc_profile")
    if picture.mode == "P" or picture.info.get("transparency") is not None:
        picture = picture.convert("RGBA" if picture.info.get("transparency") is not None else "RGB")
    if picture.mode.startswith("I") or picture.mode == "F":
        picture = _of_sixteen_bits(picture)
    elif picture.mode in ("1", "LA", "PA"):
        picture = picture.convert("L" if picture.mode == "1" else "RGBA")
    picture = picture.resize(size, Image.Resampling.LANCZOS) if picture.size != size else picture
    picture = _on_paper(_in_srgb(picture, profile))
    return picture.transpose(turn) if turn is not None else picture


def _orientation(picture: Image.Image) -> int:
    try:
        return int(picture.getexif().get(ORIENTATION, 1))
    except Exception:  # a label that makes no sense says nothing
        return 1


def _of_sixteen_bits(picture: Image.Image) -> Image.Image:
    """Grey of 16 bits as grey of 8."""
    return picture.point(lambda value: value * (1 / 256)).convert("L")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as its profile means them; one that makes no sense is passed over."""
    if profile and len(profile) <= MOST_PROFILE and picture.mode in ("RGB", "RGBA", "CMYK", "L"):
        alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
        plain = picture.convert("RGB") if alpha is not None else picture
        try:
            meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            shown = ImageCms.profileToProfile(plain, meant, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except Exception:
            shown = None
        if shown is not None:
            if alpha is not None:
                shown.putalpha(alpha)
            return shown
    return picture


def _on_paper(picture: Image.Image) -> Image.Image:
    """Without holes: what was see-through is white."""
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _versions(picture: Image.Image) -> Drawn:
    small = picture.resize(_fit(*picture.size, SMALL), Image.Resampling.LANCZOS)
    tile = ImageOps.fit(small, (min(TILE, *small.size),) * 2, Image.Resampling.LANCZOS)
    return Drawn(
        *picture.size, large=_jpeg(picture, LARGE_BYTES), small=_jpeg(small, SMALL_BYTES), tile=_jpeg(tile, TILE_BYTES)
    )


def _jpeg(picture: Image.Image, most: int) -> bytes:
    """As a JPEG of about `most` bytes: as good as fits, never worse than the last of QUALITIES."""
    clean = Image.frombytes("RGB", picture.size, picture.tobytes())  # nothing hangs on it any more
    for quality in QUALITIES:
        out = io.BytesIO()
        clean.save(out, "JPEG", quality=quality, optimize=True, progressive=max(clean.size) > SMALL)
        if out.tell() <= most:
            break
    return out.getvalue()


def pack(drawn: Drawn) -> bytes:
    """A drawn picture as one piece: the length of a head, the head, the three versions."""
    parts = (drawn.large, drawn.small, drawn.tile)
    head = json.dumps([drawn.width, drawn.height, *map(len, parts)]).encode()
    return b"".join((struct.pack(">I", len(head)), head, *parts))


def unpack(packed: bytes) -> Drawn:
    """What `pack` made. Raises Refused("broken") for anything else."""
    try:
        length = struct.unpack(">I", packed[:4])[0]
        width, height, *lengths = json.loads(packed[4 : 4 + length])
        ends = [sum(lengths[: place + 1]) + 4 + length for place in range(3)]
        parts = [packed[end - size : end] for end, size in zip(ends, lengths, strict=True)]
        if [len(part) for part in parts] != lengths:
            raise Refused("broken")
        return Drawn(int(width), int(height), *parts)
    except (struct.error, ValueError, TypeError) as error:
        raise Refused("broken") from error


def _hold_to_limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no file
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """The picture from stdin, drawn, to stdout; or one word on stderr that says why not. 0, or 1 when refused."""
    _hold_to_limits()
    try:
        sys.stdout.buffer.write(pack(redraw(sys.stdin.buffer.read())))
        return 0
    except Refused as refused:
        sys.stderr.write(refused.why)
        return 1


if __name__ == "__main__":
    sys.exit(main())
