"""Status and dynamics of small areas (Status und Dynamik): where circumstances differ from the city, and how they move.

Four classes of status times three of dynamics, relative to the city's own value, as in social monitoring of cities. It
describes places for those who plan there; it orders neither areas nor people. Areas below a minimum population are not
classified. `stabilised` shares and rates (counts) and `fay_herriot` estimates (samples) stand beside the raw ones and
never replace them; `estimates` takes the method that suits an indicator's kind.
"""

from mehrklang.assessment.small_areas.estimates import (
    FEWEST_AREAS,
    METHODS,
    STABILISED_LABEL,
    WHY_STABILISED,
    Estimate,
    Smoothing,
    estimates,
)
from mehrklang.assessment.small_areas.fay_herriot import Composed, Sampled, fay_herriot
from mehrklang.assessment.small_areas.marshall import stabilised_rates
from mehrklang.assessment.small_areas.place import Dynamics, Place, Status
from mehrklang.assessment.small_areas.positions import POSITION_RULE, Position, positions
from mehrklang.assessment.small_areas.stabilised import Stabilised, stabilised

__all__ = [
    "FEWEST_AREAS",
    "METHODS",
    "POSITION_RULE",
    "STABILISED_LABEL",
    "WHY_STABILISED",
    "Composed",
    "Dynamics",
    "Estimate",
    "Place",
    "Position",
    "Sampled",
    "Smoothing",
    "Stabilised",
    "Status",
    "estimates",
    "fay_herriot",
    "positions",
    "stabilised",
    "stabilised_rates",
]
