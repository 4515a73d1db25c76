"""How a monitoring begins: what is obtainable for a municipality, what is proposed, and the monitoring made of it.

`obtainable` answers for every candidate whether there are figures and from whom; `series` and `matching` take an own
publication over; `begin` puts the first edition together as a value. Nothing is decided here: proposals are no choice,
and no question of the concept is answered.
"""

from mehrklang.package.starting.begin import Beginning, Taken, begin
from mehrklang.package.starting.matching import NameMatch, matches
from mehrklang.package.starting.obtainable import Obtainable, Standing, obtainable
from mehrklang.package.starting.series import OwnSeries, SeriesReading, read_series, series_template
from mehrklang.package.starting.timetable import proposed_timetable
from mehrklang.package.starting.topics import Topic, topics
from mehrklang.package.starting.ways import candidates, sources_open

__all__ = [
    "Beginning",
    "NameMatch",
    "Obtainable",
    "OwnSeries",
    "SeriesReading",
    "Standing",
    "Taken",
    "Topic",
    "begin",
    "candidates",
    "matches",
    "obtainable",
    "proposed_timetable",
    "read_series",
    "series_template",
    "sources_open",
    "topics",
]
