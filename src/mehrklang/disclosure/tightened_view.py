"""A protected cube as an indicator with stricter rules reads it: the same cells, the higher floor for rates."""

from dataclasses import replace

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import ProtectedCube
from mehrklang.cubes.seal import Seal


def tightened_view(cube: ProtectedCube, rules: RuleSet) -> ProtectedCube:
    """The cube with the name and the floor of the stricter rules; its cells were protected by them already."""
    told = cube.protection
    stricter = replace(told, rule_set=rules.key, rate_floor=max(told.rate_floor, rules.rate_floor))
    return ProtectedCube({key: cube.cell(key) for key in cube}, stricter, seal=Seal())
