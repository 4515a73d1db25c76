"""Groups of addressees and entries of the plan in German: labels for forms, sentences for the Protokoll."""

from mehrklang.planning.communication import Addressee, Circle, Contents, Form, Language, PlannedMessage, Rhythm
from mehrklang_web.monitors.models import Phase

CIRCLES = [(Circle.ADMINISTRATION, "Verwaltung"), (Circle.POLITICS, "Politik"), (Circle.PUBLIC, "Öffentlichkeit")]
FORMS = [
    (Form.REPORT, "Bericht für die Verwaltung"),
    (Form.SHORT_REPORT, "Kurzbericht für die Politik"),
    (Form.PUBLIC_PAGE, "öffentliche Seite"),
    (Form.TALK, "Vortrag"),
    (Form.NEWSLETTER, "Newsletter"),
    (Form.PRESS_RELEASE, "Pressemitteilung"),
]
LANGUAGES = [
    (Language.STANDARD, "Standardsprache"),
    (Language.PLAIN, "einfache Sprache"),
    (Language.EASY, "Leichte Sprache"),
    (Language.SEVERAL, "mehrsprachig"),
]
RHYTHMS = [
    (Rhythm.ONCE, "einmalig"),
    (Rhythm.QUARTERLY, "vierteljährlich"),
    (Rhythm.HALF_YEARLY, "halbjährlich"),
    (Rhythm.YEARLY, "jährlich"),
    (Rhythm.TWO_YEARS, "alle zwei Jahre"),
]


def group_told(value: Addressee) -> str:
    """A group in one line.

    >>> group_told(Addressee("rat", "Rat", Circle.POLITICS, Form.SHORT_REPORT, contact="Ratsbüro"))
    'Politik; Kurzbericht für die Politik; Standardsprache; Kontakt: Ratsbüro'
    """
    plain = (dict(CIRCLES)[value.circle], dict(FORMS)[value.form], dict(LANGUAGES)[value.language])
    return "; ".join((*plain, *_named({"Kontakt": value.contact, "Anmerkung": value.note})))


def message_told(value: PlannedMessage, to: str) -> str:
    """An entry in one line; `to` is the name of its group.

    >>> message_told(PlannedMessage("b", "Bericht", "rat", Contents(), Form.REPORT, responsible="Koordination"), "Rat")
    'an Rat; Bericht für die Verwaltung; alle Indikatoren; einmalig; zuständig: Koordination; Erinnerung 14 Tage vorher'
    """
    day = f"erstmals {value.day:%d.%m.%Y}" if value.day else ""
    phase = f"bis zum Ende der Phase {Phase(value.phase.value).label}" if value.phase else ""
    when = (day, phase, dict(RHYTHMS)[value.rhythm])
    plain = (f"an {to}", dict(FORMS)[value.form], _contents(value.contents), *filter(None, when))
    more = _named({"zuständig": value.responsible, "Anmerkung": value.note})
    return "; ".join((*plain, *more, f"Erinnerung {value.remind_before} Tage vorher"))


def _contents(contents: Contents) -> str:
    parts = _named({"Felder": ", ".join(contents.fields), "Indikatoren": ", ".join(contents.indicators)})
    return "; ".join((*(parts or ("alle Indikatoren",)), *filter(None, (contents.text,))))


def _named(parts: dict[str, str]) -> tuple[str, ...]:
    return tuple(f"{name}: {text}" for name, text in parts.items() if text)
