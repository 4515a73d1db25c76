"""Results: values as the pipeline computed them, frozen with their lineage, so that they can be recomputed to the last
digit.

Here the edition is put together as the library's `Monitoring` and handed to `mehrklang.pipeline`; what comes back is
kept as it is. Nothing is computed, rounded or judged here. Not here: what a value means (`interpretation`).
"""
