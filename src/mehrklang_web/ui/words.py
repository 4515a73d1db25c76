"""German words for the keys of the folder's files and for the codes that stand under them."""

import re

from mehrklang.catalogue.german import meanings, plain_text

_KEYS = {
    "regelsatz_begruendung": "Warum diese Regeln",
    "brueche": "Reihenbrüche",
    "messgroesse": "Messgröße",
    "auspraegungen": "Ausprägungen",
    "abwaegung": "Abwägung",
    "aenderung": "Änderung",
    "am": "Tag",
    "an": "Gerichtet an",
    "antworten": "Zahl der Antworten",
    "anlass": "Anlass",
    "aufwand_grundlage": "Worauf die Stunden beruhen",
    "aufwand_stunden": "Aufwand in Stunden",
    "auspraegung": "Ausprägung",
    "ausser_kraft_am": "Außer Kraft seit",
    "ausser_kraft_grund": "Außer Kraft, Grund",
    "ausser_kraft_von": "Außer Kraft gesetzt von",
    "ab_jahr": "Ab Jahr",
    "basisjahr": "Ausgangsjahr",
    "basiswert": "Ausgangswert",
    "begruendung": "Begründung",
    "bei_bewegung": "Was geschieht, wenn sich der Wert bewegt",
    "bezug": "Datenbezug",
    "bis": "Bis",
    "bis_unter": "Bis unter",
    "budget_euro": "Budget in Euro",
    "cell_key": "Überlagerung (Cell-Key)",
    "code": "Indikator",
    "datenhaltende_stelle": "Datenhaltende Stelle",
    "definitionen": "Merkmalsdefinitionen",
    "dient_auch": "Dient auch dem Ziel",
    "dominanz": "Dominanzregel",
    "eingetragen_am": "Eingetragen am",
    "eingetragen_von": "Eingetragen von",
    "erinnern_tage": "Erinnerung, Tage vorher",
    "erlaeuterung": "Erläuterung",
    "ersetzt_durch": "Ersetzt durch",
    "erwartet_monate": "Erwartet, Monate nach dem Zeitraum",
    "erwartet_tag": "Erwartet am Tag des Monats",
    "fast_gleiche_verknuepfen": "Fast gleiche Quellen verknüpfen",
    "festgehalten_am": "Festgehalten am",
    "festgehalten_von": "Festgehalten von",
    "gesperrt_unter": "Gesperrt unter",
    "gewaehlt": "Gewählt",
    "groesste": "Größte Beitragende",
    "gueltig_ab": "Gültig ab",
    "gueltig_bis": "Gültig bis",
    "hoechstens": "Höchstens",
    "jahre_zusammen": "Zusammengefasste Jahre",
    "je": "Bezugsgröße",
    "kennung": "Gehört zu",
    "kernkandidat": "Kandidat für das Kernset",
    "kernset": "Gehört zum Kernset",
    "klaerung": "Was zu klären ist",
    "klammer_unter": "In Klammern unter",
    "kosten_euro": "Kosten in Euro",
    "massnahme": "Maßnahme",
    "neues_jahr": "Neues Jahr",
    "null_ist_oeffentlich": "Nullen werden gezeigt",
    "offen": "Noch nicht entschieden",
    "p_prozent": "Regel p %",
    "pfad": "Datei",
    "pruefsumme": "Prüfsumme",
    "regionalschluessel": "Regionalschlüssel",
    "schluessel": "Schlüssel",
    "schwelle_handeln": "Schwelle „entscheiden“",
    "schwelle_hinsehen": "Schwelle „hinsehen“",
    "sha256": "Prüfsumme der Datei",
    "stabilisiert": "Stabilisierte Werte für kleine Gebiete",
    "stand": "Stand",
    "steuerbar_begruendung": "Steuerbar, Begründung",
    "stimme": "Unterschrift",
    "traeger": "Träger",
    "uebergeordnet": "Liegt in",
    "uebernommen": "Übernommen",
    "verfasst_von": "Verfasst von",
    "verfehltes_ziel": "Verfehltes Ziel",
    "veroeffentlichung": "Veröffentlichung",
    "verwendet_von": "Verwendet von",
    "warum": "Warum dieser Indikator",
    "warum_merkmal": "Warum nach diesem Merkmal",
    "weiterer_zielwert": "Weiterer Zielwert",
    "zaehler": "Zähler",
    "zielwert_unterschriften": "Zielwert, Unterschriften",
    "zielwert.pfad": "Zielwert, Weg zum Ziel",
    "weiterer_zielwert.pfad": "Weiterer Zielwert, Weg zum Ziel",
    "zu": "Betrifft",
    "zugangsart": "Zugang",
    "zugang": "Zugang in Worten",
    "zustaendig": "Zuständig",
}
_PLAIN = frozenset(
    {
        "ableitung", "adressaten", "adresse", "angabe", "anmerkung", "anteil", "antwort", "art", "aufbewahrung",
        "ausgabe", "ausgangslage", "basis", "bedeutung", "beginn", "beleg", "belege", "bemerkung", "berichtigt",
        "beschluss", "beschreibung", "bezeichnung", "bezugsgruppe", "bruch", "datei", "dateiform", "datenstand",
        "datum", "definition", "ebene", "einheit", "einleitung", "einordnung", "eintrag", "ende",
        "entscheidung", "entsprechung", "entspricht", "ergebnisstand", "erledigt", "erste", "evidenz",
        "fassung", "felder", "form", "frage", "gebiet", "gebiete", "gegenstand", "gemeinsam", "gewicht",
        "gewichtung", "gliederung", "grad", "gremium", "grund", "grundgesamtheit", "gruppe", "handlungsfeld",
        "herausgeber", "herkunft", "hinweis", "hinweise", "indikator", "indikatoren", "inhalt", "jahr", "jahre",
        "kandidat", "katalog", "kontakt", "kopf", "kreis", "kurzfassung", "kurzname", "lieferung", "lizenz",
        "lockerung", "material", "merkmal", "merkmale", "methode", "mindestbasis", "mindestfallzahl", "name",
        "nenner", "nummer", "oberziel", "organisation", "person", "perspektive", "phase", "produkt", "quelle",
        "quellenangabe", "raumebene", "rechtsgrundlage", "regelsatz", "reihenbruch", "relevanz", "rhythmus",
        "richtung", "rolle", "rundung", "schritt", "schutzbreite", "seit", "spalte", "sprache", "stelle",
        "steuerbar", "stichprobe", "stichtage", "stunden", "tabelle", "tag", "teil", "teile", "teilgebiete",
        "text", "titel", "turnus", "unterschied", "unterschrift", "unterschriften", "ursache", "urteil",
        "varianz", "verbund", "vergleichsgebiete", "von", "warnung", "was", "weise", "wer", "wert", "worin",
        "zeile", "zeitbezug", "zeitraum", "ziel", "ziele", "zielgruppe", "zuordnung", "zweite",
    }
)  # fmt: skip
"""The other keys of the files: they are read as they are, with a capital letter."""
_ENTRIES = {
    "antwort": "Frage",
    "beschluss": "Beschluss",
    "datei": "Lieferung",
    "lieferung": "Erwartete Lieferung",
    "bezug": "Daten aus",
    "eintrag": "Mitteilung",
    "fassung": "Frühere Fassung",
}
_CODES = {
    "in-pruefung": "in Prüfung",
    "zurueckgestellt": "zurückgestellt",
    "ergaenzend": "ergänzend",
    "kern": "Kernset",
    "oeffentlichkeit": "Öffentlichkeit",
    "oeffentliche-seite": "öffentliche Seite",
    "einfache-sprache": "einfache Sprache",
    "leichte-sprache": "Leichte Sprache",
    "vierteljaehrlich": "vierteljährlich",
    "halbjaehrlich": "halbjährlich",
    "jaehrlich": "jährlich",
    "zweijaehrlich": "alle zwei Jahre",
    "je-schuljahr": "je Schuljahr",
    "unregelmaessig": "unregelmäßig",
    "auf-anfrage": "auf Anfrage",
    "nur-statistikstelle": "nur Statistikstelle",
    "ueberpruefen": "Überprüfen",
    "erklaert": "erklärt",
    "neues-zieljahr": "neues Zieljahr",
    "ziel-aendern": "Ziel ändern",
    "massnahme": "Maßnahme",
    "operativ": "operatives Ziel",
    "strategisch": "strategisches Ziel",
    "nicht-angegeben": "nicht angegeben",
    "endgueltig": "endgültig",
    "geschaetzt": "geschätzt",
    "vorlaeufig": "vorläufig",
    "liegt-vor": "liegt vor",
    "additiv": "Rohdaten, hier gezählt",
    "veroeffentlicht": "veröffentlichte Statistik",
    "rechtsaenderung": "Rechtsänderung",
    "gleichmaessig-prozentual": "jedes Jahr um den gleichen Anteil",
    "grosse-stadt": "große Stadt",
    "zufaellig": "zufällig",
    "tidy": "einfache Tabelle",
    "auslaender": "Ausländerinnen und Ausländer",
    "≥": "mindestens",
    "≤": "höchstens",
}
"""Codes that mean the same wherever they stand; those that are German words as they are do without."""
_MEANINGS = meanings()
_CODED = frozenset(
    {
        "art", "ausgangslage", "ebene", "entscheidung", "ergebnisstand", "form", "gegenstand", "kreis", "material",
        "pfad", "phase", "rhythmus", "richtung", "sprache", "stand", "steuerbar", "turnus", "urteil", "ursache",
        "weise", "zeitbezug", "zu", "zugangsart", "gewichtung",
    }
)  # fmt: skip

_PARTS = {
    "monitoring.toml": "Titel, Gebiet, Einleitung",
    "ziele.toml": "Ziele",
    "massnahmen.toml": "Maßnahmen",
    "indikatoren.toml": "Ausgewählte Indikatoren",
    "kandidaten.toml": "Kandidaten der Auswahl",
    "konzept.toml": "Konzept",
    "kommunikation.toml": "Kommunikationsplan",
    "zeitplan.toml": "Zeitplan",
    "daten.toml": "Daten",
    "hinweise.toml": "Aufgenommene Hinweise",
    "quellen.toml": "Angaben zu Quellen",
    "gemeinsam.toml": "Gemeinsam mit anderen Monitoren geführt",
    "lockerungen.toml": "Gelockerte Geheimhaltung",
    "gebiete.toml": "Gebiete",
    "gebietsstand.toml": "Gebietsstand der Reihen",
    "grenzen.geojson": "Grenzen",
    "vereinbarungen.toml": "Unterschriften der Ämter",
    "verfehlte-ziele.toml": "Verfehlte Ziele",
    "ausser-kraft.toml": "Stillgelegte Indikatoren",
    "anmerkungen.toml": "Anmerkungen",
    "reihenbrueche.toml": "Reihenbrüche",
    "veroeffentlichungen.toml": "Frühere Veröffentlichungen",
    "erwartete-lieferungen.toml": "Erwartete Lieferungen",
    "eigene-indikatoren": "Eigene Indikatoren",
    "quellen": "Eigene Quellen",
    "kataloge": "Kataloge von anderen",
    "interpretationen": "Interpretationen",
    "zuordnungen": "Zuordnungen",
}
"""What the files of a folder hold."""


def label_of(key: str) -> str:
    """A key of a file as it is read, those of the tables around it before it.

    >>> [label_of(key) for key in ("steuerbar", "zielwert.basisjahr", "antwort[2].verfasst_von", "zielwert.pfad")]
    ['Steuerbar', 'Zielwert, Ausgangsjahr', 'Antwort 2, Verfasst von', 'Zielwert, Weg zum Ziel']
    """
    return _KEYS.get(re.sub(r"\[\d+\]", "", key)) or ", ".join(map(_word, key.split(".")))


def part_name(file: str) -> str:
    """The part of the monitoring that a file of the folder holds.

    >>> part_name("ziele.toml"), part_name("quellen/melderegister.toml")
    ('Ziele', 'Eigene Quellen')
    """
    return _PARTS.get(file) or _PARTS.get(file.partition("/")[0]) or file


def kind_of(entry: str) -> str:
    """What an entry of a file is, by the name of its table.

    >>> kind_of("indikator"), kind_of("antwort"), kind_of("verfehltes_ziel")
    ('Indikator', 'Frage', 'Verfehltes Ziel')
    """
    return _ENTRIES.get(entry) or label_of(entry)


def code_told(key: str, text: str) -> str:
    """A code for people; a text of somebody's own stays as it is.

    >>> code_told("zielwert.richtung", "≥"), code_told("richtung", "hoch-gut"), code_told("text", "kern")
    ('mindestens', 'hoch ist günstig', 'kern')
    """
    name = re.sub(r"\[\d+\]", "", key).rpartition(".")[2]
    known = plain_text(name, text)
    return known if known != text or name not in _CODED else _CODES.get(text, text)


def plain_word(word: str) -> str:
    """A word that a message quotes: of a key of the files its label, of a code its meaning, of a file what it holds;
    anything else stays.

    >>> [plain_word(word) for word in ("warum_merkmal", "hoch-gut", "ziele.toml", "frauen")]
    ['Warum nach diesem Merkmal', 'hoch ist günstig', 'Ziele', 'frauen']
    """
    if word.endswith(".toml"):
        return part_name(word)
    name = re.sub(r"\[\d+\]", "", word).rpartition(".")[2]
    if name in _KEYS or name in _PLAIN:
        return _word(name)
    return _CODES.get(word) or _MEANINGS.get(word, word)


def _word(piece: str) -> str:
    name, _, number = piece.rstrip("]").partition("[")
    word = _KEYS.get(name) or name.replace("_", " ")
    word = word[:1].upper() + word[1:]
    return f"{word} {number}" if number else word
