"""The only room that speaks to engines: one immutable Parquet file per delivery, one tabulation statement, sums.

Here is: what is delivered (`delivery`), the engine and what it may see (`engine`, `scan`), the statement
(`tabulation`), published cells (`published`), sums (`additive`), areas (`tree`, `rollup`), what the guard must know
about sums (`remainder`, `assembly`), and the way back to the source (`trace`). Not here: protection (`disclosure`),
division, rounding, trend. Only `pipeline` opens this room.
"""

from mehrklang.store.error import StoreError
from mehrklang.store.question import Question, Request
from mehrklang.store.store import Store

__all__ = ["Question", "Request", "Store", "StoreError"]
