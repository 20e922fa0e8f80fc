"""Twenty-five pictures that somebody might send in bad faith, or by mistake (S-55). Made here, so that none is kept."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from tests.photos.making import encoded, picture

CANARY = b"51.54857N-canary"  # where somebody lives, as it would stand in a file
PHP = b"<?php system($_GET['c']); ?>"
SCRIPT = b"<script>alert(document.domain)</script>"


@dataclass(frozen=True)
class Hostile:
    """A file as it is sent: its name, its bytes, and the word that refuses it; "" where it is drawn anew."""

    name: str
    data: bytes
    why: str = ""


def _exif_gps() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = CANARY.decode()
    exif[0x013B] = "Amina Rahman"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 32.0, 54.8), 3: "E", 4: (0.0, 8.0, 6.5)})
    return picture(exif=exif)


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload


def _with_segment(marker: int, payload: bytes) -> bytes:
    plain = picture()
    return plain[:2] + _segment(marker, payload) + plain[2:]


def _chunk(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def _with_chunk(kind: bytes, payload: bytes) -> bytes:
    plain = picture("PNG")
    return plain[:33] + _chunk(kind, payload) + plain[33:]


def _xmp_png() -> bytes:
    said = PngInfo()
    said.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{CANARY.decode()}</x:xmpmeta>", zip=True)
    said.add_text("Comment", CANARY.decode())
    return picture("PNG", pnginfo=said)


def _huge_png(width: int, height: int) -> bytes:
    """A few hundred bytes that say they are very many dots."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 10_000)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _moving(form: str, frames: int, side: int = 64, **more: object) -> bytes:
    stills = [Image.new("RGB", (side, side), (n % 256, n // 256, 90)) for n in range(frames)]
    return encoded(stills[0], form, save_all=True, append_images=stills[1:], **more)


def _zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("photo.jpg", b"\0" * 20_000_000)
    return out.getvalue()


def _scan_bomb() -> bytes:
    """A JPEG that asks to be gone over two thousand times."""
    plain = picture("JPEG", progressive=True)
    scan = plain[plain.rindex(b"\xff\xda") : -2]
    return plain[:-2] + scan * 2_000 + plain[-2:]


def _heic() -> bytes:
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 500


def _profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


MAKERS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "where it was taken": ("IMG_0001.jpg", _exif_gps, ""),
    "XMP and words in a PNG": ("shot.png", _xmp_png, ""),
    "IPTC": ("iptc.jpg", lambda: _with_segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04" + CANARY), ""),
    "XMP in a JPEG": ("xmp.jpg", lambda: _with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + CANARY), ""),
    "a comment": ("comment.jpg", lambda: picture(comment=CANARY), ""),
    "a colour profile that lies": ("icc.jpg", lambda: picture(icc_profile=_profile()[:200] + CANARY * 3_000), ""),
    "a colour profile that unpacks for ever": (
        "icc.png", lambda: _with_chunk(b"iCCP", b"x\0\0" + zlib.compress(b"\0" * 30_000_000)), "broken",
    ),
    "words that unpack for ever": (
        "text.png", lambda: _with_chunk(b"zTXt", b"x\0\0" + zlib.compress(b"\0" * 80_000_000)), "broken",
    ),
    "a GIF that is a script": ("fun.gif", lambda: b"GIF89a=1;alert(1)//" + b"\0" * 200, "form"),
    "a drawing with a script": ("logo.svg", lambda: b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT, "form"),
    "a page called .jpg": ("page.jpg", lambda: b"<!doctype html>" + SCRIPT, "form"),
    "a program called .jpg": ("shell.jpg", lambda: PHP, "form"),
    "a picture with a program behind": ("shell.php.jpg", lambda: picture() + PHP + SCRIPT, ""),
    "two endings": ("photo.jpg.php", picture, ""),
    "a name that climbs": ("../../../../etc/cron.d/x.jpg", lambda: picture(ink="navy"), ""),
    "a name of 300 letters": ("x" * 300 + ".jpg", picture, ""),
    "30,000 by 30,000": ("huge.png", lambda: _huge_png(30_000, 30_000), "many"),
    "more dots than a number holds": ("huge2.png", lambda: _huge_png(2**31 - 1, 2**31 - 1), "many"),
    "cut off": ("cut.jpg", lambda: picture(size=(1200, 900), quality=95)[:9_000], "broken"),
    "a film of 5,000 frames": (
        "film.webp", lambda: _moving("WEBP", 5_000, side=16, duration=10, quality=1, method=0), "moving",
    ),
    "a moving PNG": ("film.png", lambda: _moving("PNG", 30, duration=10), "moving"),
    "gone over 2,000 times": ("scans.jpg", _scan_bomb, "many"),
    "a HEIC": ("IMG_0002.HEIC", _heic, "form"),
    "nothing": ("empty.jpg", lambda: b"", "form"),
    "a zip bomb": ("photos.zip.jpg", _zip_bomb, "form"),
}  # fmt: skip


def hostile(said: str) -> Hostile:
    """The file of one of MAKERS."""
    name, make, why = MAKERS[said]
    return Hostile(name, make(), why)
