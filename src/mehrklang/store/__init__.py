"""The only room that speaks to engines: one immutable Parquet file per delivery, one tabulation statement, sums.

Here is: what is delivered (`delivery`), the engine and what it may see (`engine`, `scan`), the statement
(`tabulation`), published cells (`published`), sums (`additive`), areas (`tree`, `rollup`), what the guard must know
about sums (`remainder`, `assembly`), the way back to the source (`trace`), which version of a cell counts
(`versions`), how sources divide what they count (`divisions`), files too large for memory as tables of text (`large`,
`text_table`, `understood`), the folder and its lock (`folder`), what is out of use (`retiring`), and for
statistics offices the rows of a register (`register_rows`) and the raw cube as a folder (`cube_folder`). Not here:
protection (`disclosure`), division, rounding, trend. Only `pipeline` opens this room.
"""

from mehrklang.store.cube_folder import CubeFolder, read_cube, write_cube
from mehrklang.store.error import StoreError
from mehrklang.store.large import LargeTable
from mehrklang.store.question import Question, Request
from mehrklang.store.record_keys import with_keys
from mehrklang.store.register_form import Grouping, RegisterForm
from mehrklang.store.register_rows import KEY_MEASURE, RegisterRows, read_register
from mehrklang.store.store import Store
from mehrklang.store.text_table import IrregularError

__all__ = [
    "KEY_MEASURE",
    "CubeFolder",
    "Grouping",
    "IrregularError",
    "LargeTable",
    "Question",
    "RegisterForm",
    "RegisterRows",
    "Request",
    "Store",
    "StoreError",
    "read_cube",
    "read_register",
    "with_keys",
    "write_cube",
]
