"""Verknüpfte Tabellen.

Zwei Quellen, die dieselben Personen zählen, werden wie eine Tabelle geschützt. Niemand muss das angeben: Stimmen zwei Spalten
überall überein, wo beide vorliegen, nimmt das Programm an, was jede Leserin annähme. Auch Summen, die niemand abgefragt hat,
werden verglichen.
"""

from dataclasses import replace

from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.bundle import Sheet
from mehrklang.disclosure.rates import numerators
from mehrklang.disclosure.together import shield_together
from mehrklang.vocabulary import Breakdown
from tests.factories.cubes import key, raw, rules
from tests.spec.notation import figure, number, shown
from tests.spec.table import Row, table

_TOTAL, _OTHERS = (key("einwohner", "2024", where=where) for where in (Breakdown(), Breakdown.of({"Pass": "andere"})))
_GERMANS = key("deutsche", "2024")


@table(
    """
    | Einwohner | Andere | Deutsche (2. Quelle) | gezeigt E | gezeigt A | gezeigt D |
    |-----------|--------|----------------------|-----------|-----------|-----------|
    | 62        | 12     | 50                   | 62        | 12        | 50        |
    | 52        | 2      | 50                   | 52        | .         | .         |
    """
)
def test_the_complement_in_another_source(row: Row) -> None:
    """Die Ergänzung steht in einer anderen Quelle.

    Mindestfallzahl 3. Die erste Quelle nennt Einwohner und Andere, die zweite die Deutschen.
    """
    rest = key("einwohner", "2024", where=Breakdown.of({"Pass": "deutsch"}))
    numbers = {_TOTAL: row["Einwohner"], _OTHERS: row["Andere"], rest: row["Deutsche (2. Quelle)"]}
    cells = {cell: figure(text) for cell, text in numbers.items()}
    first = replace(raw(cells, Relation(_TOTAL, (_OTHERS, rest))), hidden=frozenset({rest}))
    second = raw({_GERMANS: figure(row["Deutsche (2. Quelle)"])})
    one, two = (each.cube for each in shield_together([Sheet("a", first, rules(3)), Sheet("b", second, rules(3))]))
    found = (one.cell(_TOTAL).figure, one.cell(_OTHERS).figure, two.cell(_GERMANS).figure)
    assert [shown(each) for each in found] == [row[f"gezeigt {name}"] for name in "EAD"]


@table(
    """
    | Anteil | Nenner | Zähler von | bis |
    |--------|--------|------------|-----|
    | 2,3    | 87     | 2          | 2   |
    | 2,3    | 870    | 20         | 20  |
    | 2,3    | 8.700  | 196        | 204 |
    | 50     | 4      | 2          | 2   |
    """
)
def test_a_published_share_tells_the_numerator(row: Row) -> None:
    """Ein veröffentlichter Anteil verrät den Zähler.

    Zu einem Anteil r mit der kleinsten gezeigten Einheit u passen alle ganzen Zahlen von (r − u/2) · N / 100 bis (r + u/2) · N / 100. Ist es
    nur eine und die Zahl gesperrt, wird der Anteil nicht neben der eigenen Zählung gezeigt (B-SCHUTZ-08).
    """
    found = numerators(number(row["Anteil"]), number(row["Nenner"]))
    assert found == (number(row["Zähler von"]), number(row["bis"]))
