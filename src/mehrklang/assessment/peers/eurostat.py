"""The rule of Eurostat's reports on sustainable development.

Source: Eurostat: Sustainable development in the European Union, monitoring report (yearly): with a target the ratio of
actual to required compound annual growth, without one the growth itself. Read in Statistics Explained, "Overview of
status and progress of EU Member States towards the SDGs" (editions 2020 to 2023): annual growth rates over the past
five years. The thresholds with a target are those that Statistics Canada took over from Eurostat (Open SDG,
docs/progress-methodology.md). Those without a target are as the report is commonly described; its annex could not be
read.
"""

from decimal import Decimal

from mehrklang.assessment.peers.growth import annual_growth, towards_target
from mehrklang.assessment.peers.stretch import Stretch
from mehrklang.assessment.peers.view import PeerView, Progress
from mehrklang.assessment.target import Target

SYSTEM = "Eurostat"
YEARS = 5
"""The short term of the report."""
RULE = (
    "Durchschnittliche jährliche Veränderung der letzten fünf Jahre. Ohne Ziel: ab 1 % deutlicher, ab 0 % "
    "mäßiger Fortschritt, ab −1 % mäßiger, darunter deutlicher Rückschritt. Mit Ziel: Verhältnis der tatsächlichen "
    "zur nötigen Veränderung ab 95 %, ab 60 %, ab 0 %. Nur zwei Punkte zählen; die Zufallsschwankung bleibt außer "
    "Betracht."
)


def eurostat(stretch: Stretch, target: Target | None) -> PeerView:
    """The class of the stretch.

    >>> found = eurostat(Stretch(2015, Decimal(50), 2020, Decimal(51), wished=-1), None)
    >>> found.progress.value
    'Rückschritt'
    """
    if target is not None:
        ratio = towards_target(
            stretch.base, stretch.current, target.value, gone=stretch.years, whole=target.year - stretch.base_year
        )
        return PeerView(SYSTEM, _with_target(ratio), ratio, RULE)
    growth = annual_growth(stretch.base, stretch.current, stretch.years)
    signed = None if growth is None else stretch.wished * growth
    return PeerView(SYSTEM, _without_target(signed), signed, RULE)


def _with_target(ratio: Decimal | None) -> Progress:
    if ratio is None:
        return Progress.NOT_APPLICABLE
    if ratio >= Decimal("0.95"):
        return Progress.CLEAR
    if ratio >= Decimal("0.60"):
        return Progress.MODERATE
    return Progress.LITTLE if ratio >= 0 else Progress.BACK


def _without_target(growth: Decimal | None) -> Progress:
    if growth is None:
        return Progress.NOT_APPLICABLE
    one = Decimal("0.01")
    if growth >= one:
        return Progress.CLEAR
    if growth >= 0:
        return Progress.MODERATE
    return Progress.BACK if growth >= -one else Progress.CLEARLY_BACK
