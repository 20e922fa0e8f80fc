"""QR codes: an address as a picture that a phone reads from paper."""

from io import BytesIO

import segno

QUIET = 4  # modules of white around it: without them many phones find nothing


def qr_svg(address: str) -> bytes:
    """The QR code of a whole address as SVG: error level M at least, so that it still reads with a crease or a drop
    of rain.
    """
    picture = BytesIO()
    made = segno.make(address, error="m", micro=False)
    made.save(
        picture, kind="svg", border=QUIET, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    return picture.getvalue()
