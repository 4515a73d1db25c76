"""From protected cells to indicator values: one file per kind, each with formula, source and a worked example.

Only protected cubes come in. Numerator and denominator stay with the value; nothing is rounded here.
"""

from mehrklang.indicators.value import IndicatorValue, Series

__all__ = ["IndicatorValue", "Series"]
