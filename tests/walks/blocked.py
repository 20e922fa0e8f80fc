"""One neighbour chooses, through the page, not to meet another: from then on neither finds the other anywhere."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.walks.walk import Hands, Walk

# What a person opens to find people: suggestions, ideas, a project, its team, who comes, introductions, letters.
LISTS = (
    "/for-you", "/for-you?kind=person", "/ideas", "/projects/{project}", "/projects/{project}/team", "/introductions",
    "/introductions?hosted=1", "/sessions/{session}", "/sessions/{session}/coming", "/letters-to-me", "/mine",
    "/mine/done-for-me", "/materials", "/spaces", "/organisations/{organisation}", "/ideas/{idea}",
    "/find?words={name}",
)  # fmt: skip
ENOUGH = 3


@dataclass
class Blocked(Walk):
    """Amina does not want to meet Chidi any more, whose idea she read."""

    hands: Callable[[str], Hands]
    ids: dict[str, int]

    def pages_with(self, reader: str, other: str) -> set[str]:
        """The lists on which the reader finds the other's name."""
        found = set()
        for path in LISTS:
            page = path.format(**self.ids, name=other)
            try:
                source = self.of(reader).read(page)
            except AssertionError:
                continue  # it is not for her, or not there for her any more
            main = source.partition("<main")[2]
            main = re.sub(r"<(input|textarea|h1|title)[^>]*>[^<]*", "", main)  # what she typed herself
            found |= {page} if re.search(rf"\b{other}\b", main) else set()
        return found

    def choose(self) -> None:
        """From where a report is offered; what it does is said once more."""
        amina = self.of("amina")
        report = amina.read(f"/report/idea/{self.ids['idea']}")
        assert "They are never told" in report
        link = re.search(r'href="(/apart/[^"]+)"', report)
        assert link is not None
        assert "Chidi" not in amina.read(link.group(1))
        assert amina.fill(link.group(1), {}) == "/mine/apart"
        assert "Chidi" in amina.read("/mine/apart")

    def go(self) -> None:
        """Before: each finds the other. After: nowhere, and he reads nothing about it. Taken back: as before."""
        before = {pair: self.pages_with(*pair) for pair in (("amina", "Chidi"), ("chidi", "Amina"))}
        assert all(len(pages) >= ENOUGH for pages in before.values()), before
        self.choose()
        for pair in before:
            assert self.pages_with(*pair) == set(), pair
        chidi = self.of("chidi")
        for page in ("/mine/apart", "/mine/account", "/mine/done-for-me", "/letters-to-me"):
            assert "Amina" not in chidi.read(page), page
        assert "Nobody." in chidi.read("/mine/apart")
        self.of("amina").fill("/mine/apart", {}, to="/end")
        for pair, pages in before.items():
            assert self.pages_with(*pair) == pages, pair
