"""A page as a reader meets it: parsed once, so that checks can ask about headings, names and labels."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
NAMED = ("aria-label", "aria-labelledby", "title")


@dataclass
class Element:
    """One element: its tag, attributes, the text inside and the element around it."""

    tag: str
    attrs: dict[str, str]
    parent: "Element | None"
    text: str = ""
    children: list["Element"] = field(default_factory=list)

    def inside(self, tag: str) -> bool:
        """Whether an element with this tag is around it."""
        return self.parent is not None and (self.parent.tag == tag or self.parent.inside(tag))

    @property
    def words(self) -> str:
        """The text as one line."""
        return " ".join(self.text.split())


class Looked(HTMLParser):
    """The elements of a page in order. `elements(tag…)` finds them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.all: list[Element] = []
        self.open: list[Element] = []
        self.texts: list[str] = []
        self.unclosed: list[str] = []
        self.feed(html)
        self.close()
        self.unclosed += [each.tag for each in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self.open[-1] if self.open else None
        element = Element(tag, {name: value or "" for name, value in attrs}, parent)
        self.all.append(element)
        if parent is not None:
            parent.children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        for element in self.open:
            element.text += data

    def elements(self, *tags: str) -> list[Element]:
        """Every element with one of these tags, in order."""
        return [each for each in self.all if each.tag in tags]

    @property
    def ids(self) -> list[str]:
        """Every id, as often as it stands there."""
        return [each.attrs["id"] for each in self.all if "id" in each.attrs]

    @property
    def whole(self) -> bool:
        """Whether this is a whole page and not a part of one."""
        return bool(self.elements("html"))
