"""Drawn pictures that stand for photos: flat inks, in the manner of the motifs. Nobody is in them."""

import io
from collections.abc import Callable

from PIL import Image, ImageDraw

from participate.photos.drawing import LARGE

SIZE = LARGE, LARGE * 2 // 3  # px
SHOWN = 1200  # px: drawn larger and made smaller, edges are smooth
INK, CREAM, PAPER, WOOD, DARK = "#211c17", "#fbf5e7", "#f3ead5", "#cf8b57", "#8a5a35"
RED, GREEN, LEAF, YELLOW, BLUE, PINK, TEAL = "#e2553d", "#6fa653", "#4f8538", "#f8be3b", "#6fa9d6", "#f09da6", "#4fa69b"
LINE = 8

Pen = ImageDraw.ImageDraw


def picture(scene: str) -> bytes:
    """A scene as a PNG. Raises KeyError for one that there is not."""
    paper = Image.new("RGB", SIZE, CREAM)
    SCENES[scene](ImageDraw.Draw(paper))
    out = io.BytesIO()
    paper.resize((SHOWN, SHOWN * 2 // 3), Image.Resampling.BILINEAR).save(out, "PNG", compress_level=1)
    return out.getvalue()


def _kitchen(pen: Pen) -> None:
    pen.rectangle((0, 0, 1600, 1067), fill="#e9dcc0")
    for row in range(5):
        for column in range(11):
            x, y = column * 160 - 80 * (row % 2), 60 + row * 90
            pen.rectangle((x, y, x + 148, y + 78), fill=CREAM if (row + column) % 3 else "#dfe9e4")
    pen.rectangle((1080, 90, 1480, 420), fill=BLUE, outline=INK, width=LINE)
    pen.line((1280, 90, 1280, 420), fill=INK, width=LINE)
    pen.rectangle((0, 640, 1600, 700), fill=DARK, outline=INK, width=LINE)
    pen.rectangle((0, 700, 1600, 1067), fill=TEAL)
    pen.rectangle((250, 740, 780, 1030), fill=INK)
    pen.rectangle((300, 800, 730, 980), fill=YELLOW)
    for x in (330, 450, 570, 690):
        pen.ellipse((x, 712, x + 30, 734), fill=CREAM)
    pen.rounded_rectangle((300, 430, 700, 640), 30, fill=RED, outline=INK, width=LINE)
    pen.rectangle((270, 410, 730, 450), fill=RED, outline=INK, width=LINE)
    for x in (380, 500, 620):
        pen.arc((x - 40, 230, x + 40, 320), 90, 270, fill=CREAM, width=14)
        pen.arc((x - 40, 310, x + 40, 400), 270, 90, fill=CREAM, width=14)
    for place, colour in enumerate((GREEN, YELLOW, PINK)):
        pen.rounded_rectangle(
            (900 + place * 130, 540, 1000 + place * 130, 640), 16, fill=colour, outline=INK, width=LINE
        )


def _hall(pen: Pen) -> None:
    pen.rectangle((0, 0, 1600, 620), fill=PAPER)
    for x in range(90, 1500, 380):
        pen.rectangle((x, 90, x + 230, 470), fill=BLUE, outline=INK, width=LINE)
        pen.line((x + 115, 90, x + 115, 470), fill=INK, width=LINE)
        pen.line((x, 280, x + 230, 280), fill=INK, width=LINE)
    pen.rectangle((0, 620, 1600, 1067), fill=WOOD)
    for x in range(-1600, 3200, 220):
        pen.line((800 + (x - 800) // 3, 620, x, 1067), fill=DARK, width=5)
    for row, y in enumerate((690, 830)):
        for column in range(7):
            x = 150 + column * 200 - row * 30
            wide = 90 + row * 30
            colour = (RED, TEAL, YELLOW)[column % 3]
            pen.rectangle((x, y - wide, x + wide, y), fill=colour, outline=INK, width=LINE)
            pen.rectangle((x - 8, y, x + wide + 8, y + 26), fill=colour, outline=INK, width=LINE)
            pen.line((x, y + 26, x - 8, y + 110), fill=INK, width=LINE)
            pen.line((x + wide, y + 26, x + wide + 8, y + 110), fill=INK, width=LINE)


def _garden(pen: Pen) -> None:
    pen.rectangle((0, 0, 1600, 560), fill="#cfe3ef")
    pen.ellipse((1250, 70, 1420, 240), fill=YELLOW)
    for x in range(0, 1600, 110):
        pen.polygon(((x, 340), (x + 45, 290), (x + 90, 340), (x + 90, 600), (x, 600)), fill=WOOD, outline=INK)
    pen.rectangle((0, 560, 1600, 1067), fill=GREEN)
    pen.rectangle((400, 420, 470, 800), fill=DARK, outline=INK, width=LINE)
    for box in ((180, 150, 520, 470), (360, 110, 720, 460), (270, 60, 600, 350)):
        pen.ellipse(box, fill=LEAF)
    for x, y in ((260, 260), (350, 160), (470, 240), (560, 330), (420, 380), (610, 230), (300, 370)):
        pen.ellipse((x, y, x + 46, y + 46), fill="#7a4b86", outline=INK, width=4)
    for row in range(3):
        y = 680 + row * 120
        pen.rectangle((860 - row * 40, y, 1520, y + 74), fill=DARK, outline=INK, width=LINE)
        for x in range(900 - row * 40, 1500, 90):
            pen.polygon(((x, y + 30), (x + 26, y - 40), (x + 52, y + 30)), fill=LEAF, outline=INK)
    pen.rectangle((90, 800, 640, 836), fill=RED, outline=INK, width=LINE)
    for x in (130, 580):
        pen.line((x, 836, x, 930), fill=INK, width=14)


def _workshop(pen: Pen) -> None:
    pen.rectangle((0, 0, 1600, 660), fill="#e4d3b4")
    for y in range(60, 640, 60):
        for x in range(60, 1600, 60):
            pen.ellipse((x, y, x + 9, y + 9), fill=WOOD)
    pen.rectangle((180, 120, 500, 190), fill=BLUE, outline=INK, width=LINE)
    pen.polygon(((500, 120), (820, 150), (500, 190)), fill=PAPER, outline=INK)
    pen.rectangle((950, 110, 1000, 420), fill=WOOD, outline=INK, width=LINE)
    pen.rectangle((880, 90, 1070, 170), fill="#7b8790", outline=INK, width=LINE)
    for place, colour in enumerate((RED, YELLOW, GREEN, TEAL)):
        x = 1180 + place * 90
        pen.rounded_rectangle((x, 110, x + 46, 240), 16, fill=colour, outline=INK, width=LINE)
        pen.rectangle((x + 17, 240, x + 29, 400), fill="#7b8790")
    pen.rectangle((0, 660, 1600, 740), fill=WOOD, outline=INK, width=LINE)
    pen.rectangle((140, 740, 230, 1067), fill=DARK, outline=INK, width=LINE)
    pen.rectangle((1370, 740, 1460, 1067), fill=DARK, outline=INK, width=LINE)
    pen.polygon(((480, 660), (560, 470), (860, 470), (940, 660)), fill=PAPER, outline=INK)
    pen.arc((600, 500, 820, 720), 180, 360, fill=INK, width=LINE)


def _drill(pen: Pen) -> None:
    pen.rectangle((0, 0, 1600, 1067), fill=PAPER)
    pen.rectangle((0, 760, 1600, 1067), fill=WOOD)
    pen.line((0, 760, 1600, 760), fill=INK, width=LINE)
    pen.rounded_rectangle((430, 280, 1000, 500), 60, fill=TEAL, outline=INK, width=LINE)
    pen.polygon(((620, 490), (840, 490), (790, 770), (570, 770)), fill=TEAL, outline=INK)
    pen.rounded_rectangle((520, 730, 870, 850), 24, fill=INK)
    pen.polygon(((1000, 320), (1110, 350), (1110, 430), (1000, 460)), fill="#7b8790", outline=INK)
    pen.rectangle((1110, 376, 1420, 404), fill="#9aa5ad", outline=INK, width=4)
    pen.rounded_rectangle((846, 520, 900, 600), 14, fill=RED, outline=INK, width=LINE)
    for place in range(5):
        pen.rectangle(
            (1040 + place * 80, 820 - place * 6, 1062 + place * 80, 960), fill="#7b8790", outline=INK, width=4
        )
    pen.rounded_rectangle((100, 840, 400, 980), 20, fill=YELLOW, outline=INK, width=LINE)


def _table(pen: Pen) -> None:
    pen.rectangle((0, 0, 1600, 1067), fill=GREEN)
    for place, colour in enumerate((RED, YELLOW, BLUE, PINK, TEAL, RED, YELLOW, BLUE)):
        x = place * 200
        pen.polygon(((x, 90), (x + 190, 90), (x + 95, 240)), fill=colour, outline=INK)
    pen.line((0, 90, 1600, 90), fill=INK, width=LINE)
    pen.polygon(((200, 420), (1400, 420), (1600, 960), (0, 960)), fill=CREAM, outline=INK)
    for x, y, wide, colour in (
        (340, 500, 150, RED), (700, 480, 170, YELLOW), (1080, 500, 150, TEAL), (240, 700, 210, WOOD),
        (680, 700, 230, PINK), (1130, 700, 210, BLUE),
    ):  # fmt: skip
        pen.ellipse((x, y, x + wide, y + wide * 6 // 10), fill=PAPER, outline=INK, width=LINE)
        pen.ellipse((x + 26, y + 18, x + wide - 26, y + wide * 6 // 10 - 22), fill=colour, outline=INK, width=4)


SCENES: dict[str, Callable[[Pen], None]] = {
    "kitchen": _kitchen, "hall": _hall, "garden": _garden, "workshop": _workshop, "drill": _drill, "table": _table,
}  # fmt: skip
