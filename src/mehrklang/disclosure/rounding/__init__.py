"""Rounding in place of suppression: every count becomes a multiple of a base.

Each to the nearest (`deterministic`), by chance without bias (`random`), or so that all sums still add up
(`controlled`); `cube` rounds a raw cube by its rule set and seals it. What producers have published is never rounded
again. What rounding does to shares and gaps says `mehrklang.disclosure.bounds`.
"""

from mehrklang.disclosure.rounding.cube import rounded_cube

__all__ = ["rounded_cube"]
