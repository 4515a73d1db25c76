"""The guard's protocol as JSON (Handbuch, "Zwei Zonen"): what was done and why, without a secret value."""

from decimal import Decimal

from mehrklang.catalogue import RuleSet
from mehrklang.cli.json_text import Json
from mehrklang.cubes import CellKey
from mehrklang.disclosure import Protocol
from mehrklang.pipeline.protecting import ProtectedDelivery


def protocol_json(delivery: ProtectedDelivery, rules: RuleSet, *, by: str) -> Json:
    """Who, by which rules, how many cells, and each suppressed one with its reason."""
    done = delivery.cube.protection
    return {
        "form": 1,
        "durch": by,
        "regelsatz": rules.key,
        "rechtsgrundlage": rules.legal_basis,
        "verfahren": f"Rundung ({rules.rounding.kind.value})" if rules.rounding else "Sperrung",
        "faecher": done.cell_count,
        "primaer_gesperrt": done.suppressed_primary,
        "sekundaer_gesperrt": done.suppressed_secondary,
        **(_suppression(delivery.protocol) if delivery.protocol else {}),
    }


def _suppression(protocol: Protocol) -> dict[str, Json]:
    return {
        "pruefung": {
            "gepruefte_faecher": protocol.audited,
            "ergebnis": "bestanden",
            "schutzbreite": protocol.width,
        },
        "verlorene_information": Decimal(str(round(protocol.lost_share, 4))),
        "sperrungen": [
            {
                "fach": cell_json(each.key),
                "grund": "Regel" if each.primary else "Gegensperrung",
                "schuetzt": [cell_json(key) for key in each.protects],
                "ueber_die_summe": cell_json(each.relation) if each.relation else None,
            }
            for each in protocol.suppressions
        ],
        "frueher_veroeffentlicht": [cell_json(key) for key in protocol.known_before],
        "weniger_gliederung": [
            {"merkmal": each.feature, "erspart_regel": each.primary, "erspart_gegensperrung": each.secondary}
            for each in protocol.savings
        ],
    }


def cell_json(key: CellKey) -> Json:
    """What a cell stands for."""
    return {
        "messgroesse": key.measure,
        "gebiet": key.area,
        "zeitraum": key.period.key,
        "einheit": key.unit.value,
        "merkmale": dict(key.breakdown.pairs),
    }
