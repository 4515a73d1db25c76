"""The guard: the only maker of protected cubes.

Primary suppression (`primary`), what can be computed (`equations`), secondary suppression (`secondary`), and the
way through all of it (`protect`). Rules are data of the catalogue; no threshold stands here. Not here: the floor for
rates, which is applied where rates are computed (`indicators`).
"""

from mehrklang.disclosure.protect import protect

__all__ = ["protect"]
