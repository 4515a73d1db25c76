"""Was offen bleibt.

Gesperrt ist eine kleine Fallzahl erst dann, wenn sie sich aus allem Veröffentlichten nicht eingrenzen lässt: Für sie müssen
wenigstens zwei Werte möglich bleiben, die sich um die Schutzbreite des Regelsatzes unterscheiden. Alle kennen alle Summen
und alle früheren Veröffentlichungen. Wo Nullen gezeigt werden, wissen alle, dass eine gesperrte Zahl mindestens eins ist.
Ob eine gesperrte Zahl selbst klein ist oder nur zum Schutz einer anderen fehlt, steht nirgends: Auch das würde eingrenzen.
"""

import pytest

from mehrklang.cubes.raw import Relation
from mehrklang.disclosure import DisclosureError, History, protect
from mehrklang.disclosure.attack import interval
from mehrklang.disclosure.audit import published
from mehrklang.disclosure.history import NOTHING_BEFORE
from mehrklang.disclosure.intake import intake
from mehrklang.vocabulary import Breakdown
from tests.factories.cubes import key, raw, rules
from tests.spec.notation import figure
from tests.spec.table import Row, table

_NAMES = ("A", "B", "C", "D")
_PARTS = {name: key("personen", "2024", where=Breakdown.of({"Gruppe": name})) for name in _NAMES}
_TOTAL = key("personen", "2024")


@table(
    """
    | A   | B   | C   | D   | kleinster möglicher Wert von A | größter möglicher Wert von A |
    |-----|-----|-----|-----|--------------------------------|------------------------------|
    | 1   | 5   | 50  | 60  | 1                              | 5                            |
    | 2   | 5   | 50  | 60  | 1                              | 6                            |
    | 2   | 1   | 50  | 60  | 1                              | 2                            |
    | 1   | 1   | 50  | 60  | 1                              | 50                           |
    """
)
def test_small_counts_keep_several_possible_values(row: Row) -> None:
    """Mögliche Werte.

    Mindestfallzahl 3; veröffentlicht werden die Summe und die großen Teile. In der letzten Zeile wären A und B allein zu
    erraten (zusammen zwei, jede mindestens eins); darum fällt C mit. Der größte Wert wird höchstens um 50 über dem wahren
    gesucht.
    """
    numbers = {name: int(row[name]) for name in _NAMES}
    cells = {_TOTAL: figure(str(sum(numbers.values()))), **{_PARTS[name]: figure(row[name]) for name in _NAMES}}
    cube_raw = raw(cells, Relation(_TOTAL, tuple(_PARTS.values())))
    cube = protect(cube_raw, rules(3))
    numbered, _ = intake(cube_raw, rules(3), NOTHING_BEFORE, frozenset())
    public = published(numbered, {cell: cube.cell(cell) for cell in cube})
    found = interval(numbered, public, numbered.keys.index(_PARTS["A"]))
    assert str(numbers["A"] - found.below) == row["kleinster möglicher Wert von A"]
    assert str(numbers["A"] + found.above) == row["größter möglicher Wert von A"]


@table(
    """
    | A | B | C  | D  | früher veröffentlicht | Ergebnis                    |
    |---|---|----|----|-----------------------|-----------------------------|
    | 2 | 5 | 50 | 60 |                       | B fehlt                     |
    | 2 | 5 | 50 | 60 | B                     | C fehlt                     |
    | 2 | 5 | 50 | 60 | B, C                  | D fehlt                     |
    | 2 | 5 | 50 | 60 | B, C, D               | Summe fehlt                 |
    | 2 | 5 | 50 | 60 | B, C, D, Summe        | nichts wird freigegeben     |
    """
)
def test_what_was_published_cannot_be_taken_back(row: Row) -> None:
    """Frühere Veröffentlichungen.

    Was schon heraus ist, kann nichts mehr verdecken. Bleibt kein Weg, so wird der ganze Würfel nicht freigegeben.
    """
    keys = {**_PARTS, "Summe": _TOTAL}
    numbers = {name: int(row[name]) for name in _NAMES}
    cells = {keys[name]: figure(str(number)) for name, number in {**numbers, "Summe": sum(numbers.values())}.items()}
    cube_raw = raw(cells, Relation(_TOTAL, tuple(_PARTS.values())))
    history = History({keys[name]: cells[keys[name]] for name in row["früher veröffentlicht"].split(", ") if name})
    if row["Ergebnis"] == "nichts wird freigegeben":
        with pytest.raises(DisclosureError):
            protect(cube_raw, rules(3), history=history)
        return
    cube = protect(cube_raw, rules(3), history=history)
    gone = [name for name, cell in keys.items() if name != "A" and not cube.cell(cell).figure.known]
    assert f"{', '.join(gone)} fehlt" == row["Ergebnis"]
