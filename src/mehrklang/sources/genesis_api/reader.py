"""Reads an answer of the web service: an error becomes an issue that says what to do, a table is read as such."""

from dataclasses import replace

from mehrklang.sources import ffcsv, genesis
from mehrklang.sources.faults import Faults
from mehrklang.sources.genesis_api.answer import Answer
from mehrklang.sources.layout import Content
from mehrklang.sources.reading import Reading
from mehrklang.sources.table import known, make_table
from mehrklang.sources.text_file import read_text
from mehrklang.vocabulary import Material

_KIND = "genesis-api"

_BY_CODE = {98: "L-API-01", 99: "L-API-04", 104: "L-API-03"}
_BY_WORDS = (
    ("L-API-02", ("kennung", "passwort", "benutzer", "anmeld", "berechtig", "token", "username", "credential")),
    ("L-API-03", ("keine objekte", "nicht gefunden", "nicht vorhanden", "keine daten", "existiert nicht")),
    ("L-API-04", ("auftrag", "hintergrund", "in kürze")),
)


def looks_like_answer(content: Content) -> bool:
    """Whether the text is a JSON object with a status near its beginning."""
    start = content.text[:2000].lstrip()
    return start.startswith("{") and '"Status"' in start


def read_answer(content: Content, material: Material, faults: Faults) -> Reading:
    """The reading of the table in the answer; else no observations and the issue that fits the error."""
    answer = Answer.of(content.text)
    if answer is None:
        faults.add("L-API-06")
    elif answer.content:
        return _read_table(replace(content, text=answer.content), material, faults)
    else:
        said = answer.said.strip().rstrip(".") or "ohne Wortlaut"
        faults.add(_code(answer), nummer=answer.code, tabelle=answer.table or "ohne Namen", wortlaut=said)
    return Reading(_KIND, issues=faults.issues())


def _code(answer: Answer) -> str:
    if answer.code in _BY_CODE:
        return _BY_CODE[answer.code]
    said = answer.said.casefold()
    return next((code for code, words in _BY_WORDS if any(word in said for word in words)), "L-API-05")


def _read_table(content: Content, material: Material, faults: Faults) -> Reading:
    if genesis.LAYOUT.fits(content):
        return genesis.LAYOUT.read(content, material, faults)
    for form in (ffcsv.FORM, ffcsv.OLD_FORM):
        sheet = read_text(content.text, form.heads, faults)
        if sheet.rows and len(known(sheet.rows[0], form.heads)) == len(form.heads):
            return form.read(make_table(sheet, 0, faults), material, faults)
    faults.add("L-API-06")
    return Reading(_KIND, issues=faults.issues())
