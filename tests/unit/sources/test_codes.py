"""Every issue of the readers has a code that is documented and that a real file can trigger."""

import re
from pathlib import Path

import pytest

from mehrklang.sources import CODES, LoadedProfile, load_profile, read
from mehrklang.vocabulary import Severity
from tests.factories.deliveries import SAMPLES, Sample
from tests.factories.layouts import FURTHER

EVERY = (*SAMPLES, *FURTHER)
FETCHED = ("L-ABRUF-01", "L-ABRUF-02", "L-ABRUF-03")  # folders: tests/unit/fetching
HANDBOOK = Path(__file__).parents[3] / "docs/handbuch/meldungen.md"


@pytest.mark.parametrize("sample", EVERY, ids=lambda sample: sample.code)
def test_the_sample_gives_its_issue(sample: Sample, tmp_path: Path) -> None:
    """The issue names the file, says what is wrong and what to do, with nothing left to fill in."""
    path = tmp_path / sample.file
    path.write_bytes(sample.content)
    loaded = load_profile(sample.profile, sample.file) if sample.profile else LoadedProfile(None)
    reading = read(path, kind=sample.kind, material=sample.material, profile=loaded.profile)
    issue = next(issue for issue in (*loaded.issues, *reading.issues) if issue.code == sample.code)
    assert issue.file == sample.file
    assert issue.severity is CODES[sample.code].severity
    assert issue.message.endswith(".")
    assert issue.remedy.endswith(".")
    assert "{" not in issue.message + issue.remedy


def test_a_missing_file_is_an_issue(tmp_path: Path) -> None:
    """No traceback for a file that is not there, nor for a folder."""
    for path in (tmp_path / "fehlt.csv", tmp_path):
        [issue] = read(path).issues
        assert (issue.code, issue.severity) == ("L-DATEI-01", Severity.ERROR)


def test_a_file_that_does_not_fit_into_memory_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """Two gigabytes without a single line end (a sparse file: it takes no place)."""
    path = tmp_path / "riesig.csv"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    [issue] = read(path).issues
    assert (issue.code, issue.severity) == ("L-DATEI-09", Severity.ERROR)
    assert "2048 MiB" in issue.message


def test_every_code_has_a_sample() -> None:
    """No code that nothing can trigger; two are no matter of a sample, those of a fetch are triggered beside it."""
    assert {sample.code for sample in EVERY} | {"L-DATEI-01", "L-DATEI-09", *FETCHED} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_stands_in_the_handbook(code: str) -> None:
    """Heading with severity, explanation and remedy of each code, word for word."""
    text = HANDBOOK.read_text(encoding="utf-8")
    known = CODES[code]
    assert f"### {code} {known.title} ({known.severity.value})\n\n{known.explanation} " in text
    assert known.remedy in text


def test_the_handbook_names_no_other_code() -> None:
    """A code that is gone is gone from the Handbuch too."""
    assert set(re.findall(r"^### (L-\S+)", HANDBOOK.read_text(encoding="utf-8"), re.MULTILINE)) == set(CODES)
