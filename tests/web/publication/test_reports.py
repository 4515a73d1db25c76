"""Reports hold what both offices have interpreted, and nothing else."""

import pytest
from django.urls import reverse

from mehrklang.report import Audience
from mehrklang_web.people.models import Role
from mehrklang_web.publication.queries import going_out, staying


def test_what_goes_out_and_what_stays(edition):
    assert [line.name for line in going_out(edition)] == ["Anteil A"]
    assert [line.name for line in staying(edition)] == ["Übergang B"]


@pytest.mark.parametrize("audience", Audience)
def test_a_report_names_the_interpreted_indicator_only(browse, audience):
    answer = browse(Role.LEADERSHIP).get(reverse("publication:download", args=[audience.value, "html"]))
    text = answer.content.decode()
    assert answer["Content-Disposition"].startswith("attachment")
    assert "Anteil A" in text
    assert "Übergang B" not in text


def test_a_pdf_is_a_pdf(browse):
    answer = browse(Role.PARTNER).get(reverse("publication:download", args=["politik", "pdf"]))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize(("audience", "ending"), [("niemand", "html"), ("politik", "exe")])
def test_other_reports_are_not_found(browse, audience, ending):
    assert browse(Role.STATISTICS).get(reverse("publication:download", args=[audience, ending])).status_code == 404


def test_the_table_of_values_holds_the_interpreted_indicator_only(browse):
    answer = browse(Role.PARTNER).get(reverse("publication:table"))
    text = answer.content.decode("utf-8-sig")
    assert "anteil-a" in text
    assert "anteil-b" not in text
    assert answer["Content-Disposition"] == 'attachment; filename="integrationsmonitoring-2026-werte.csv"'
