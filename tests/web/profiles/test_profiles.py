"""Kept profiles are brought in, given out and removed; each with a trace."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mehrklang.sources import load_profile
from mehrklang_web.audit.models import Entry
from mehrklang_web.people.models import Role
from mehrklang_web.profiles.columns import Role as Meaning
from mehrklang_web.profiles.columns import SaidColumn, profile_of, said_of
from mehrklang_web.profiles.models import KeptProfile
from tests.factories.layouts import PROFILE

LIST = "profiles:list"


def bring_in(client, text):
    content = text if isinstance(text, bytes) else text.encode()
    return client.post(reverse(LIST), {"file": SimpleUploadedFile("bestand.toml", content)})


def test_what_is_brought_in_is_given_out_as_the_librarys_file(browse):
    client = browse(Role.DEPARTMENT)
    assert bring_in(client, PROFILE).status_code == 302
    kept = KeptProfile.objects.get()
    answer = client.get(reverse("profiles:export", args=[kept.pk]))
    assert "bestand.toml" in answer["Content-Disposition"]
    assert load_profile(answer.content.decode()).profile == load_profile(PROFILE).profile
    assert Entry.objects.first().did == "Zuordnung gespeichert"
    assert "Bestand" in client.get(reverse(LIST)).content.decode()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("farbe = 'rot'\nform = 'rund'\n", ["farbe", "form"]),
        ("kein toml", ["Kein gültiges TOML"]),
        (PROFILE.replace('name = "Bestand"\n', ""), ["keinen Namen"]),
        (b"\xff\xfe", ["nicht in UTF-8"]),
        ("x" * 200_001, ["zu groß"]),
    ],
)
def test_a_faulty_profile_is_answered_with_all_its_faults(browse, text, told):
    answer = bring_in(browse(Role.STATISTICS), text)
    assert answer.status_code == 422
    for part in told:
        assert part in answer.content.decode()
    assert not KeptProfile.objects.exists()


def test_one_of_the_same_name_is_renewed_and_the_old_text_stays_in_the_protokoll(browse):
    client = browse(Role.STATISTICS)
    bring_in(client, PROFILE)
    bring_in(client, PROFILE.replace('"bestand"', '"anderer-bestand"'))
    assert KeptProfile.objects.get().to_value().measure == "anderer-bestand"
    entry = Entry.objects.first()
    assert entry.did == "Zuordnung geändert"
    assert '"bestand"' in entry.old


def test_it_is_removed_by_those_who_accept_deliveries(browse):
    bring_in(browse(Role.STATISTICS), PROFILE)
    kept = KeptProfile.objects.get()
    assert browse(Role.DEPARTMENT).post(reverse("profiles:forget", args=[kept.pk])).status_code == 403
    browse(Role.COORDINATION).post(reverse("profiles:forget", args=[kept.pk]))
    assert not KeptProfile.objects.exists()
    assert Entry.objects.first().old == kept.text


WIDE = [
    SaidColumn("Ort", Meaning.NAME),
    SaidColumn("Frauen", Meaning.VALUE, categories=(("Geschlecht", "weiblich"),)),
    SaidColumn("Quote", Meaning.VALUE, "quote", "Prozent", "2024"),
    SaidColumn("Notiz", Meaning.NONE),
]


def test_columns_and_profile_say_the_same_in_both_directions():
    """What a profile says of a file's heads puts together the same profile again."""
    frame = load_profile(PROFILE).profile
    profile = profile_of(frame, WIDE)
    assert said_of(profile, [one.head for one in WIDE], is_period=()) == tuple(WIDE)
    assert profile_of(frame, said_of(profile, [one.head for one in WIDE], is_period=())) == profile
