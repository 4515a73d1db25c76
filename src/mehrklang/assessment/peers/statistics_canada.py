"""The rule of Statistics Canada, as in Open SDG 2.4: compound annual growth from the base year to the newest value.

Source: Open SDG, repository open-sdg/sdg-build, file sdg/ProgressMeasure.py: thresholds 0.015, 0.005, 0 without and
0.95, 0.60, 0 with a target, growth (current : base)^(1 : years) − 1, the target counts as achieved as soon as the
newest value meets it. Two points decide; a sign of the wished direction is put before the growth. Not taken over: the
lower thresholds near a natural limit, which that programme applies only where an office sets one.
"""

from decimal import Decimal

from mehrklang.assessment.path import meets
from mehrklang.assessment.peers.growth import annual_growth, towards_target
from mehrklang.assessment.peers.stretch import Stretch
from mehrklang.assessment.peers.view import PeerView, Progress
from mehrklang.assessment.target import Target

SYSTEM = "Statistics Canada / Open SDG 2.4"
RULE = (
    "Durchschnittliche jährliche Veränderung vom Basisjahr zum neuesten Wert. Ohne Ziel: ab 1,5 % deutlicher, ab 0,5 % "
    "mäßiger, ab 0 % geringer Fortschritt, sonst Rückschritt. Mit Ziel: Verhältnis der tatsächlichen zur nötigen "
    "Veränderung ab 0,95, ab 0,60, ab 0. Nur zwei Punkte zählen; die Zufallsschwankung bleibt außer Betracht."
)


def statistics_canada(stretch: Stretch, target: Target | None) -> PeerView:
    """The class of the stretch.

    >>> found = statistics_canada(Stretch(2015, Decimal(50), 2020, Decimal(55), wished=1), None)
    >>> found.progress.value, round(found.number, 4)
    ('deutlicher Fortschritt', Decimal('0.0192'))
    """
    if target is not None:
        if meets(target.operator, stretch.current, target.value):
            return PeerView(SYSTEM, Progress.REACHED, None, RULE)
        ratio = towards_target(
            stretch.base, stretch.current, target.value, gone=stretch.years, whole=target.year - stretch.base_year
        )
        return PeerView(SYSTEM, _progress(ratio, Decimal("0.95"), Decimal("0.60")), ratio, RULE)
    growth = annual_growth(stretch.base, stretch.current, stretch.years)
    signed = None if growth is None else stretch.wished * growth
    return PeerView(SYSTEM, _progress(signed, Decimal("0.015"), Decimal("0.005")), signed, RULE)


def _progress(number: Decimal | None, clear: Decimal, moderate: Decimal) -> Progress:
    if number is None:
        return Progress.NOT_APPLICABLE
    if number >= clear:
        return Progress.CLEAR
    if number >= moderate:
        return Progress.MODERATE
    return Progress.LITTLE if number >= 0 else Progress.BACK
