"""Areas in time: which there are, what lies in what, and how counts move from one territory to another.

`register` holds official and own areas with several hierarchies at once, each valid in its time (`membership`), and
unions; `history` adds the Kreise of the past. `apportionment` and `crosswalk` say how much of an area lies in another;
`rebase` brings the counts of one year, never rates, onto another territory, `series` those of many years;
`vintage` is the territory that an edition reports on, `transfer` the way of protected counts onto it.
`municipalities` lists those that a monitoring can be for. No delivery is read here: `sources` reads the
Gemeindeverzeichnis and the Umsteigeschlüssel.
"""

from mehrklang.territory.apportionment import Apportionment, Measured, Weighting
from mehrklang.territory.crosswalk import Crosswalk
from mehrklang.territory.history import with_history
from mehrklang.territory.membership import ADMINISTRATION, ASSOCIATIONS, Membership, Union
from mehrklang.territory.municipalities import Municipality
from mehrklang.territory.rebase import Rebased, Rebasing, rebase
from mehrklang.territory.register import Areas, Registered, register
from mehrklang.territory.series import rebase_series
from mehrklang.territory.transfer import Brought, Origin, Transfer
from mehrklang.territory.vintage import Manner, SourceOn, Vintage

__all__ = [
    "ADMINISTRATION",
    "ASSOCIATIONS",
    "Apportionment",
    "Areas",
    "Brought",
    "Crosswalk",
    "Manner",
    "Measured",
    "Membership",
    "Municipality",
    "Origin",
    "Rebased",
    "Rebasing",
    "Registered",
    "SourceOn",
    "Transfer",
    "Union",
    "Vintage",
    "Weighting",
    "rebase",
    "rebase_series",
    "register",
    "with_history",
]
