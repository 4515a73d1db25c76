"""Hints to the questions of the concept that follow from the starting point. A hint answers nothing."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from mehrklang.planning.questions import place_of
from mehrklang.planning.starting_point import StartingPoint


def hints(point: StartingPoint) -> Mapping[str, str]:
    """The hint by the key of its question, in the order of the questions.

    >>> list(hints(StartingPoint.PUBLIC_DATA))[:2]
    ['gruppen', 'stunden']
    """
    found = _all()[point.value]
    return {key: found[key] for key in sorted(found, key=place_of)}


@cache
def _all() -> Mapping[str, Mapping[str, str]]:
    text = files("mehrklang.planning").joinpath("hints.toml").read_text(encoding="utf-8")
    kept: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    return kept
