"""Every fault of the store is explained in the Handbuch."""

import re
from pathlib import Path

import mehrklang.store

PAGE = Path(__file__).parents[2] / "docs/handbuch/meldungen-ablage.md"
CODE = re.compile(r"B-[A-Z]+-\d\d")


def test_the_handbuch_explains_every_code_and_no_other() -> None:
    sources = Path(mehrklang.store.__file__).parent.glob("*.py")
    told = {code for file in sources for code in CODE.findall(file.read_text(encoding="utf-8"))}
    assert len(told) == 27
    assert set(CODE.findall(PAGE.read_text(encoding="utf-8"))) == told
