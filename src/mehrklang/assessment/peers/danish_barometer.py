"""The rule of the Danish Integrationsbarometer: the sign of the rounded difference to the base year.

Source: Udlændinge- og Integrationsministeriet: Det Nationale Integrationsbarometer, method notes. A goal has one or
three indicators; the majority of their signs decides, and one point counts as rounding.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from mehrklang.assessment.peers.stretch import Stretch
from mehrklang.assessment.peers.view import PeerView, Progress

SYSTEM = "Dänisches Integrationsbarometer"
RULE = (
    "Vorzeichen der Differenz der auf ganze Punkte gerundeten Werte zum Ausgangsjahr; ein Punkt gilt als Rundung. Bei "
    "drei Indikatoren entscheidet die Mehrheit. Die Zufallsschwankung bleibt außer Betracht."
)


def danish_barometer(stretches: Sequence[Stretch]) -> PeerView:
    """The class of one or three stretches; the number is the sum of the signs.

    >>> danish_barometer([Stretch(2015, Decimal("50.4"), 2020, Decimal("51.6"), wished=1)]).progress.value
    'deutlicher Fortschritt'
    >>> danish_barometer([Stretch(2015, Decimal("50.4"), 2020, Decimal("51.4"), wished=1)]).progress.value
    'unverändert'
    """
    signs = sum(_sign(stretch) for stretch in stretches)
    needed = len(stretches) // 2 + 1
    if abs(signs) < needed:
        return PeerView(SYSTEM, Progress.UNCHANGED, Decimal(signs), RULE)
    return PeerView(SYSTEM, Progress.CLEAR if signs > 0 else Progress.BACK, Decimal(signs), RULE)


def _sign(stretch: Stretch) -> int:
    difference = _whole(stretch.current) - _whole(stretch.base)
    if abs(difference) <= 1:
        return 0
    return stretch.wished if difference > 0 else -stretch.wished


def _whole(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1), rounding=ROUND_HALF_UP)
