"""Which computed figure each number in the interpretations of the Landkreis Goslar is.

One line per number: the number as printed, and where it comes from. The form of a place is `area group year part`;
`part` is wert, zaehler, nenner, or zelle=… (a delivered cell behind the value, by its raw text).
`03153 auslaendisch 2022-2024 mehrjahre` is the share over several years: sum of numerators by sum of denominators
(`mehrjahre-zaehler`, `mehrjahre-nenner`: the sums). `tabelle 4-1-4 …` is a cell of a table beside the indicator.
"""

QUOTED: dict[str, tuple[tuple[str, str], ...]] = {
    "auslaenderanteil": (
        ("17.035", "03153 auslaendisch 2024 zaehler"),
        ("127.018", "03153 auslaendisch 2024 nenner"),
        ("13,4", "03153 auslaendisch 2024 wert"),
        ("13,5", "031 auslaendisch 2024 wert"),
        ("13,6", "03 auslaendisch 2024 wert"),
        ("17.275", "03153 auslaendisch 2023 zaehler"),
        ("10,4", "03153 auslaendisch 2021 wert"),
        ("12,8", "03153 auslaendisch 2022 wert"),
        ("134.050", "03153 auslaendisch 2021 nenner"),
        ("127.856", "03153 auslaendisch 2022 nenner"),
        ("13.915", "03153 auslaendisch 2021 zaehler"),
        ("16.355", "03153 auslaendisch 2022 zaehler"),
    ),
    "aufenthaltsdauer-ab-zehn-jahren": (
        ("17.035", "03153 auslaendisch 2024 nenner"),
        ("4.980", "03153 auslaendisch 2024 zaehler"),
        ("29,2", "03153 auslaendisch 2024 wert"),
        ("38,0", "03153 auslaendisch 2016 wert"),
        ("4.460", "03153 auslaendisch 2016 zaehler"),
        ("2.035", "03153 auslaendisch 2024 zelle=2035"),
        ("5.450", "03153 auslaendisch 2024 zelle=5450"),
        ("2.085", "03153 auslaendisch 2024 zelle=2085"),
        ("35,3", "031 auslaendisch 2024 wert"),
        ("36,4", "03 auslaendisch 2024 wert"),
        ("770", "03153 auslaendisch-weiblich 2023 zaehler"),
        ("2.235", "03153 auslaendisch-weiblich 2022 zaehler"),
        ("2.395", "03153 auslaendisch-weiblich 2024 zaehler"),
        ("4.775", "03153 auslaendisch 2023 zaehler"),
        ("12,1", "03153 auslaendisch-weiblich 2023 wert"),
    ),
    "wanderungssaldo": (
        ("1.413", "03153 auslaendisch 2024 wert"),
        ("3.160", "03153 auslaendisch 2022 wert"),
        ("2.363", "03153 auslaendisch 2023 wert"),
        ("−97", "03153 deutsch 2024 wert"),
        ("1.638", "03153 auslaendisch 2015 wert"),
        ("541", "03153 auslaendisch 2020 wert"),
    ),
    "gesicherter-aufenthalt": (
        ("6.745", "03153 auslaendisch 2024 zaehler"),
        ("39,6", "03153 auslaendisch 2024 wert"),
        ("46,6", "031 auslaendisch 2024 wert"),
        ("52,1", "03 auslaendisch 2024 wert"),
        ("48,9", "03153 auslaendisch 2021 wert"),
        ("6.805", "03153 auslaendisch 2021 zaehler"),
    ),
    "einbuergerungsquote": (
        ("659", "03153 auslaendisch 2024 zaehler"),
        ("17.035", "03153 auslaendisch 2024 nenner"),
        ("3,9", "03153 auslaendisch 2024 wert"),
        ("2,2", "031 auslaendisch 2024 wert"),
        ("2,1", "03 auslaendisch 2024 wert"),
        ("102", "03153 auslaendisch 2019 zaehler"),
        ("113", "03153 auslaendisch 2021 zaehler"),
        ("342", "03153 auslaendisch 2022 zaehler"),
        ("443", "03153 auslaendisch 2023 zaehler"),
    ),
    "familiensprache-in-kitas": (
        ("16,5", "03153 familiensprache-nicht-deutsch 2024 wert"),
        ("19,0", "031 familiensprache-nicht-deutsch 2024 wert"),
        ("17,2", "03 familiensprache-nicht-deutsch 2024 wert"),
        ("9,8", "03153 familiensprache-nicht-deutsch 2017 wert"),
        ("14,4", "03153 familiensprache-nicht-deutsch 2018 wert"),
        ("12,5", "03153 familiensprache-nicht-deutsch 2021 wert"),
        ("12,5", "03153 familiensprache-nicht-deutsch 2022 wert"),
    ),
    "kinder-mit-elternteil-auslaendischer-herkunft-in-kitas": (
        ("23,9", "03153 unter-6 2024 wert"),
        ("29,4", "031 unter-6 2024 wert"),
        ("26,0", "03 unter-6 2024 wert"),
        ("25,8", "03153 3-bis-5 2024 wert"),
        ("13,6", "03153 unter-3 2024 wert"),
        ("20,4", "031 unter-3 2024 wert"),
        ("18,2", "03 unter-3 2024 wert"),
        ("15,0", "03153 unter-3 2023 wert"),
        ("11,1", "03153 unter-3 2022 wert"),
    ),
    "gymnasium-im-8-jahrgang": (
        ("204", "03153 auslaendisch 2024 nenner"),
        ("42", "03153 auslaendisch 2024 zaehler"),
        ("20,6", "03153 auslaendisch 2024 wert"),
        ("371", "03153 deutsch 2024 zaehler"),
        ("878", "03153 deutsch 2024 nenner"),
        ("42,3", "03153 deutsch 2024 wert"),
        ("20,2", "031 auslaendisch 2024 wert"),
        ("19,3", "03 auslaendisch 2024 wert"),
        ("55", "03153 auslaendisch 2022 zaehler"),
        ("174", "03153 auslaendisch 2022 nenner"),
        ("31,6", "03153 auslaendisch 2022 wert"),
        ("25,6", "03153 auslaendisch 2023 wert"),
        ("140", "03153 auslaendisch 2022-2024 mehrjahre-zaehler"),
        ("546", "03153 auslaendisch 2022-2024 mehrjahre-nenner"),
        ("25,6", "03153 auslaendisch 2022-2024 mehrjahre"),
    ),
    "schulabgang-ohne-hauptschulabschluss": (
        ("38,7", "03153 auslaendisch 2024 wert"),
        ("24,0", "03153 auslaendisch 2023 wert"),
        ("5,7", "03153 deutsch 2024 wert"),
        ("25,2", "031 auslaendisch 2024 wert"),
        ("27,8", "03 auslaendisch 2024 wert"),
        ("4,4", "03153 auslaendisch 2013 wert"),
        ("21,7", "03153 auslaendisch 2020 wert"),
        ("14,1", "03153 auslaendisch 2021 wert"),
        ("48", "tabelle 4-1-4 03153 2024 Nationalität=Ausländerinnen und Ausländer"),
        ("59", "tabelle 4-1-4 03153 2024 Nationalität=Deutsche"),
        ("24", "tabelle 4-1-4 03153 2023 Nationalität=Ausländerinnen und Ausländer"),
    ),
    "auslaendische-beschaeftigte-am-arbeitsort": (
        ("4.533", "03153 auslaendisch 2024 wert"),
        ("1.355", "03153 auslaendisch 2011 wert"),
        ("3.119", "03153 auslaendisch 2019 wert"),
        ("1.744", "03153 auslaendisch-weiblich 2024 wert"),
        ("2.789", "03153 auslaendisch-maennlich 2024 wert"),
        ("460", "03153 auslaendisch-weiblich 2011 wert"),
        ("895", "03153 auslaendisch-maennlich 2011 wert"),
    ),
    "mindestsicherungsquote": (
        ("356", "03153 auslaendisch 2024 wert"),
        ("77", "03153 deutsch 2024 wert"),
        ("107", "03153 insgesamt 2024 wert"),
        ("374", "03153 auslaendisch 2023 wert"),
        ("336", "031 auslaendisch 2024 wert"),
        ("336", "03 auslaendisch 2024 wert"),
        ("258", "03153 auslaendisch 2021 wert"),
        ("309", "03153 auslaendisch 2022 wert"),
    ),
}

NO_FIGURES = (
    r"\b(19|20)\d\d\b",           # years
    r"\b\d{1,2}\. (Januar|Februar|März|Juni|Dezember)\b",  # days
    r"Tabelle \d\.\d\.\d",        # numbers of tables
    r"\b1\.000\b",                # "von 1.000"
    r"\b[Aa]uf 100\b",            # "auf 100"
    r"\b8\. Jahrgangs?\b",
)  # fmt: skip
"""Numbers that are not figures of an indicator."""
