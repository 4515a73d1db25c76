"""Geheimhaltung.

Zusammengezählte Registerdaten werden geschützt, bevor irgendetwas mit ihnen gerechnet wird. Veröffentlichte Statistiken
hat ihre Herausgeberin schon geschützt; sie behalten deren Zeichen und werden nicht noch einmal geschützt. Mindestfallzahl
und kleinster Nenner sind keine Festlegungen des Programms, sondern stehen als Regelsatz je Quelle im Katalog, mit
Rechtsgrundlage und Begründung.
"""

SECTIONS = (
    "minimum_count",
    "further_cells",
    "linked_tables",
    "overlapping_areas",
    "possible_values",
    "rounding",
    "cell_key",
    "amounts_and_samples",
)
