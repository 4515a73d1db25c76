"""konzept.toml: the answers to the questions of the concept in all their versions, and the council's decisions."""

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning import Adoption, Answer, Concept, CouncilDecision
from mehrklang.planning.concept import Entry, OpenPoint, faults

FILE = "konzept.toml"
NONE = Concept()

_HEAD = """
Das Monitoringkonzept: die Antworten auf die Fragen zu Warum, Wie und Was. Alle Fassungen, die älteste zuerst; es gilt
die letzte Antwort auf jede Frage. Ein Abschnitt [antwort.offen] heißt: noch nicht entschieden.

Ein Abschnitt [[beschluss]] nennt, wie viele der Antworten (von oben gezählt) zur beschlossenen Fassung gehören.
"""


def read(table: Table) -> Concept:
    """The concept; what does not hold together is an issue."""
    concept = Concept(
        tuple(_answer(row) for row in table.rows("antwort")), tuple(_adoption(row) for row in table.rows("beschluss"))
    )
    if not table.has_wrong_values:
        for fault in faults(concept):
            table.fault("M-KONZEPT-01", fault, "Prüfen Sie diese Antwort des Konzepts.", "antwort")
    return concept


def _answer(row: Table) -> Answer:
    open_point = row.table("offen")
    return Answer(
        question=row.text("frage", required=True),
        text=row.text("text"),
        chosen=row.texts("gewaehlt"),
        entries=tuple(_entry(each) for each in row.rows("eintrag")),
        open_point=None if open_point is None else _open_point(open_point),
        author=row.text("verfasst_von"),
        office=row.text("stelle"),
        day=row.day("datum"),
    )


def _entry(row: Table) -> Entry:
    return Entry(row.text("bezeichnung", required=True), row.text("erlaeuterung"), row.number("stunden"))


def _open_point(row: Table) -> OpenPoint:
    return OpenPoint(row.text("klaerung"), row.text("zustaendig"), row.day("bis"))


def _adoption(row: Table) -> Adoption:
    return Adoption(
        CouncilDecision(row.text("gremium", required=True), row.day("datum"), row.text("nummer"), row.text("text")),
        row.integer("antworten", required=True),
        row.text("eingetragen_von"),
        row.text("stelle"),
        row.day("eingetragen_am"),
    )


def render(monitoring: Monitoring) -> str:
    """The text of konzept.toml."""
    concept = monitoring.concept
    answers = sections("antwort", (_answer_body(each) for each in concept.answers))
    return comment(_HEAD) + answers + sections("beschluss", (_adoption_body(each) for each in concept.adoptions))


def _answer_body(answer: Answer) -> str:
    own = assignments(
        {
            "frage": answer.question,
            "text": answer.text,
            "gewaehlt": answer.chosen,
            "verfasst_von": answer.author,
            "stelle": answer.office,
            "datum": answer.day,
        }
    )
    return own + _open_body(answer.open_point) + sections("antwort.eintrag", (_entry_body(e) for e in answer.entries))


def _entry_body(entry: Entry) -> str:
    return assignments({"bezeichnung": entry.name, "erlaeuterung": entry.text, "stunden": entry.hours})


def _open_body(point: OpenPoint | None) -> str:
    if point is None:
        return ""
    values = assignments({"klaerung": point.text, "zustaendig": point.responsible, "bis": point.until})
    return f"\n[antwort.offen]\n{values}"


def _adoption_body(adoption: Adoption) -> str:
    decision = adoption.decision
    return assignments(
        {
            "gremium": decision.body,
            "datum": decision.day,
            "nummer": decision.number,
            "text": decision.text,
            "antworten": adoption.answers,
            "eingetragen_von": adoption.by,
            "stelle": adoption.office,
            "eingetragen_am": adoption.day,
        }
    )
