"""A line over time as points. Where a figure is not shown, the line has a gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from participate.insight.rules.comparing import round_step

TICKS = 4
HIGHEST, OVER, UNDER = 16, 12, 24  # of the words at the last point: as far up as they go; from the point to their foot


@dataclass(frozen=True)
class Frame:
    """The room for a line: its left and top edge, its width and height."""

    left: int
    top: int
    width: int
    height: int

    @property
    def foot(self) -> int:
        return self.top + self.height


CHART = Frame(44, 26, 340, 154)
SPARK = Frame(3, 4, 112, 24)


@dataclass(frozen=True)
class Point:
    """A figure's place. `value` None: it is not shown, and stands on the axis as a mark."""

    x: int
    y: int
    value: int | None


@dataclass(frozen=True)
class Line:
    """A line as it is drawn. `runs`: the corners of each piece without a gap, as SVG wants them."""

    points: tuple[Point, ...]
    runs: tuple[str, ...]
    ticks: tuple[tuple[int, int], ...]  # (y, value)
    foot: int

    @property
    def last(self) -> Point | None:
        """The last point that is shown."""
        return next((each for each in reversed(self.points) if each.value is not None), None)

    @property
    def label_y(self) -> int:
        """Where the words of the last point stand: over a line that rises to it, under one that falls to it.

        There the line is not, and they cannot be taken for the words of the point before.
        """
        shown = [each.y for each in self.points if each.value is not None]
        falls = len(shown) > 1 and shown[-1] > shown[-2]
        if falls and shown[-1] + UNDER < self.foot:
            return shown[-1] + UNDER
        return max(shown[-1] - OVER, HIGHEST) if shown else HIGHEST

    @property
    def alone(self) -> tuple[Point, ...]:
        """Those that are shown between two that are not: no piece of the line leads to them."""
        told = [None, *(each.value for each in self.points), None]
        return tuple(
            each for at, each in enumerate(self.points)
            if each.value is not None and told[at] is None and told[at + 2] is None
        )  # fmt: skip


def line_of(values: Sequence[int | None], frame: Frame, most: int = 0) -> Line:
    """The points of a line from zero up. `most`: the highest value of all lines in the frame, if there are several."""
    tick = max(1, round(round_step(max([most, 1, *(value or 0 for value in values)]) / TICKS)))
    top = TICKS * tick
    step = frame.width / max(len(values) - 1, 1)
    points = tuple(
        Point(round(frame.left + step * number), frame.foot - round(frame.height * (value or 0) / top), value)
        for number, value in enumerate(values)
    )
    ticks = tuple((frame.foot - frame.height * number // TICKS, tick * number) for number in range(1, TICKS + 1))
    return Line(points, tuple(_runs(points)), ticks, frame.foot)


def _runs(points: Sequence[Point]) -> list[str]:
    runs: list[list[Point]] = [[]]
    for point in points:
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [" ".join(f"{each.x},{each.y}" for each in run) for run in runs if len(run) > 1]
