"""The fingerprint of a definition changes with every word of it, and with nothing else."""

import subprocess
import sys
from dataclasses import fields, replace

import pytest

from mehrklang.catalogue import IndicatorDefinition, fingerprint, load, read_definition

_CODES = sorted(load().indicators)
_TEXTS = [each.name for each in fields(IndicatorDefinition) if each.type is str]


def test_no_two_indicators_of_the_catalogue_share_a_fingerprint() -> None:
    """What is signed can be told from everything else that could have been."""
    assert len({fingerprint(load().indicator(code)) for code in _CODES}) == len(_CODES)


@pytest.mark.parametrize("name", _TEXTS)
def test_every_text_counts(name: str) -> None:
    """One word more in any text is another definition."""
    one = load().indicator("einbuergerungsquote")
    other = replace(one, **{name: getattr(one, name) + " x"})
    assert fingerprint(one) != fingerprint(other)


def test_a_cell_counts() -> None:
    """Another measure in a numerator is another definition."""
    one = load().indicator("einbuergerungsquote")
    binding = one.bindings[0]
    group = binding.groups[0]
    term = replace(group.numerator[0], measure="anders")
    moved = replace(binding, groups=(replace(group, numerator=(term,)), *binding.groups[1:]))
    assert fingerprint(one) != fingerprint(replace(one, bindings=(moved, *one.bindings[1:])))


def test_it_is_the_same_in_another_process() -> None:
    """A signature of yesterday holds tomorrow."""
    code = "from mehrklang.catalogue import *; print(fingerprint(load().indicator('auslaenderanteil')))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 — ours
    assert told.stdout.strip() == fingerprint(load().indicator("auslaenderanteil"))


def test_reading_the_same_text_twice_gives_the_same() -> None:
    """The fingerprint depends on the content, not on the object."""
    text = (
        'code = "a"\nname = "A"\nhandlungsfeld = "B"\nfrage = "F"\nrelevanz = "R"\nzaehler = "Z"\n'
        'grundgesamtheit = "G"\neinheit = "anzahl"\nart = "anzahl"\nrichtung = "kontext"\nperspektive = "kontext"\n'
        'evidenz = "objektiv"\nquelle = "Q"\nbelege = ["X"]\n'
    )
    first, second = read_definition(text)[0], read_definition(text)[0]
    assert first is not None
    assert second is not None
    assert fingerprint(first) == fingerprint(second)
