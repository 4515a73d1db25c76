"""Repräsentanz.

Repräsentanz = (Gruppe in X : alle in X) : (Gruppe : Bevölkerung). 1 heißt: so viele wie in der Bevölkerung. Bevölkerung
sind die, die dort sein könnten. Spannweite nach Koopman für das Verhältnis zweier Anteile.
"""

from mehrklang.catalogue import Layer
from mehrklang.indicators.layered import LayerParts
from mehrklang.indicators.layered.representation import represented
from tests.spec.layers import part
from tests.spec.notation import shown
from tests.spec.table import Row, table


@table(
    """
    | Gruppe im Rat | Rat | Gruppe | Bevölkerung | Repräsentanz | Rechnung                |
    |---------------|-----|--------|-------------|--------------|-------------------------|
    | 3             | 40  | 250    | 1.000       | 0,3          | (3 : 40) : (250 : 1.000)  |
    | 10            | 40  | 250    | 1.000       | 1            | (10 : 40) : (250 : 1.000) |
    | –             | 40  | 250    | 1.000       | 0            | (0 : 40) : (250 : 1.000)  |
    | 3             | 40  | .      | 1.000       | .            | (3 : 40) : (. : 1.000)    |
    """
)
def test_representation_is_a_ratio_of_shares(row: Row) -> None:
    """Rechnung."""
    parts = [part(row[name]) for name in ("Gruppe im Rat", "Rat", "Gruppe", "Bevölkerung")]
    found = represented([LayerParts(Layer("Rat", ()), *parts)]).outcome
    assert (shown(found.figure), found.formula) == (row["Repräsentanz"], row["Rechnung"])
