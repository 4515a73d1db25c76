"""Who may do what: the table of rights in full, and every address against every role."""

import pytest
from django.urls import reverse

from mehrklang_web.people.models import Role
from mehrklang_web.people.rules import RIGHTS, Right, may
from mehrklang_web.results.models import Result

KO, ST, FB, PA, LE, AD = Role

TABLE = """
                        KO  ST  FB  PA  LE  AD
    SEE_MONITORING      x   x   x   x   x   .
    SEE_WORKING_VALUES  x   x   x   .   .   .
    EDIT_CONCEPT        x   .   .   .   .   .
    EDIT_CATALOGUE      x   x   .   .   .   .
    ANSWER_CONCEPT      x   x   .   .   .   .
    SIGN_TARGET         x   x   .   .   .   .
    WRITE_REMARKS       x   x   x   x   .   .
    SEE_SOURCES         x   x   x   .   .   .
    KEEP_SOURCES        x   x   .   .   .   .
    TRY_DELIVERY        x   x   x   .   .   .
    ACCEPT_DELIVERY     x   x   .   .   .   .
    EDIT_AREAS          .   x   .   .   .   .
    FREEZE_RESULTS      x   x   .   .   .   .
    SEE_PROTECTION_COSTS . x   .   .   .   .
    HANDLE_SIGNALS      x   x   x   .   .   .
    CLOSE_SIGNALS       x   x   .   .   .   .
    CONFIRM_BREAKS      x   x   .   .   .   .
    INTERPRET           x   x   x   .   .   .
    SIGN_INTERPRETATION x   x   .   .   .   .
    DOWNLOAD_REPORT     x   x   x   x   x   .
    EXCHANGE            x   x   .   .   .   .
    READ_AUDIT          x   x   .   .   .   x
    MANAGE_ACCOUNTS     .   .   .   .   .   x
"""
EXPECTED = {
    (Right[name], role): mark == "x"
    for name, *marks in (line.split() for line in TABLE.strip().splitlines()[1:])
    for role, mark in zip(Role, marks, strict=True)
}


@pytest.mark.parametrize(("right", "role"), EXPECTED)
def test_a_role_holds_exactly_the_rights_of_the_table(right, role):
    assert (role in RIGHTS[right]) is EXPECTED[right, role]


def test_the_table_names_every_right():
    assert {right for right, _ in EXPECTED} == set(Right) == set(RIGHTS)


def test_a_locked_account_holds_no_right(account):
    locked = account(KO)
    locked.is_active = False
    assert not any(may(locked, right) for right in Right)


CODE = ["anteil-a"]
ADDRESSES = [
    ("GET", "interpretation:indicators", [], Right.SEE_MONITORING),
    ("GET", "interpretation:indicator", CODE, Right.SEE_MONITORING),
    ("GET", "interpretation:origin", CODE, Right.SEE_MONITORING),
    ("GET", "interpretation:write", CODE, Right.INTERPRET),
    ("POST", "interpretation:sign", CODE, Right.SIGN_INTERPRETATION),
    ("GET", "goals:tree", [], Right.SEE_MONITORING),
    ("GET", "goals:map", [], Right.SEE_MONITORING),
    ("GET", "goals:table", [], Right.SEE_MONITORING),
    ("GET", "goals:new", [], Right.EDIT_CONCEPT),
    ("GET", "goals:import", [], Right.EDIT_CONCEPT),
    ("GET", "goals:template", [], Right.EDIT_CONCEPT),
    ("GET", "goals:change", ["arbeit"], Right.EDIT_CONCEPT),
    ("POST", "goals:remove", ["gibt-es-nicht"], Right.EDIT_CONCEPT),
    ("POST", "goals:shift", ["gibt-es-nicht"], Right.EDIT_CONCEPT),
    ("GET", "measures:list", [], Right.SEE_MONITORING),
    ("GET", "measures:table", [], Right.SEE_MONITORING),
    ("GET", "measures:new", [], Right.EDIT_CONCEPT),
    ("GET", "measures:change", ["gibt-es-nicht"], Right.EDIT_CONCEPT),
    ("POST", "measures:remove", ["gibt-es-nicht"], Right.EDIT_CONCEPT),
    ("GET", "selection:indicator", CODE, Right.SEE_MONITORING),
    ("GET", "guidance:question", ["zweck"], Right.ANSWER_CONCEPT),
    ("GET", "guidance:adopt", [], Right.EDIT_CONCEPT),
    ("GET", "communication:new_addressee", [], Right.ANSWER_CONCEPT),
    ("GET", "selection:target", CODE, Right.EDIT_CONCEPT),
    ("GET", "agreements:overview", [], Right.SEE_MONITORING),
    ("GET", "agreements:matter", ["kernset"], Right.SEE_MONITORING),
    ("POST", "agreements:sign", ["definition", "gibt-es-nicht"], Right.SIGN_TARGET),
    ("POST", "agreements:refuse", ["definition", "gibt-es-nicht"], Right.SIGN_TARGET),
    ("GET", "agreements:remarks", [], Right.WRITE_REMARKS),
    ("GET", "agreements:new_remark", [], Right.WRITE_REMARKS),
    ("GET", "agreements:remark", [10**6], Right.WRITE_REMARKS),
    ("GET", "agreements:change_remark", [10**6], Right.WRITE_REMARKS),
    ("POST", "agreements:settle", [10**6], Right.SIGN_TARGET),
    ("GET", "agenda:points", [], Right.SIGN_TARGET),
    ("GET", "collection:sources", [], Right.SEE_SOURCES),
    ("GET", "collection:source", ["probe"], Right.SEE_SOURCES),
    ("GET", "collection:edit_source", ["probe"], Right.KEEP_SOURCES),
    ("POST", "collection:name_other_use", ["probe"], Right.KEEP_SOURCES),
    ("POST", "collection:strike_other_use", ["probe", 10**6], Right.KEEP_SOURCES),
    ("GET", "collection:calendar", [], Right.SEE_SOURCES),
    ("GET", "collection:calendar_file", [], Right.SEE_SOURCES),
    ("POST", "collection:plan", [], Right.KEEP_SOURCES),
    ("POST", "collection:plan_proposals", [], Right.KEEP_SOURCES),
    ("GET", "collection:expectation", [10**6], Right.SEE_SOURCES),
    ("POST", "collection:expectation", [10**6], Right.KEEP_SOURCES),
    ("POST", "collection:move", [10**6], Right.KEEP_SOURCES),
    ("GET", "publication:needs", [], Right.SEE_SOURCES),
    ("GET", "publication:needs_table", [], Right.SEE_SOURCES),
    ("GET", "deliveries:list", [], Right.TRY_DELIVERY),
    ("GET", "deliveries:delivery", [1], Right.TRY_DELIVERY),
    ("GET", "deliveries:trial", [1], Right.TRY_DELIVERY),
    ("POST", "deliveries:accept", [1], Right.ACCEPT_DELIVERY),
    ("POST", "deliveries:reject", [1], Right.TRY_DELIVERY),
    ("GET", "places:register", [], Right.SEE_MONITORING),
    ("POST", "places:upload", [], Right.EDIT_AREAS),
    ("GET", "places:trial", [10**6], Right.EDIT_AREAS),
    ("POST", "places:accept", [10**6], Right.EDIT_AREAS),
    ("POST", "places:discard", [10**6], Right.EDIT_AREAS),
    ("POST", "signals:freeze", [], Right.FREEZE_RESULTS),
    ("GET", "signals:list", [], Right.HANDLE_SIGNALS),
    ("GET", "signals:breaks", [], Right.HANDLE_SIGNALS),
    ("GET", "signals:break", [1], Right.HANDLE_SIGNALS),
    ("POST", "signals:confirm_break", [10**6], Right.CONFIRM_BREAKS),
    ("POST", "signals:reject_break", [10**6], Right.CONFIRM_BREAKS),
    ("GET", "signals:signal", [1], Right.HANDLE_SIGNALS),
    ("POST", "signals:acknowledge", [10**6], Right.HANDLE_SIGNALS),
    ("POST", "signals:explain", [10**6], Right.HANDLE_SIGNALS),
    ("POST", "signals:assign", [10**6], Right.HANDLE_SIGNALS),
    ("POST", "signals:close", [10**6], Right.CLOSE_SIGNALS),
    ("POST", "signals:reopen", [10**6], Right.CLOSE_SIGNALS),
    ("GET", "results:protection_costs", [], Right.SEE_PROTECTION_COSTS),
    ("POST", "results:recompute", [], Right.FREEZE_RESULTS),
    ("GET", "publication:reports", [], Right.DOWNLOAD_REPORT),
    ("GET", "publication:download", ["politik", "html"], Right.DOWNLOAD_REPORT),
    ("GET", "publication:table", [], Right.DOWNLOAD_REPORT),
    ("POST", "workplace:phase", [], Right.EDIT_CONCEPT),
    ("GET", "people:accounts", [], Right.MANAGE_ACCOUNTS),
    ("POST", "people:switch", [10**6], Right.MANAGE_ACCOUNTS),
    ("GET", "people:reset_password", [10**6], Right.MANAGE_ACCOUNTS),
    ("GET", "people:trace", [], Right.READ_AUDIT),
]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("address", ADDRESSES, ids=lambda each: each[1])
def test_an_address_opens_for_the_roles_that_hold_its_right_and_for_no_other(browse, role, address):
    method, name, args, right = address
    answer = browse(role).generic(method, reverse(name, args=args))
    assert (answer.status_code == 403) is not EXPECTED[right, role]


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda each: each[1])
def test_without_a_login_every_address_leads_to_the_login(db, client, address):
    method, name, args, _ = address
    answer = client.generic(method, reverse(name, args=args))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("people:login"))


@pytest.mark.parametrize("role", [PA, LE])
def test_who_may_not_see_working_values_sees_no_figure_before_it_is_interpreted(browse, edition, role):
    """Neither in the list, nor on the page of the indicator, nor on that of its origin."""
    figure = Result.objects.get(code="anteil-b").latest
    client = browse(role)
    page = client.get(reverse("interpretation:indicator", args=["anteil-b"])).content.decode()
    assert figure not in page
    assert '<svg class="chart' not in page
    assert client.get(reverse("interpretation:origin", args=["anteil-b"])).status_code == 404
    assert client.get(reverse("interpretation:indicators")).content.decode().count(figure) == 1
