"""interpretationen/<code>.md: the text with a head that says by whom, when and on which data it was written."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from mehrklang.package.table import Table
from mehrklang.package.toml_file import file_text, toml_table
from mehrklang.package.toml_text import assignments, sections
from mehrklang.vocabulary import Interpretation, Issue, Severity, Signature

FOLDER = "interpretationen"

FENCE = "+++\n"


def read(folder: Path, issues: list[Issue]) -> Mapping[str, Interpretation]:
    """The interpretations by the code of their indicator, which is the name of the file."""
    found = (_interpretation(folder, path, issues) for path in sorted((folder / FOLDER).glob("*.md")))
    return MappingProxyType({interpretation.indicator: interpretation for interpretation in found if interpretation})


def _interpretation(folder: Path, path: Path, issues: list[Issue]) -> Interpretation | None:
    name = f"{FOLDER}/{path.name}"
    content = file_text(folder, name, issues)
    if content is None:
        return None
    before, fence, rest = content.partition(FENCE)
    head, closing, text = rest.partition("\n" + FENCE) if rest[:4] != FENCE else ("", FENCE, rest[4:])
    if before.strip() or not fence or not closing:
        issues.append(_no_head(name))
        return None
    if not text.strip():
        issues.append(_no_text(name))
    table = toml_table(head, file=name, issues=issues, first_line=2)
    if table is None:
        return None
    interpretation = _assemble(table, code=path.stem, text=text)
    table.finish()
    return interpretation


def _assemble(head: Table, *, code: str, text: str) -> Interpretation | None:
    signatures = tuple(filter(None, (_signature(row) for row in head.rows("unterschrift"))))
    data_version, summary = head.text("datenstand", required=True), head.text("kurzfassung")
    if not text.strip():
        return None
    return Interpretation(code, text.removeprefix("\n").removesuffix("\n"), data_version, signatures, summary)


def _signature(row: Table) -> Signature | None:
    name, office, day = (
        row.text("name", required=True),
        row.text("stelle", required=True),
        row.day("datum", required=True),
    )
    return None if day is None else Signature(name, office, day)


def render(interpretation: Interpretation) -> str:
    """The text of one interpretation's file."""
    head = assignments({"datenstand": interpretation.data_version, "kurzfassung": interpretation.summary})
    signed = sections("unterschrift", (_signature_body(signature) for signature in interpretation.signatures))
    return f"{FENCE}{head}{signed}{FENCE}\n{interpretation.text}\n"


def _signature_body(signature: Signature) -> str:
    return assignments({"name": signature.name, "stelle": signature.office, "datum": signature.day})


def _no_head(name: str) -> Issue:
    return Issue(
        code="M-INTERPRETATION-01",
        severity=Severity.ERROR,
        message="Der Interpretation fehlt der Kopf mit Datenstand und Unterschriften.",
        remedy="Beginnen Sie die Datei mit einer Zeile +++ und schließen Sie den Kopf mit einer zweiten; dazwischen "
        "stehen datenstand, kurzfassung und die Unterschriften.",
        file=name,
        line=1,
    )


def _no_text(name: str) -> Issue:
    return Issue(
        code="M-INTERPRETATION-02",
        severity=Severity.ERROR,
        message="Die Interpretation enthält keinen Text.",
        remedy="Schreiben Sie unter den Kopf, was die Zahlen bedeuten; ohne Interpretation geht keine Zahl hinaus.",
        file=name,
    )
