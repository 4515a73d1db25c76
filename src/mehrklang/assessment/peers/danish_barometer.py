"""The rule of the Danish Integrationsbarometer: the sign of the rounded difference to the base year.

Source: Udlændinge- og Integrationsministeriet: Det Nationale Integrationsbarometer, "Barometerbevægelser",
https://integrationsbarometer.dk/om-integrationsbarometeret/barometerbevaegelser. A goal has one or three indicators of
equal weight; positive, negative or unchanged is told by comparing the rounded figures, and where two of three agree
they decide. (Rounding may make the printed status and the printed development differ by one point; that is a note to
the reader there and no tolerance.)
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from mehrklang.assessment.peers.stretch import Stretch
from mehrklang.assessment.peers.view import PeerView, Progress

SYSTEM = "Dänisches Integrationsbarometer"
RULE = (
    "Vorzeichen der Differenz der auf ganze Punkte gerundeten Werte zum Ausgangsjahr. Bei drei Indikatoren entscheidet "
    "die Mehrheit. Die Zufallsschwankung bleibt außer Betracht."
)


def danish_barometer(stretches: Sequence[Stretch]) -> PeerView:
    """The class of one or three stretches; the number is the sum of the signs.

    >>> danish_barometer([Stretch(2015, Decimal("50.4"), 2020, Decimal("51.6"), wished=1)]).progress.value
    'deutlicher Fortschritt'
    >>> danish_barometer([Stretch(2015, Decimal("50.6"), 2020, Decimal("51.4"), wished=1)]).progress.value
    'unverändert'
    """
    signs = [_sign(stretch) for stretch in stretches]
    needed = len(signs) // 2 + 1
    for sign, progress in ((1, Progress.CLEAR), (-1, Progress.BACK)):
        if signs.count(sign) >= needed:
            return PeerView(SYSTEM, progress, Decimal(sum(signs)), RULE)
    return PeerView(SYSTEM, Progress.UNCHANGED, Decimal(sum(signs)), RULE)


def _sign(stretch: Stretch) -> int:
    difference = _whole(stretch.current) - _whole(stretch.base)
    if difference == 0:
        return 0
    return stretch.wished if difference > 0 else -stretch.wished


def _whole(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1), rounding=ROUND_HALF_UP)
