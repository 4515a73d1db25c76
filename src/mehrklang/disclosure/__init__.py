"""The guard: the only maker of protected cubes, and it proves what it seals.

Small counts fall by rule (`primary`). The cube with all that was published before (`history`) is completed by margins
that nobody asked for (`unasked`) and by the inner tables that tables in a circle have in common (`inner_table` with
`divisions`, `cycles`, `inner_places`, `inner_cells`, `inner_witness`). It becomes a table of numbers (`intake`,
`table`); for each small count a move of unpublished cells is found that nobody outside could tell from the truth
(`suppress`: product moves along the axes in `axis`, `lattice`, `route`; linear programmes in `search`, `programme`;
fewer cells in `shrink`). The move is a certificate (`certificate`); `audit` checks all of them before the seal,
`attack` computes what an attacker can still narrow down, `protocol` says what was done, `faults` what is refused.

`shield_together` is the way in for the pipeline: tables that count the same persons (`links`, `bundle`) are protected
as one (`together`, `common_table`), single cells by stricter rules where asked (`rulebook`), and published shares that
tell a count are named (`rates`, `share_attack`; rounded ones: `rounded_rates`); sources that count nearly the same are
named or linked (`near`). `shield` applies whatever one rule set asks for. Instead of suppression: `rounding`,
`cell_key` with its `perturbation` table, and `bounds` on what they still say. `dominance` and `sample_limits` judge
amounts and samples; `outside` attacks a finished table by `public_sums` alone.

Rules are data of the catalogue; no threshold stands here. Not here: the floor for rates, which is applied where rates
are computed (`indicators`). This is the only room that uses numpy and HiGHS.
"""

from mehrklang.disclosure.bundle import Sheet
from mehrklang.disclosure.faults import DisclosureError
from mehrklang.disclosure.history import History
from mehrklang.disclosure.protect import Guarded, guard, protect
from mehrklang.disclosure.protocol import Protocol
from mehrklang.disclosure.shield import Circumstances, Shielded, shield
from mehrklang.disclosure.together import near_counts, shield_together

__all__ = [
    "Circumstances",
    "DisclosureError",
    "Guarded",
    "History",
    "Protocol",
    "Sheet",
    "Shielded",
    "guard",
    "near_counts",
    "protect",
    "shield",
    "shield_together",
]
