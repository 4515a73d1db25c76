"""The portable monitoring: a folder that a person can read and edit, and that the program reads and writes.

Organisation, goals, selected indicators with targets, data references and interpretations. The form is documented in
the Handbuch ("Ein Monitoring als Ordner").
"""

from mehrklang.package.monitoring import DataReference, Goal, Monitoring, Selection, Steerable

__all__ = ["DataReference", "Goal", "Monitoring", "Selection", "Steerable"]
