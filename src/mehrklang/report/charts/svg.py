"""Writing SVG as text: escaped, with short numbers, and the same bytes for the same picture.

Presentation attributes only: no style attribute, no style element, no script, so that a page with a strict content
security policy may carry the picture inline.
"""

import re
from html import escape

Attribute = str | float | None

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, /, *children: str, **attributes: Attribute) -> str:
    """One element; `class_` becomes class, underscores become hyphens, None leaves an attribute out.

    >>> element("line", x1=0, x2=10.006, stroke_width=1.5, class_="grid", id=None)
    '<line x1="0" x2="10.01" stroke-width="1.5" class="grid"/>'
    """
    written = "".join(f' {_attribute(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    body = "".join(children)
    return f"<{name}{written}>{body}</{name}>" if body else f"<{name}{written}/>"


def words(text: str) -> str:
    """Text as content of an element, without characters that XML forbids.

    >>> words('a < b & "c"' + chr(0))
    'a &lt; b &amp; &quot;c&quot;'
    """
    return escape(_NOT_IN_XML.sub("", text))


def number(value: float) -> str:
    """At most two decimals, no trailing zeros, no negative zero.

    >>> number(1.0), number(2 / 3), number(-0.001)
    ('1', '0.67', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def points(*corners: tuple[float, float]) -> str:
    """Corners as the attribute of a polyline or polygon.

    >>> points((0, 1.5), (2, 3))
    '0,1.5 2,3'
    """
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def label(x: float, y: float, text: str, **attributes: Attribute) -> str:
    """A text whose baseline starts at (x, y)."""
    return element("text", words(text), x=x, y=y, fill="currentColor", **attributes)


def line(start: tuple[float, float], end: tuple[float, float], **attributes: Attribute) -> str:
    """A straight line in the current colour."""
    return element("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke="currentColor", **attributes)


def root(*body: str, width: float, height: float, name: str, title: str, description: str) -> str:
    """The whole picture: an image with a name and a description, both of which screen readers read."""
    return element(
        "svg",
        element("title", words(title), id=f"{name}-titel"),
        element("desc", words(description), id=f"{name}-text"),
        *body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_labelledby=f"{name}-titel {name}-text",
        class_="chart",
        font_family="Fira Sans, Arial, Helvetica, sans-serif",
        font_size=13,
        fill="none",
    )


def _attribute(key: str) -> str:
    return "viewBox" if key == "viewBox" else _CAMEL.get(key, key.rstrip("_").replace("_", "-"))


def _value(value: str | float) -> str:
    return words(value) if isinstance(value, str) else number(value)


_CAMEL = {"pattern_units": "patternUnits"}
