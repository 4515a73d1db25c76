"""Kinds that need more than two cells: mean and median of classes, index, standardised rate, decomposition, parity,
coverage, weighted survey answers.

One file per kind, each a pure function over figures with formula, source and worked example; what is withheld in one
part is withheld in the result. How a definition binds them stands in `layered` and in `derive`.
"""

from mehrklang.indicators.composition.coverage import coverage, participation
from mehrklang.indicators.composition.grouped import ValueClass, mean_of_classes, median_of_classes
from mehrklang.indicators.composition.index import Component, composite, index
from mehrklang.indicators.composition.kitagawa import Decomposition, kitagawa
from mehrklang.indicators.composition.parity import representation
from mehrklang.indicators.composition.standardised import directly_standardised, indirectly_standardised
from mehrklang.indicators.composition.stratum import Stratum
from mehrklang.indicators.composition.survey import Answer, SurveyShare, survey_share

__all__ = [
    "Answer",
    "Component",
    "Decomposition",
    "Stratum",
    "SurveyShare",
    "ValueClass",
    "composite",
    "coverage",
    "directly_standardised",
    "index",
    "indirectly_standardised",
    "kitagawa",
    "mean_of_classes",
    "median_of_classes",
    "participation",
    "representation",
    "survey_share",
]
