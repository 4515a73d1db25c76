"""Kleine Gebiete.

Wo Lebensumstände von denen der Stadt abweichen und wie sie sich entwickeln: vier Klassen des Status, drei der Dynamik. Es
ist keine Rangfolge, weder von Gebieten noch von Menschen.
"""

SECTIONS = ("positions", "stabilised", "marshall", "fay_herriot")
