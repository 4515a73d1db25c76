"""hinweise.toml: the signals of the early warning that people have taken up, with every step."""

from mehrklang.assessment.warning import SignalKind
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning.handled_signal import HandledSignal, SignalCause, SignalStage, SignalStep

FILE = "hinweise.toml"

_HEAD = f"""
Hinweise der Frühwarnung, die jemand aufgenommen hat. Neue Hinweise stehen hier nicht: Sie entstehen beim Rechnen.

art         {", ".join(SignalKind)}
stand       {", ".join(SignalStage)}
anlass      warum der Hinweis entstand
datenstand  an welchen Daten er zuletzt auffiel: Mit denselben Daten bleibt er, wie er ist

Jeder Schritt steht in einem Abschnitt [[hinweis.schritt]] mit am, wer, rolle, was, ursache, text und datenstand;
ursache: {", ".join(SignalCause)}.
"""


def read(table: Table) -> tuple[HandledSignal, ...]:
    """The signals in the order of the file."""
    return tuple(_signal(row) for row in table.rows("hinweis"))


def _signal(row: Table) -> HandledSignal:
    return HandledSignal(
        kind=row.choice("art", SignalKind).value,
        indicator=row.text("indikator", required=True),
        area=row.text("gebiet", required=True),
        group=row.text("gruppe", required=True),
        year=row.integer("jahr", required=True),
        stage=row.choice("stand", SignalStage),
        evidence=row.text("anlass"),
        data_version=row.text("datenstand"),
        office=row.text("zustaendig"),
        person=row.text("person"),
        steps=tuple(step for each in row.rows("schritt") if (step := _step(each))),
    )


def _step(row: Table) -> SignalStep | None:
    day = row.day("am", required=True)
    who, did = row.text("wer", required=True), row.text("was", required=True)
    cause = row.choice("ursache", SignalCause) if "ursache" in row else None
    if day is None:
        return None
    return SignalStep(day, who, did, row.text("rolle"), cause, row.text("text"), row.text("datenstand"))


def render(monitoring: Monitoring) -> str:
    """The text of hinweise.toml."""
    return comment(_HEAD) + sections("hinweis", (_body(each) for each in monitoring.handled_signals))


def _body(each: HandledSignal) -> str:
    own = assignments(
        {
            "art": each.kind,
            "indikator": each.indicator,
            "gebiet": each.area,
            "gruppe": each.group,
            "jahr": each.year,
            "stand": each.stage,
            "anlass": each.evidence,
            "datenstand": each.data_version,
            "zustaendig": each.office,
            "person": each.person,
        }
    )
    return own + sections("hinweis.schritt", map(_step_body, each.steps))


def _step_body(step: SignalStep) -> str:
    return assignments(
        {
            "am": step.day,
            "wer": step.who,
            "rolle": step.role,
            "was": step.did,
            "ursache": step.cause,
            "text": step.text,
            "datenstand": step.data_version,
        }
    )
