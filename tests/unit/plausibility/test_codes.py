"""Every code of the checks is documented, and every one is found where its fault is planted."""

import re
from pathlib import Path

import pytest

from mehrklang.plausibility import CHECK_CODES
from mehrklang.vocabulary import Severity
from tests.factories.planted import FAULTS

HANDBOOK = (Path(__file__).parents[3] / "docs/handbuch/pruefungen.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CHECK_CODES)
def test_every_code_stands_in_the_handbook(code: str) -> None:
    """Heading with severity, explanation, example and remedy, word for word."""
    known = CHECK_CODES[code]
    text = f"{known.explanation} **Beispiel:** {known.example} **Abhilfe:** {known.remedy}\n"
    assert f"### {code} {known.title} ({known.severity.value})\n\n{text}" in HANDBOOK


def test_the_handbook_names_no_other_code() -> None:
    """A code that is gone is gone from the Handbuch too."""
    assert set(re.findall(r"^### (P-\S+)", HANDBOOK, re.MULTILINE)) == set(CHECK_CODES)


def test_every_code_has_a_planted_fault() -> None:
    """No code that nothing can trigger."""
    assert set(FAULTS) == set(CHECK_CODES)


def test_checks_never_refuse_a_delivery() -> None:
    """What looks wrong may be true: checks warn, only readers refuse."""
    assert {known.severity for known in CHECK_CODES.values()} == {Severity.WARNING, Severity.NOTE}
