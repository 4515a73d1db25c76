"""Findings in their fields of action (Handlungsfelder), in the order in which they come."""

from collections.abc import Sequence

from mehrklang.report.finding import Finding


def by_field(findings: Sequence[Finding]) -> list[tuple[str, tuple[Finding, ...]]]:
    """Each field with its findings."""
    fields = dict.fromkeys(finding.definition.field or "Weitere Indikatoren" for finding in findings)
    return [
        (field, tuple(each for each in findings if (each.definition.field or "Weitere Indikatoren") == field))
        for field in fields
    ]
