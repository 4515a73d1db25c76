"""Forms that stand beside others on their page: what was typed comes back, is dropped when sent, and can be dropped."""

import pytest
from django.urls import reverse

from mehrklang_web.editing.models import Draft
from mehrklang_web.people.models import Role

pytestmark = pytest.mark.django_db

KO = Role.COORDINATION
CORE = reverse("agreements:matter", args=["kernset"])
REFUSING = reverse("agreements:refuse", args=["kernset"])
PAGES = [
    (CORE, REFUSING, {"reason": "Zwei Ziele fehlen"}),
    (reverse("deliveries:list"), reverse("deliveries:list"), {"period": "30.06.2031"}),
    (reverse("collection:calendar"), reverse("collection:plan"), {"period": "2031"}),
    (reverse("collection:source", args=["probe"]), reverse("collection:name_other_use", args=["probe"]),
     {"title": "Sozialmonitoring Nord"}),
    (reverse("interpretation:write", args=["anteil-b"]), reverse("interpretation:write", args=["anteil-b"]),
     {"text": "Ein halber Gedanke"}),
    (reverse("opening:begin", args=["03459", "eigene-veroeffentlichung"]),
     reverse("opening:begin", args=["03459", "eigene-veroeffentlichung"]), {"publication": "Bericht von damals"}),
]  # fmt: skip


def keep(client, place, typed):
    assert client.post(reverse("editing:draft"), {"entwurf-seite": place, **typed}).status_code == 204


@pytest.mark.parametrize(("page", "place", "typed"), PAGES)
def test_what_was_typed_comes_back_and_can_be_dropped(browse, page, place, typed):
    client = browse(KO)
    (text,) = typed.values()
    assert text not in client.get(page).text
    keep(client, place, typed)
    shown = client.get(page).text
    assert text in shown
    assert "Entwurf verwerfen" in shown
    assert text not in browse(Role.STATISTICS).get(page).text
    answer = client.post(reverse("editing:drop"), {"entwurf-seite": place, "zurueck": page})
    assert answer.url == page
    assert text not in client.get(page).text


def test_a_form_with_a_draft_is_unfolded(browse):
    client = browse(KO)
    closed = "<details><summary>Diese Fassung ablehnen"
    assert closed in client.get(CORE).text
    keep(client, REFUSING, {"reason": "Zwei Ziele fehlen"})
    assert closed not in client.get(CORE).text


def test_what_is_sent_is_no_draft_any_more(browse):
    client = browse(KO)
    version = client.get(CORE).context["view"].version.fingerprint
    keep(client, REFUSING, {"reason": "Zwei Ziele"})
    assert client.post(REFUSING, {"fassung": version, "reason": "Zwei Ziele fehlen"}).status_code == 302
    assert not Draft.objects.exists()


def test_the_reason_of_a_refusal_stays_when_the_version_has_changed(browse):
    answer = browse(KO).post(REFUSING, {"fassung": "eine frühere", "reason": "Zwei Ziele fehlen"})
    assert answer.status_code == 422
    assert "Zwei Ziele fehlen" in answer.text
    assert "Die Fassung ist inzwischen eine andere" in answer.text


def test_two_who_write_an_interpretation_see_both_texts(browse):
    address = reverse("interpretation:write", args=["anteil-a"])
    first, second = browse(KO), browse(Role.STATISTICS)
    opened = first.get(address).context["form"].initial
    kept = {name: opened[name] for name in ("data_version", "before")}
    assert first.post(address, {**kept, "text": "Von der Koordination"}).status_code == 302
    refused = second.post(address, {**kept, "text": "Von der Statistik"})
    assert refused.status_code == 422
    assert "Von der Koordination" in refused.text
    assert "Von der Statistik" in refused.text
    again = refused.context["form"].data
    sent = {**kept, "before": again["before"], "text": "Von der Statistik"}
    assert second.post(address, sent).status_code == 302


def test_hidden_fields_of_a_draft_do_not_come_back(browse):
    """They say on what the page stands today, not when somebody typed."""
    address = reverse("interpretation:write", args=["anteil-a"])
    client = browse(KO)
    keep(client, address, {"text": "Ein halber Gedanke", "data_version": "von gestern"})
    assert "von gestern" not in client.get(address).text
