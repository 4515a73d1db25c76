"""The examples of the handbook are a monitoring that can be read."""

import re
from pathlib import Path

from mehrklang.package import data_version, read_folder
from mehrklang.vocabulary import Severity

HANDBOOK = Path("docs/handbuch/monitoring-ordner.md")


def test_the_examples_of_the_handbook_make_a_sound_folder(tmp_path: Path) -> None:
    """Every file is written as the handbook shows it; the program finds no error in it."""
    text = HANDBOOK.read_text(encoding="utf-8")
    for heading, example in re.findall(r"^### ([^\n]+)\n.*?^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        file = tmp_path / heading.split(" und ")[0].replace("<code>", "einbuergerungsquote")
        file.parent.mkdir(exist_ok=True)
        file.write_text(example, encoding="utf-8")
    (tmp_path / "daten").mkdir()
    (tmp_path / "daten" / "indicator_2-3-1.csv").write_text("Year,Value\n", encoding="utf-8")
    reading = read_folder(tmp_path)
    assert [issue for issue in reading.issues if issue.severity is Severity.ERROR] == []
    monitoring = reading.monitoring
    assert monitoring is not None
    assert (monitoring.area, monitoring.areas[0].key, monitoring.goals[0].key) == ("03153", "muster:101", "rechte")
    assert monitoring.selection[0].target_holds
    assert monitoring.own_breaks["einbuergerungsquote"][0].first_year == 2025
    assert monitoring.interpretations["einbuergerungsquote"].signed_by_both


def test_the_data_version_is_computed_as_the_handbook_says() -> None:
    """`sha256sum … | sort -u | sha256sum | cut -c1-12`, with the checksums 1…1 and 2…2."""
    assert data_version(["2" * 64, "1" * 64, "2" * 64]) == "f5404fd40707"
