"""The indicators that the demonstration municipality has chosen, with reason, addressees and steerability."""

from dataclasses import replace

from mehrklang.demo.candidates import IF_MOVED, QUESTIONS
from mehrklang.package import Selection, Steerable

COUNCIL, OFFICES, BOARD, PUBLIC = "Rat", "Fachbereiche", "Integrationsbeirat", "Öffentlichkeit"

_PURPOSES = {
    "auslaender": "An der Staatsangehörigkeit hängen Rechte; ungleiche Zugänge soll die Stadt öffnen.",
    "mit-migrationshintergrund": "Zugänge sollen nicht von der Familiengeschichte abhängen.",
    "elternteil-im-ausland": "Eltern, die das System neu kennenlernen, brauchen andere Wege hinein.",
    "nicht-deutsch": "Die Sprache zu Hause sagt, wie viel Sprachbildung die Einrichtungen leisten müssen.",
}
_GENERAL = "Ohne die Unterscheidung bliebe unsichtbar, wer ein Angebot nicht erreicht."

_CHOSEN = (
    Selection(
        "rf-anteil-mit-migrationshintergrund", "Er beschreibt, für wen die Stadt da ist.", (), (COUNCIL, PUBLIC),
        Steerable.NO, "Zuzug und Geburten lassen sich kommunal kaum beeinflussen.", group="mit-migrationshintergrund",
    ),
    Selection(
        "rf-bevoelkerungsentwicklung", "Sie ist Grundlage der Bedarfsplanung.", (), (COUNCIL, OFFICES),
        Steerable.PARTLY, "Über Bauland und Wohnungsbau.", group="insgesamt",
    ),
    Selection(
        "rf-aufenthaltsstatus-gesichert", "Ohne sicheren Aufenthalt ist Planung schwer.", ("1.1",), (BOARD, OFFICES),
        Steerable.PARTLY, "Über Beratung und Dauer der Verfahren, nicht über das Recht.", group="gesichert",
    ),
    Selection(
        "rf-einbuergerungsquote", "Sie zeigt, ob aus Einwohnerinnen und Einwohnern Wahlberechtigte werden.",
        ("1.1", "1.1.1"), (COUNCIL, BOARD), Steerable.PARTLY, "Über Beratung und Personal der Einbürgerungsstelle.",
        group="auslaender",
    ),
    Selection(
        "rf-betreuungsquote-3-bis-unter-6", "Frühe Bildung erreicht hier alle oder eben nicht alle.",
        ("2.1", "2.1.1"), (COUNCIL, OFFICES), Steerable.YES, "Die Stadt plant die Plätze.",
        group="elternteil-im-ausland",
    ),
    Selection(
        "rf-familiensprache-kita", "Sie zeigt den Bedarf an sprachbildendem Personal.", ("2.1",), (OFFICES,),
        Steerable.NO, "Die Familiensprache ist Sache der Familien.", group="nicht-deutsch",
    ),
    Selection(
        "rf-sprachfoerderbedarf", "Sie zeigt, ob Sprachbildung vor der Schule genügt.", ("2.2",), (OFFICES, COUNCIL),
        Steerable.PARTLY, "Über Sprachbildung in den Kindertagesstätten.", group="mit-migrationshintergrund",
        stabilised=True,
    ),
    Selection(
        "rf-gymnasium-klasse-8", "Sie zeigt, ob Bildungswege offen stehen.", ("2.3",), (COUNCIL, PUBLIC),
        Steerable.NO, "Schulpolitik ist Sache des Landes.", group="auslaender",
    ),
    Selection(
        "rf-abgang-ohne-abschluss", "Ohne Abschluss beginnt das Berufsleben schwer.", ("2.3", "2.3.1"),
        (COUNCIL, OFFICES), Steerable.PARTLY, "Über Jugendhilfe und Schulsozialarbeit.", group="auslaender",
    ),
    Selection(
        "rf-ausbildungsbeteiligung", "Sie zeigt den Übergang von der Schule in den Beruf.", ("3.1",),
        (OFFICES, BOARD), Steerable.PARTLY, "Über Jugendberufsagentur und Betriebskontakte.", group="auslaender",
    ),
    Selection(
        "rf-beschaeftigungsquote", "Arbeit ist für viele der Kern des Ankommens.", ("3.2",), (COUNCIL, PUBLIC),
        Steerable.PARTLY, "Über Jobcenter und Wirtschaftsförderung.", group="auslaender",
    ),
    Selection(
        "rf-abstand-beschaeftigung", "Er zeigt, ob sich Chancen angleichen.", ("3.2.1",), (COUNCIL,),
        Steerable.PARTLY, "Nur mittelbar.", group="auslaender",
    ),
    Selection(
        "rf-arbeitslosenquote", "Sie zeigt fehlende Arbeit.", ("3.2",), (COUNCIL, OFFICES), Steerable.PARTLY,
        "Über Jobcenter und Wirtschaftsförderung.", group="auslaender",
    ),
    Selection(
        "rf-sgb2-quote", "Sie zeigt, wo das Einkommen nicht reicht.", ("3.3",), (OFFICES,), Steerable.PARTLY,
        "Über das Jobcenter.", group="auslaender",
    ),
    Selection(
        "rf-auszubildende-verwaltung", "Die Stadt geht als Arbeitgeberin voran.", ("5.1",), (COUNCIL, PUBLIC),
        Steerable.YES, "Die Stadt wählt ihre Auszubildenden selbst aus.", group="mit-migrationshintergrund",
    ),
    Selection(
        "rf-fuehrungskraefte-verwaltung", "Führung prägt die Verwaltung.", ("5.1",), (COUNCIL,), Steerable.YES,
        "Die Stadt besetzt ihre Stellen selbst.", group="mit-migrationshintergrund", core=False,
    ),
    Selection(
        "rf-zugehoerigkeit", "Zugehörigkeit zeigt keine Verwaltungszahl.", ("4.1",), (PUBLIC, BOARD, COUNCIL),
        Steerable.PARTLY, "Über Begegnung, Beteiligung und Ansprache.", group="mit-migrationshintergrund",
    ),
    Selection(
        "rf-diskriminierungserfahrung", "Wer ausgeschlossen wird, kann nicht ankommen.", ("4.2",),
        (PUBLIC, BOARD, COUNCIL), Steerable.PARTLY, "Über die Antidiskriminierungsstelle.",
        group="mit-migrationshintergrund",
    ),
)  # fmt: skip

SELECTION = tuple(
    replace(
        each,
        why_feature=_PURPOSES.get(each.group, _GENERAL),
        question=QUESTIONS.get(each.code, ""),
        if_moved=IF_MOVED.get(each.code, ""),
    )
    for each in _CHOSEN
)
