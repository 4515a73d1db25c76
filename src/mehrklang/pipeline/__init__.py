"""The pipeline: the path of one number, readable on one screen (`recipe`).

`deliveries` reads and freezes files, `plan` says which cells an indicator needs, `evaluation` holds what comes out,
`data_state` names what it was computed from, `finding` puts it together with its interpretation. For statistics
offices: `tabulation_recipe` and `tabulating` (a register becomes an unprotected cube), `protecting` and
`delivery_table` (the cube becomes a protected delivery), `delivery_audit` (the delivery is attacked from outside). This
is the only room that opens the store. Nothing is computed, protected or judged here: each step is done by the room that
knows how.
"""

from mehrklang.pipeline.evaluation import Assessed, DeliveredFile, Evaluation, FindingsResult, Result
from mehrklang.pipeline.recipe import evaluate, find

__all__ = ["Assessed", "DeliveredFile", "Evaluation", "FindingsResult", "Result", "evaluate", "find"]
