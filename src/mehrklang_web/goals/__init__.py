"""The survey of the goal system (Zielsystem): tree and map with indicators, measures and states, editing, import.

Goals themselves lie in `concept`, measures in `measures`; what is here needs both, and the results. No models.
"""
