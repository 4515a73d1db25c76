"""Reading a drawn picture back: its elements, texts and titles."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def parse(svg: str) -> ET.Element:
    """The root element; a picture that is not well-formed XML fails here."""
    return ET.fromstring(svg)  # noqa: S314 — the text was made by the test itself


def elements(svg: str, name: str, hook: str = "") -> list[ET.Element]:
    """All elements of a name, inside groups of a class if one is given."""
    root = parse(svg)
    groups = [g for g in root.iter(f"{SVG}g") if g.get("class") == hook] if hook else [root]
    return [found for group in groups for found in group.iter(f"{SVG}{name}")]


def texts(svg: str) -> list[str]:
    """What is written in the picture."""
    return [element.text or "" for element in elements(svg, "text")]


def notes(svg: str) -> list[str]:
    """The titles of its parts, which screen readers and pointers find."""
    return [element.text or "" for element in elements(svg, "title")]


def corners(svg: str, hook: str) -> Iterator[list[tuple[float, float]]]:
    """The corners of each line of a series."""
    for line in elements(svg, "polyline", hook):
        pairs = (pair.split(",") for pair in (line.get("points") or "").split())
        yield [(float(x), float(y)) for x, y in pairs]
