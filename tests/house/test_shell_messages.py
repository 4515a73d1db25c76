"""No message on a page names a key of a file, a line of a file that its reader never saw, or a bare code."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from mehrklang.package import read_folder
from mehrklang.vocabulary import Issue, Severity
from mehrklang_web.exchange.told import issues_told
from mehrklang_web.ui.issues import in_words
from mehrklang_web.ui.words import label_of, plain_word
from tests.factories.monitorings import small_folder
from tests.unit.package.test_faults import FAULTS
from tests.web.exchange.test_told import SPELT_OUT, keys

ROOT = Path(__file__).resolve().parents[2]
LIBRARY, SHELL = ROOT / "src" / "mehrklang", ROOT / "src" / "mehrklang_web"
ONLY_ON_THE_COMMAND_LINE = (
    "cli/", "fetching/", "demo/", "pipeline/protecting.py", "pipeline/tabulation", "pipeline/register_",
    "store/register", "sources/fetched/",
)  # fmt: skip
"""What can be said there alone: recipes, registers and deliveries of the statistics office, plans of a fetch."""
SAYING = {"Issue", "Fault", "fault", "_fault", "issue"}
OF_FILES = re.compile(r"\[\[|\[regelsatz|[a-z_]+ = [\"…0-9\[{t]|\b[a-z-]+\.toml\b|e Zeile: ")
"""How one writes in a file, and what it is called."""


def texts(node: ast.AST):
    """Every piece of text below a node; of an f-string the parts that stand fast."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def said_in(path: Path):
    """What a file of the library says in issues: the arguments of what makes them, and what is named so before."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in SAYING:
                parts = [*node.args, *(each.value for each in node.keywords if each.arg != "file")]
                yield from (text for part in parts for text in texts(part))
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in {"message", "remedy"}:
            yield from texts(node.value)


SAID = [
    (str(path.relative_to(LIBRARY)), text)
    for path in sorted(LIBRARY.rglob("*.py"))
    if not str(path.relative_to(LIBRARY)).startswith(ONLY_ON_THE_COMMAND_LINE)
    for text in said_in(path)
]
CODED = [
    (f"{room}/{code}", f"{entry['meldung']} {entry['abhilfe']}")
    for room in ("sources", "plausibility")
    for code, entry in tomllib.loads((LIBRARY / room / "codes.toml").read_text(encoding="utf-8")).items()
]
"""Those two rooms keep the sentences of their codes beside them."""


def test_enough_is_looked_at():
    assert len(SAID) > 700
    assert len(CODED) > 130


def test_no_sentence_says_what_to_write_into_a_file():
    """What to do is said, not where it stands; keys are quoted, so that a page can say them in its own words."""
    assert [(where, text) for where, text in SAID if OF_FILES.search(text)] == []
    assert [(code, text) for code, text in CODED if OF_FILES.search(text)] == []


@pytest.mark.parametrize("key", keys())
def test_a_page_has_a_word_for_every_key_of_the_files(key):
    word = plain_word(key)
    assert word[:1].isupper() or not SPELT_OUT.search(word)
    assert "_" not in word
    assert word.casefold() != key or label_of(key) == word


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault[3]} {fault[0]}")
def test_a_folder_that_is_read_on_the_web_is_told_without_keys_and_lines(tmp_path, fault):
    """Each faulty folder of the reader's own test."""
    file, before, after, *_ = fault
    folder = small_folder(tmp_path / "probe")
    text = (folder / file).read_text(encoding="utf-8").replace(before, after, 1)
    (folder / file).write_bytes(text.encode("utf-8", "surrogateescape"))
    reading = read_folder(folder)
    told = issues_told(reading.issues, *([reading.monitoring] if reading.monitoring else []))
    assert told
    for issue in told:
        assert not re.search(r"„[a-z]+(_[a-z]+)+“", f"{issue.message} {issue.remedy}"), issue
        assert not OF_FILES.search(f"{issue.message} {issue.remedy}"), issue
        if issue.code[0] in "KM" and issue.file:
            assert ".toml" not in issue.place, issue
            assert not re.search(r"Zeile|Spalte", issue.place), issue
            assert not issue.raw


def test_what_somebody_has_just_handed_in_keeps_its_own_words_and_lines():
    issue = Issue("L-X-01", Severity.ERROR, "Die Spalte „wert“ fehlt.", "", file="zahlen.csv", line=3)
    assert in_words(issue) == issue


TEMPLATES = [path for path in SHELL.rglob("templates/**/*.html") if "remedy" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_page_that_shows_an_issue_says_it_in_the_words_of_pages(path):
    """No template prints an issue as the library said it."""
    text = path.read_text(encoding="utf-8")
    shown = set(re.findall(r"{{\s*([\w.]+)\.remedy", text))
    told = set(re.findall(r"(\w+)=[\w.]+\|in_words", text))
    assert shown <= told, path
