"""Small prospects for the worked examples of this room."""

from decimal import Decimal

from mehrklang.catalogue import Access, Cadence, Supply, load
from mehrklang.package.monitoring import Selection
from mehrklang.package.weighing.prospect import Origin, Prospect, Secured
from mehrklang.vocabulary import AreaLevel

_REGISTER = Supply(
    access=Access.ON_REQUEST, cadence=Cadence.HALF_YEARLY, effort_hours=Decimal(5), level=AreaLevel.QUARTER
)


def example(code: str, source: str) -> Prospect:
    """An indicator under another code from one half-yearly source, of which one delivery makes 5 hours of work."""
    definition = load().indicators["einbuergerungsquote"]
    origin = Origin(source, source.capitalize(), _REGISTER, Secured.ON_REQUEST, "halbjährlich")
    return Prospect(Selection(code, "Weil."), definition, (origin,), ())
