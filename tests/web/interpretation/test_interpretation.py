"""A number goes out with an interpretation only: written by people, signed by both offices, on these very data."""

from datetime import date

import pytest
from django.urls import reverse

from mehrklang.vocabulary import Interpretation as Value
from mehrklang.vocabulary import Signature as SignatureValue
from mehrklang_web.audit.models import Entry
from mehrklang_web.interpretation import actions, queries
from mehrklang_web.interpretation.models import Interpretation, Signature
from mehrklang_web.interpretation.standing import Standing, standing
from mehrklang_web.people.models import Role
from mehrklang_web.results.models import Result
from mehrklang_web.results.queries import latest_run

KO, ST = "Koordination", "Statistik"
B = ["anteil-b"]


def write(client, version, text="Es zeigt sich etwas."):
    return client.post(
        reverse("interpretation:write", args=B), {"summary": "Kurz.", "text": text, "data_version": version}
    )


@pytest.fixture
def version(edition):
    return Result.objects.get(code="anteil-b").data_version


def test_writing_and_both_signatures_let_an_indicator_out(browse, edition, version):
    run, sign = latest_run(edition), reverse("interpretation:sign", args=B)
    assert [finding.definition.code for finding in queries.findings(edition, run)] == ["anteil-a"]
    write(browse(Role.DEPARTMENT), version)
    text = queries.current_text(edition, "anteil-b")
    for role, out in ((Role.COORDINATION, 1), (Role.STATISTICS, 2)):
        browse(role).post(sign, {"text": text.pk})
        assert len(queries.findings(edition, run)) == out
    assert [entry.did for entry in Entry.objects.all()[:3]] == ["Interpretation unterschrieben"] * 2 + [
        "Interpretation geschrieben"
    ]


def test_a_new_text_carries_no_signature_over_and_the_old_one_stays(browse, edition):
    old = queries.current_text(edition, "anteil-a")
    version = Result.objects.get(code="anteil-a").data_version
    browse(Role.COORDINATION).post(
        reverse("interpretation:write", args=["anteil-a"]),
        {"text": "Neue Worte.", "data_version": version, "before": old.pk},
    )
    new = queries.current_text(edition, "anteil-a")
    assert (new.text, new.open_offices) == ("Neue Worte.", (KO, ST))
    assert queries.earlier_texts(edition, "anteil-a") == [old]
    assert old.signed_by_both


def test_who_wrote_while_the_data_changed_is_asked_to_look_again(browse, edition):
    answer = write(browse(Role.COORDINATION), "andere-daten")
    assert answer.status_code == 422
    assert "Die Daten haben sich geändert" in answer.content.decode()
    assert queries.current_text(edition, "anteil-b") is None


def test_an_empty_text_is_no_interpretation(browse, version):
    assert write(browse(Role.COORDINATION), version, "  ").status_code == 422


def test_an_office_signs_once(edition, account, version):
    text = actions.interpret(
        edition=edition, value=Value("anteil-b", "Text.", version, ()), by=account(Role.STATISTICS)
    )
    for _ in range(2):
        actions.sign(interpretation=text, by=account(Role.STATISTICS))
    assert Signature.objects.filter(interpretation=text).count() == 1


def test_a_text_that_was_replaced_meanwhile_is_not_signed(browse, edition, account, version):
    by = account(Role.STATISTICS)
    seen, newer = (
        actions.interpret(edition=edition, value=Value("anteil-b", text, version, ()), by=by)
        for text in ("Alt.", "Neu.")
    )
    answer = browse(Role.COORDINATION).post(reverse("interpretation:sign", args=B), {"text": seen.pk}, follow=True)
    assert "inzwischen geändert" in answer.content.decode()
    assert not Signature.objects.filter(interpretation__in=[seen, newer]).exists()


@pytest.mark.parametrize("identifier", ["", "abc", "999999"])
def test_signing_nothing_is_not_found(browse, identifier):
    answer = browse(Role.COORDINATION).post(reverse("interpretation:sign", args=B), {"text": identifier})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("offices", "version_then", "expected"),
    [
        (None, "v", Standing.MISSING),
        ((), "v", Standing.OPEN),
        ((KO,), "v", Standing.OPEN),
        ((KO, ST), "v", Standing.VALID),
        ((KO, ST), "früher", Standing.STALE),
        ((KO,), "früher", Standing.STALE),
    ],
)
def test_the_standing_of_a_text(edition, account, offices, version_then, expected):
    text = None
    if offices is not None:
        signatures = tuple(SignatureValue("N.", office, date(2026, 1, 1)) for office in offices)
        value = Value("anteil-b", "Text.", version_then, signatures)
        text = actions.interpret(edition=edition, value=value, by=account(Role.STATISTICS))
    assert standing(text, "v") is expected


def test_an_interpretation_shows_emphasis_but_never_markup_of_its_author(browse, edition, account, version):
    value = Value("anteil-b", "**Fett** <script>alert(1)</script> [x](javascript:alert(1))", version, ())
    actions.interpret(edition=edition, value=value, by=account(Role.STATISTICS))
    page = browse(Role.STATISTICS).get(reverse("interpretation:indicator", args=B)).content.decode()
    assert "<strong>Fett</strong>" in page
    assert "<script" not in page
    assert 'href="javascript' not in page


def test_texts_of_one_indicator_are_not_those_of_another(edition):
    assert set(queries.current_texts(edition)) == {"anteil-a"}
    assert Interpretation.objects.count() == 1
