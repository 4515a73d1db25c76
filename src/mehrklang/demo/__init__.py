"""The demonstration municipality Reiherfurt: an invented town with an invented register, its deliveries and a monitoring.

No person and no place in it exists. Everything follows from a seed: the same seed gives the same bytes. What is here:
the town and its geometry, the simulated register, the deliveries that offices would make from it, and the finished
monitoring as a portable folder. What is not here: any real figure, and any way of its own to compute an indicator that
a report shows.
"""
