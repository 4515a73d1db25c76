"""The page of a trial: what was understood, what looks wrong, what differs from the last delivery, and the decision."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localtime

from mehrklang.vocabulary import Issue, Material, Severity
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.deliveries import actions
from mehrklang_web.deliveries.models import Delivery
from mehrklang_web.deliveries.trying import Told
from mehrklang_web.people.models import Role
from mehrklang_web.ui.issues import by_severity
from tests.factories import shell

LINES = shell.delivery().splitlines(keepends=True)
TOWN_2024 = "99;2024;Anzahl;600\n"
ODD = shell.delivery().replace("99;2022;Anzahl;500\n", "99;2022;Anzahl;0\n")
"""Nobody with work in one year between large counts: correct to read, and it looks wrong."""


def tried(content, *, edition, source=shell.SOURCE, name="neu.csv"):
    file = SimpleUploadedFile(name, content.encode(), "text/csv")
    return actions.try_file(edition=edition, upload=file, told=Told(source), by=Installation())


def corrected():
    """One figure changed much, one little, one row gone, one row new."""
    text = shell.delivery().replace(TOWN_2024, "99;2024;Anzahl;660\n")
    lines = text.splitlines(keepends=True)
    little = next(at for at, line in enumerate(lines) if "probstadt:2" in line and ";2023;Anzahl;208" in line)
    lines[little] = lines[little].replace(";208", ";209")
    last = lines.pop()
    return "".join(lines) + last.replace(";2024;", ";2025;")


def test_the_difference_tells_new_changed_and_vanished_figures_the_largest_change_first(edition, trials):
    difference = tried(corrected(), edition=edition).understood.difference
    assert (difference.new, difference.changed, difference.vanished) == (1, 2, 1)
    assert difference.against == f"„probe.csv“ vom {localtime(Delivery.objects.get().at):%d.%m.%Y}"
    assert difference.unchanged == len(LINES) - 1 - 2 - 1
    assert [(row.before, row.after, row.change) for row in difference.changes] == [
        ("600", "660", "+60 (+10,0\u00a0%)"),
        ("208", "209", "+1 (+0,5\u00a0%)"),
    ]
    assert difference.changes[0].place == "mit-arbeit, Probstadt, 2024, Insgesamt"
    assert [(row.place, row.before) for row in difference.losses] == [("alle, Zoll, 2024, Insgesamt", "240")]
    assert [(row.place, row.after) for row in difference.arrivals] == [("alle, Zoll, 2025, Insgesamt", "240")]


def test_a_file_of_other_measures_is_compared_with_nothing(edition, trials):
    other = shell.delivery().replace("mit-arbeit;", "neu-a;").replace("alle;", "neu-b;")
    assert tried(other, edition=edition).understood.difference is None


def test_what_was_replaced_is_no_longer_compared_with(browse, edition, trials):
    first = tried(corrected(), edition=edition, name="korrektur.csv").trial
    old = Delivery.objects.get(name="probe.csv")
    actions.accept(trial=first, note="Korrektur", replaces=old, by=Installation())
    difference = tried(corrected(), edition=edition).understood.difference
    assert difference.against.startswith("„korrektur.csv“")
    assert (difference.changed, difference.unchanged) == (0, len(LINES) - 1)


def test_the_page_shows_what_was_understood(browse, edition, trials):
    trial = tried(corrected(), edition=edition).trial
    page = browse(Role.STATISTICS).get(reverse("deliveries:trial", args=[trial.pk])).content.decode()
    for part in ("mit-arbeit", "Probstadt, Ähren, Mitte, Zoll", "2020 bis 2025 (6 Zeiträume)", "+60 (+10,0\u00a0%)"):
        assert part in page


def test_figures_that_are_not_protected_yet_are_counted_and_not_shown(browse, edition, trials):
    """Single counts of additive material leave the guard only."""
    additive = replace(shell.SOURCE, material=Material.ADDITIVE)
    changed = shell.delivery().replace(TOWN_2024, "99;2024;Anzahl;607\n")
    difference = tried(changed, edition=edition, source=additive).understood.difference
    assert difference.changed == 1
    assert (difference.changes, difference.arrivals, difference.losses) == ((), (), ())


def test_what_looks_wrong_is_a_warning_with_code_and_remedy(browse, edition, trials):
    trial = tried(ODD, edition=edition).trial
    warnings = [issue for issue in trial.issues if issue.severity is Severity.WARNING]
    page = browse(Role.STATISTICS).get(reverse("deliveries:trial", args=[trial.pk])).content.decode()
    assert warnings
    for issue in warnings:
        assert issue.code in page
    assert warnings[0].place in page
    assert "Mit Begründung übernehmen" in page


@pytest.mark.parametrize("note", ["", "   "])
def test_warnings_ask_for_a_written_reason(browse, edition, trials, note):
    trial = tried(ODD, edition=edition).trial
    answer = browse(Role.STATISTICS).post(reverse("deliveries:accept", args=[trial.pk]), {"note": note})
    assert answer.status_code == 422
    assert "Bitte begründen Sie" in answer.content.decode()
    assert Delivery.objects.count() == 1
    with pytest.raises(ValueError, match="reason"):
        actions.accept(trial=trial, note=note, replaces=None, by=Installation())


def test_with_a_reason_the_delivery_is_kept_and_the_reason_stands_in_the_protokoll(browse, edition, trials):
    trial = tried(ODD, edition=edition).trial
    browse(Role.STATISTICS).post(reverse("deliveries:accept", args=[trial.pk]), {"note": "Mit Pendlern."})
    kept, entry = Delivery.objects.get(name="neu.csv"), Entry.objects.first()
    assert (kept.note, kept.issues, kept.understood) == ("Mit Pendlern.", trial.issues, trial.understood)
    assert entry.did == "Lieferung mit Begründung übernommen"
    assert "Mit Pendlern." in entry.new


def test_a_file_with_errors_waits_with_all_its_faults_and_cannot_be_accepted(browse, edition, trials):
    """An error, and beside it the rows that could be read; nothing of it is delivered."""
    wrong = shell.delivery().replace("99;2020;Anzahl;400\n", "99;2020;Anzahl;vierhundert\n")
    trial = tried(wrong, edition=edition).trial
    assert trial.understood.observations > 0
    assert not trial.usable
    answer = browse(Role.STATISTICS).post(reverse("deliveries:accept", args=[trial.pk]), {"note": "trotzdem"})
    assert answer.status_code == 422
    assert "Es gibt Fehler" in answer.content.decode()
    assert Delivery.objects.count() == 1
    with pytest.raises(ValueError, match="errors"):
        actions.accept(trial=trial, note="trotzdem", replaces=None, by=Installation())


def test_issues_are_grouped_by_severity_and_long_lists_are_folded():
    """Five stand open; folding a single one would hide more than it saves."""
    notes = [Issue("N", Severity.NOTE, f"Hinweis {at}.", "") for at in range(9)]
    warnings = [Issue("W", Severity.WARNING, f"Warnung {at}.", "") for at in range(6)]
    groups = by_severity([*notes, *warnings, Issue("E", Severity.ERROR, "Fehler.", "")])
    assert [(group.word, len(group.shown), len(group.folded)) for group in groups] == [
        ("1 Fehler", 1, 0),
        ("6 Warnungen", 6, 0),
        ("9 Hinweise", 5, 4),
    ]
    assert [*groups[2].shown, *groups[2].folded] == notes
