"""Areas in time: which there are, what lies in what, and how counts move from one territory to another.

`register` holds the areas with several hierarchies at once, each valid in its time; `apportionment` and `crosswalk` say
how much of an area lies in another; `rebase` brings counts, never rates, onto another territory. Nothing is read from
files here: `sources` reads the Gemeindeverzeichnis and the Umsteigeschlüssel.
"""

from mehrklang.territory.apportionment import Apportionment, Measured, Weighting

__all__ = ["Apportionment", "Measured", "Weighting"]
