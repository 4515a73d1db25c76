"""The legend of a map: its classes, and the patterns of what has no number."""

from collections.abc import Sequence
from dataclasses import dataclass

from mehrklang.report.charts import lettering, svg
from mehrklang.report.charts.classes import Classes
from mehrklang.report.charts.palette import DARK_FROM, PAPER, STEPS
from mehrklang.report.charts.size import Size
from mehrklang.vocabulary import Figure

RULE = "Klassen gleicher Breite mit runden Grenzen; wo für den Wert kein Platz ist, steht die Nummer der Klasse."
"""How the classes come about, printed below them."""

_BOX = (24.0, 14.0)
_STEP = 21.0


@dataclass(frozen=True, slots=True)
class Legend:
    """What is drawn, and the lower edge."""

    drawing: str
    bottom: float


def pattern_of(figure: Figure) -> str:
    """The name of the pattern: hatched where a number is kept secret, dotted where there is none."""
    return "gesperrt" if figure.reason and figure.reason.withheld else "fehlt"


def patterns(absent: Sequence[Figure], name: str) -> str:
    """The definitions of the patterns that occur."""
    drawings = {
        "gesperrt": svg.element("path", d="M-1 1L1 -1M0 8L8 0M7 9L9 7", stroke="currentColor", stroke_width=1.1),
        "fehlt": svg.element("circle", cx=4, cy=4, r=1.1, fill="currentColor"),
    }
    found = sorted({pattern_of(figure) for figure in absent})
    return svg.element("defs", *(_pattern(f"{name}-{kind}", drawings[kind]) for kind in found)) if found else ""


def draw(classes: Classes, absent: Sequence[Figure], *, size: Size, y: float, name: str) -> Legend:
    """Boxes with their limits, as many beside each other as fit, then the signs with their meaning."""
    longest = max((lettering.width(text) for text in classes.labels), default=0)
    columns = max(1, int(size.width / (longest + 48)))
    wide = size.width / columns
    drawn = []
    for at, text in enumerate(classes.labels):
        corner = (at % columns) * wide, y + (at // columns) * _STEP
        drawn.append(entry(corner, text, fill=STEPS[at], hook=f"step{at + 1}"))
        drawn.append(on_step((corner[0] + 1 + _BOX[0] / 2, corner[1] - 4), str(at + 1), at, small=True))
    y += -(-len(classes.labels) // columns) * _STEP
    for line in lettering.wrap(RULE, size.width - 8) if len(classes.labels) > 1 else ():
        drawn.append(svg.label(1, y, line, font_size=lettering.SMALL, class_="quiet"))
        y += 16
    y += 5 if len(classes.labels) > 1 else 0
    for figure in _each_once(absent):
        lines = lettering.wrap(_meaning(figure), size.width - 40)
        drawn.append(entry((0, y), *lines, fill=f"url(#{name}-{pattern_of(figure)})", hook="absent"))
        y += _STEP + (len(lines) - 1) * 16
    return Legend("".join(drawn), y - 4)


def on_step(place: tuple[float, float], text: str, step: int, *, small: bool = False) -> str:
    """A figure or the number of a class on the colour of its class, middle at the place."""
    dark = step >= DARK_FROM
    return svg.element(
        "text",
        svg.words(text),
        x=place[0],
        y=place[1] + 4,
        text_anchor="middle",
        font_size=10 if small else 12,
        font_weight=600,
        fill="#ffffff" if dark else "#1a1a1a",
        class_="on-dark" if dark else "on-light",
    )


def entry(corner: tuple[float, float], *lines: str, fill: str, hook: str) -> str:
    """One box with the lines of its meaning beside it."""
    x, y = corner
    box = svg.element(
        "rect", x=x + 1, y=y - 11, width=_BOX[0], height=_BOX[1], fill=fill, stroke="currentColor", class_=hook
    )
    return box + "".join(svg.label(x + 33, y + 16 * at, text) for at, text in enumerate(lines))


def _pattern(name: str, drawing: str) -> str:
    paper = svg.element("rect", width=8, height=8, fill=PAPER, class_="paper")
    return svg.element("pattern", paper, drawing, id=name, width=8, height=8, pattern_units="userSpaceOnUse")


def _each_once(absent: Sequence[Figure]) -> list[Figure]:
    return list({(figure.sign, figure.reason): figure for figure in absent}.values())


def _meaning(figure: Figure) -> str:
    assert figure.sign is not None  # only figures without a number come here
    assert figure.reason is not None  # and they have a reason
    return f"{figure.sign.value} – {figure.reason.meaning}"
