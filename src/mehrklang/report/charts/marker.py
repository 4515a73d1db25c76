"""Markers: shapes that tell series apart without colour. A hollow one says: limited reliability."""

from mehrklang.report.charts import svg
from mehrklang.report.charts.palette import PAPER

_OUTLINES = {
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "triangle": ((0, -1.15), (1.05, 0.8), (-1.05, 0.8)),
    "diamond": ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    "down": ((0, 1.15), (1.05, -0.8), (-1.05, -0.8)),
    "cross": (
        (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4),
        (0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
    ),
    "whisker": (
        (-0.7, -1.9), (0.7, -1.9), (0.7, -1.6), (0.15, -1.6), (0.15, 1.6), (0.7, 1.6),
        (0.7, 1.9), (-0.7, 1.9), (-0.7, 1.6), (-0.15, 1.6), (-0.15, -1.6), (-0.7, -1.6),
    ),
}  # fmt: skip


def draw(shape: str, place: tuple[float, float], *, radius: float = 4.0, hollow: bool = False, note: str = "") -> str:
    """One marker around a place; `note` is read and shown as its title. The shape "" draws nothing."""
    x, y = place
    title = (svg.element("title", svg.words(note)),) if note else ()
    paint: dict[str, str | float | None] = {"fill": "currentColor"}
    if hollow:
        paint = {"fill": PAPER, "stroke": "currentColor", "stroke_width": 1.8, "class_": "paper"}
    if not shape:
        return ""
    if shape == "ring":
        outer = svg.element("circle", cx=x, cy=y, r=radius * 1.5, stroke="currentColor", stroke_width=1.6)
        return outer + svg.element("circle", *title, cx=x, cy=y, r=radius * 0.6, fill="currentColor")
    if shape == "circle":
        return svg.element("circle", *title, cx=x, cy=y, r=radius, **paint)
    corners = svg.points(*((x + radius * dx, y + radius * dy) for dx, dy in _OUTLINES[shape]))
    return svg.element("polygon", *title, points=corners, **paint)


def sign(x: float, y: float, text: str, *, note: str, stroke: str = "currentColor") -> str:
    """A statistical sign in a small frame, so that even a point is seen; `note` is its reason."""
    box = svg.element("rect", x=x - 7, y=y - 7, width=14, height=14, rx=3, fill=PAPER, stroke=stroke, class_="paper")
    return svg.element(
        "g",
        svg.element("title", svg.words(note)),
        box,
        svg.label(x, y + 4, text, text_anchor="middle", font_size=12, font_weight=600),
        class_="sign",
    )


def letter(place: tuple[float, float], text: str) -> str:
    """The letter of a provisional, estimated or revised value above its marker; "" draws nothing."""
    if not text:
        return ""
    x, y = place
    return svg.label(x, y - 8, text, text_anchor="middle", font_size=11, font_style="italic")
