"""A Fachbereich reads everything and writes in its own fields of action; without names it writes in all of them."""

import pytest
from django.urls import reverse

from mehrklang.assessment.warning import SignalKind
from mehrklang_web.audit.actions import Installation, Subject, act
from mehrklang_web.audit.models import Entry
from mehrklang_web.people.actions import set_fields
from mehrklang_web.people.models import Account, Role
from mehrklang_web.people.rules import Right, may_in
from mehrklang_web.results.queries import latest_run
from mehrklang_web.signals import rules
from mehrklang_web.signals.models import Signal

FB = Role.DEPARTMENT
WRITE = reverse("interpretation:write", args=["anteil-a"])
PAGE = reverse("interpretation:indicator", args=["anteil-a"])


@pytest.fixture
def bound(account):
    """Gives the Fachbereich these fields; the indicators of the small town lie in the field "Arbeit"."""

    def to(*fields):
        set_fields(account=account(FB), fields=fields, by=Installation())
        return account(FB)

    return to


@pytest.mark.parametrize(
    ("fields", "allowed"), [((), True), (("Arbeit",), True), (("Bildung", "arbeit"), True), (("Bildung",), False)]
)
def test_it_interprets_in_its_own_fields_and_reads_all(browse, edition, bound, fields, allowed):
    bound(*fields)
    page = browse(FB).get(PAGE)
    assert page.status_code == 200
    assert ("Neu schreiben" in page.text) is allowed
    assert browse(FB).get(WRITE).status_code == (200 if allowed else 403)
    assert (browse(FB).post(WRITE, {}).status_code == 403) is not allowed


def test_its_next_steps_are_those_of_its_fields(browse, edition, bound):
    def waiting():
        return [step.title for step in browse(FB).get("/").context["overview"].steps]

    assert waiting() == ["Übergang B"]
    bound("Bildung")
    assert waiting() == []


@pytest.mark.parametrize("role", [role for role in Role if role is not FB])
def test_fields_bind_no_other_role(role):
    person = Account(role=role, own_fields=["Bildung"])
    for right in Right:
        assert may_in(person, right, "Arbeit") is may_in(Account(role=role), right, "Arbeit")


def test_it_handles_signals_of_its_fields_and_those_handed_to_it(edition, bound, account):
    with act("Probe", by=Installation(), to=Subject("", "", "")):
        signal = Signal.objects.create(
            edition=edition,
            run=latest_run(edition),
            code="anteil-a",
            field="Arbeit",
            year=2024,
            kind=SignalKind.DRIFT.value,
            office=Role.COORDINATION,
            content="{}",
        )
    assert rules.may_explain(signal, bound("Arbeit"))
    stranger = bound("Bildung")
    assert not any(rule(signal, stranger) for rule in (rules.may_acknowledge, rules.may_explain, rules.may_assign))
    signal.person = stranger
    assert rules.may_explain(signal, stranger)


def test_the_administration_names_the_fields_and_the_protokoll_says_so(browse, account):
    address = reverse("monitors:fields", args=[account(FB).pk])
    browse(Role.ADMINISTRATION).post(address, {"chosen": ["Bildung"], "more": "Digitales\n\nDigitales\nArbeit"})
    assert account(FB).own_fields == ["Bildung", "Digitales", "Arbeit"]
    assert (Entry.objects.first().old, Entry.objects.first().new) == ("alle", "Bildung, Digitales, Arbeit")
    again = browse(Role.ADMINISTRATION).get(address).context["form"].initial
    assert again == {"chosen": ["Bildung"], "more": "Digitales\nArbeit"}
    assert "Bildung, Digitales, Arbeit" in browse(Role.ADMINISTRATION).get(reverse("people:accounts")).text
    assert "Ihre Handlungsfelder: Bildung, Digitales, Arbeit." in browse(FB).get(reverse("people:own_account")).text


def test_only_a_fachbereich_has_fields(browse, account):
    address = reverse("monitors:fields", args=[account(Role.STATISTICS).pk])
    assert browse(Role.ADMINISTRATION).get(address).status_code == 404


def test_what_is_typed_is_kept_and_an_older_state_is_told(browse, account):
    address, client = reverse("monitors:fields", args=[account(FB).pk]), browse(Role.ADMINISTRATION)
    client.post("/bearbeiten/entwurf/", {"entwurf-seite": address, "chosen": ["Bildung"], "more": "Digitales"})
    form = client.get(f"{address}?entwurf=1").context["form"]
    assert (form["chosen"].value(), form["more"].value()) == (["Bildung"], "Digitales")
    client.post(address, {"chosen": [], "more": "Arbeit", "stand": ""})
    page = client.post(address, {"chosen": ["Bildung"], "more": "", "stand": ""})
    assert page.status_code == 422
    assert "Inzwischen gilt: Arbeit." in page.text
    assert account(FB).own_fields == ["Arbeit"]
    assert "liegt ein Entwurf" not in client.get(address).text
