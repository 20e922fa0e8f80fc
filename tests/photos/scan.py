"""What a JPEG says besides its picture."""

import struct

PLAIN = {0xDB, 0xC0, 0xC2, 0xC4, 0xDD, 0xDA}  # tables, frames and scans: the picture itself
JFIF = 0xE0


def beside_the_picture(data: bytes) -> list[str]:
    """Every segment of a JPEG that is not part of its picture, and whatever stands behind its end."""
    if data[:2] != b"\xff\xd8":
        return ["no JPEG"]
    found, place = [], 2
    while place < len(data):
        if data[place] != 0xFF:
            return [*found, f"loose bytes at {place}"]
        marker = data[place + 1]
        if marker == 0xD9:
            return found + (["something behind the end"] if place + 2 != len(data) else [])
        length = struct.unpack(">H", data[place + 2 : place + 4])[0]
        payload = data[place + 4 : place + 2 + length]
        if marker == JFIF and payload[:5] == b"JFIF\0" and len(payload) == 14:
            pass
        elif marker not in PLAIN:
            found.append(f"segment {marker:02x}: {payload[:12]!r}")
        place += 2 + length
        if marker == 0xDA:
            place = _behind_scan(data, place)
    return [*found, "no end"]


def _behind_scan(data: bytes, place: int) -> int:
    """Where the next marker stands; FF00 and the restart marks belong to the scan."""
    while place < len(data) - 1:
        if data[place] == 0xFF and data[place + 1] != 0 and not 0xD0 <= data[place + 1] <= 0xD7:
            return place
        place += 1
    return len(data)
