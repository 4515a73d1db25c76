"""The demonstration municipality Reiherfurt: an invented town, its register, its deliveries and its monitoring.

No person and no place in it exists. Everything follows from a seed: the same seed gives the same bytes. What is here:
the town and its geometry, the simulated register, the deliveries that offices would make from it, and the finished
monitoring as a portable folder. What is not here: any real figure, and any way of its own to compute an indicator that
a report shows.
"""

from mehrklang.demo.folder import build_demo, write_demo
from mehrklang.demo.register_sample import write_register_sample

__all__ = ["build_demo", "write_demo", "write_register_sample"]
