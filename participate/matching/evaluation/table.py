"""Figures as a table that a person can read."""

from collections.abc import Mapping

from participate.matching.evaluation.figures import Figures

PLACES = 6  # of a figure in JSON


def rounded(found: Mapping[str, Figures]) -> dict[str, Figures]:
    """The figures as they are written: six places tell two methods apart, more tell nothing."""
    return {method: {name: round(figure, PLACES) for name, figure in row.items()} for method, row in found.items()}


def table(found: Mapping[str, Figures]) -> str:
    """One line a method, one column a figure."""
    columns = list(next(iter(found.values())))
    lines = [["", *columns]]
    for method, row in found.items():
        lines.append([method, *(f"{row[name]:.3f}" if name in row else "-" for name in columns)])
    widths = [max(len(line[column]) for line in lines) for column in range(len(columns) + 1)]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]).rstrip() for line in lines
    )
