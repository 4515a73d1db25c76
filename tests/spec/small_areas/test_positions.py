"""Status und Dynamik.

Jedes Gebiet wird mit dem Wert der Stadt verglichen, gemessen in Standardabweichungen zwischen den Gebieten (gewichtet mit
der Bevölkerung). Status: mehr als 1 auf der günstigen Seite „günstiger“, bis 1 „im Bereich der Stadt“, über 1 bis 1,5 auf
der ungünstigen Seite „ungünstiger“, darüber „deutlich ungünstiger“. Dynamik: ebenso mit der Veränderung, drei Klassen mit
Grenzen bei 1. Gebiete unter 300 Einwohnerinnen und Einwohnern werden nicht eingeordnet, ebenso keine Stadt mit weniger
als 5 Gebieten. Die Einordnung beschreibt Lebensumstände in Gebieten; sie ist keine Rangfolge.
"""

from decimal import Decimal
from fractions import Fraction
from inspect import cleandoc

from mehrklang.assessment.small_areas import POSITION_RULE, Place, positions
from mehrklang.catalogue import Direction
from tests.spec.notation import figure, number
from tests.spec.table import Row, table


def test_the_rule_of_the_handbook_is_the_one_that_is_printed() -> None:
    assert " ".join(POSITION_RULE.split()) in " ".join(cleandoc(__doc__ or "").split())


_OTHERS = [Place(str(at), Decimal(1000), figure(str(20 + at)), figure(str(18 + at))) for at in (-4, -2, 2, 4)]
_CITY = Place("stadt", Decimal(5000), figure("20"), figure("18"))


def _by_hand(row: Row, *, low: bool) -> list[str]:
    """The classes from the printed numbers with fractions alone: z² = (value − city)² : s², without a root."""
    others = [(1000, 20 + at, 18 + at) for at in (-4, -2, 2, 4)]
    residents, before, now = (row[head].replace(".", "") for head in ("Einwohner", "Wert früher", "Wert heute"))
    if int(residents) < 300 or not now:
        return ["", ""]
    values = [(n, value, value - 20) for n, value, _ in others] + [(int(residents), int(now), int(now) - 20)]
    squares = Fraction(sum(n * distance**2 for n, _, distance in values), sum(n for n, _, _ in values))
    status = _class(int(now) - 20, squares, low=low, cuts=(Fraction(-3, 2), Fraction(-1), Fraction(1)))
    names = [
        "deutlich ungünstiger als die Stadt",
        "ungünstiger als die Stadt",
        "im Bereich der Stadt",
        "günstiger als die Stadt",
    ]
    if not before:
        return [names[status], ""]
    moves = [(n, value - earlier - 2) for n, value, earlier in others] + [(int(residents), int(now) - int(before) - 2)]
    spread = Fraction(sum(n * move**2 for n, move in moves), sum(n for n, _ in moves))
    dynamics = _class(int(now) - int(before) - 2, spread, low=low, cuts=(Fraction(-1), Fraction(1)))
    words = [
        "ungünstigere Entwicklung als die Stadt",
        "Entwicklung wie die Stadt",
        "günstigere Entwicklung als die Stadt",
    ]
    return [names[status], words[dynamics]]


def _class(distance: int, squares: Fraction, *, low: bool, cuts: tuple[Fraction, ...]) -> int:
    """How many cuts lie below the signed z; the cut itself belongs to the class nearer to the city."""
    signed = -distance if low else distance
    square = signed * abs(signed)
    return sum(square > cut * abs(cut) * squares if cut > 0 else square >= cut * abs(cut) * squares for cut in cuts)


@table(
    """
    | erwünscht | Einwohner | Wert früher | Wert heute | Status                             | Dynamik                                |
    |-----------|-----------|-------------|------------|------------------------------------|----------------------------------------|
    | hoch      | 1.000     | 18          | 20         | im Bereich der Stadt               | Entwicklung wie die Stadt              |
    | hoch      | 1.000     | 18          | 28         | günstiger als die Stadt            | günstigere Entwicklung als die Stadt   |
    | hoch      | 1.000     | 13          | 15         | ungünstiger als die Stadt          | Entwicklung wie die Stadt              |
    | hoch      | 1.000     | 18          | 12         | deutlich ungünstiger als die Stadt | ungünstigere Entwicklung als die Stadt |
    | niedrig   | 1.000     | 18          | 28         | deutlich ungünstiger als die Stadt | ungünstigere Entwicklung als die Stadt |
    | Kontext   | 1.000     | 18          | 28         |                                    |                                        |
    | hoch      | 250       | 18          | 28         |                                    |                                        |
    | hoch      | 1.000     | 18          | .          |                                    |                                        |
    | hoch      | 1.000     | .           | 28         | günstiger als die Stadt            |                                        |
    """
)
def test_an_area_against_its_city(row: Row) -> None:
    """Ein Gebiet neben vier anderen mit 16, 18, 22 und 24; die Stadt steigt von 18 auf 20."""
    direction = {"hoch": Direction.HIGH_IS_GOOD, "niedrig": Direction.LOW_IS_GOOD, "Kontext": Direction.CONTEXT}
    place = Place("hier", number(row["Einwohner"]), figure(row["Wert heute"]), figure(row["Wert früher"]))
    found = positions([place, *_OTHERS], _CITY, direction[row["erwünscht"]])[0]
    if direction[row["erwünscht"]] is not Direction.CONTEXT:
        assert [row["Status"], row["Dynamik"]] == _by_hand(row, low=row["erwünscht"] == "niedrig")
    assert (found.status.label if found.status else "") == row["Status"]
    assert (found.dynamics.label if found.dynamics else "") == row["Dynamik"]
    assert bool(found.reason) == (found.status is None)
