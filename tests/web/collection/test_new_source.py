"""A new own source on the web: described, read from a sample, begun after another one, used at once, removed again."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from mehrklang.catalogue import ColumnMeaning, FileColumn, SourceContents, SourceFeature, SourceMeasure
from mehrklang.package import read_folder
from mehrklang.package.archive import pack, unpack
from mehrklang.vocabulary import Breakdown, Material, Severity, Unit
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.catalogues.models import OwnIndicator, OwnSource
from mehrklang_web.catalogues.queries import whole
from mehrklang_web.collection.models import OtherUse, OwnSupply
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.editing.models import Draft
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.exchange.queries import portable
from mehrklang_web.formulas.cells import cells_of, sources_with_cells, term_of
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role

NEW = "/quellen/neu/"
FIELDS = {
    "name": "Schuleingangsprüfung Übergang",
    "description": "Untersuchung vor der Einschulung",
    "material": "veroeffentlicht",
    "producer": "Gesundheitsamt",
    "population": "Kinder, die eingeschult werden, am 30. Juni",
    "rhythm": "jährlich",
    "licence": "nur für das Monitoring",
    "citation": "Gesundheitsamt, Einschulung",
    "access_words": "auf Antrag im Juli",
    "rule_set": "geschuetzt",
    "reason": "Das Gesundheitsamt schützt selbst.",
    "groesse-0": "untersuchte",
    "einheit-0": "anzahl",
    "groesse-1": "foerderbedarf",
    "einheit-1": "anzahl",
    "merkmal-0": "Migrationshintergrund",
    "auspraegungen-0": "mit\nohne",
    "definition-0": "seu",
    "level": "gemeinde",
    "file_kind": "tidy",
}
KEY = "schuleingangspruefung-uebergang"
CONTENTS = SourceContents(
    FIELDS["population"],
    (SourceMeasure("untersuchte", Unit.COUNT), SourceMeasure("foerderbedarf", Unit.COUNT)),
    (SourceFeature("Migrationshintergrund", ("mit", "ohne"), "seu"),),
    "tidy",
)
SAMPLE = (
    "Jahr;Migrationshintergrund;Geschlecht;Untersuchte;Förderbedarf\n"
    "2023;mit;w;40;10\n2023;mit;m;44;12\n2023;ohne;w;60;6\n2024;ohne;m;66;8\n"
)


def csv_file(text, name="einschulung.csv"):
    return SimpleUploadedFile(name, text.encode(), content_type="text/csv")


def workbook(text):
    book, out = Workbook(), BytesIO()
    for line in text.split():
        book.active.append([int(cell) if cell.isdecimal() else cell for cell in line.split(";")])
    book.save(out)
    return SimpleUploadedFile("einschulung.xlsx", out.getvalue())


def kept(edition, key=KEY):
    return OwnSource.objects.get(edition=edition, key=key).to_value()


def address(key=KEY, what=""):
    return f"/quellen/quelle/{key}/{what}"


def shown(page):
    return page.context["form"]


@pytest.fixture
def client(browse):
    return browse(Role.COORDINATION)


def test_what_is_described_is_kept_told_and_can_be_undone(client, edition):
    page = client.post(NEW, FIELDS, follow=True).text
    source = kept(edition)
    assert source.contents == CONTENTS
    assert (source.material, source.rule_set) == (Material.PUBLISHED, "geschuetzt")
    assert source.rule_reason == "Das Gesundheitsamt schützt selbst."
    assert source.supply.definitions == ("seu",)
    entry = Entry.objects.filter(did="Eigene Quelle beschrieben").first()
    assert entry.new == "Schuleingangsprüfung Übergang, von: Gesundheitsamt; Messgrößen: untersuchte, foerderbedarf"
    for text in ("ist angelegt", "Grundgesamtheit", "foerderbedarf", "mit · ohne", "Leere Datei zum Ausfüllen"):
        assert text in page
    undo = page.split('class="messages__undo" method="post" action="')[1].split('"')[0]
    client.post(undo, {"zurueck": "/quellen/"})
    assert not OwnSource.objects.filter(edition=edition, key=KEY).exists()


def test_it_goes_into_the_folder_and_back_whole(client, edition, tmp_path):
    columns = {
        "file_kind": "",
        "kopf-0": "Jahr",
        "bedeutung-0": "zeitraum",
        "kopf-1": "Migrationshintergrund",
        "bedeutung-1": "merkmal",
        "kopf-2": "Untersuchte",
        "bedeutung-2": "wert",
        "werte-von-2": "untersuchte",
    }
    client.post(NEW, FIELDS | columns)
    source = kept(edition)
    assert source.contents.columns[2] == FileColumn("Untersuchte", ColumnMeaning.VALUE, "untersuchte")
    pack(portable(edition), tmp_path / "ordner.zip")
    assert unpack(tmp_path / "ordner.zip", tmp_path / "ordner") == ()
    read = read_folder(tmp_path / "ordner")
    assert not [issue for issue in read.issues if issue.severity is Severity.ERROR]
    assert source in read.monitoring.own_sources
    second = take_in(monitoring=read.monitoring, phase=Phase.CONCEPT, by=Installation())
    assert kept(second) == source


def test_all_faults_are_named_at_once_and_nothing_is_kept(client, edition):
    wrong = {"name": "", "material": "", "reason": "", "licence": "", "groesse-1": "untersuchte", "merkmal-0": "",
             "rounding": "x"}  # fmt: skip
    page = client.post(NEW, FIELDS | wrong)
    assert page.status_code == 422
    told = {field: " ".join(errors) for field, errors in shown(page).errors.items()}
    assert {"name", "material", "reason", "licence", "merkmal-0", "rounding"} <= told.keys()
    assert "Bitte benennen Sie das Merkmal." in told["merkmal-0"]
    page = client.post(NEW, FIELDS | {"groesse-1": "untersuchte", "definition-0": "", "kopf-0": "Jahr"})
    assert "„untersuchte“ ist mehrmals genannt" in page.text
    assert "Keine Spalte der Datei enthält Werte" in page.text
    assert "Bitte entweder eine bekannte Form wählen" in page.text
    assert not OwnSource.objects.filter(edition=edition).exclude(key="probe").exists()


def test_raw_figures_without_protection_are_for_the_statistics_office_to_decide(client, browse, edition):
    raw = FIELDS | {"material": "additiv"}
    page = client.post(NEW, raw)
    assert "Für Rohdaten bestimmt das die Statistikstelle." in page.text
    browse(Role.STATISTICS).post(NEW, raw)
    assert kept(edition).material is Material.ADDITIVE
    client.post(NEW, raw | {"name": "Zweite", "rule_set": "mindestfallzahl-5"})
    assert kept(edition, "zweite").rule_set == "mindestfallzahl-5"


def test_sums_of_money_are_asked_for_rules_that_judge_contributors(client, edition):
    money = FIELDS | {"material": "additiv", "rule_set": "mindestfallzahl-5", "einheit-0": "euro-summe"}
    page = client.post(NEW, money)
    assert page.status_code == 422
    assert "hat keine Dominanzregel" in page.text
    client.post(NEW, money | {"rule_set": "betraege"})
    assert kept(edition).rule_set == "betraege"


def test_one_more_row_is_asked_for_and_nothing_is_lost_or_saved(client, edition):
    page = client.post(NEW, FIELDS | {"mehr": "merkmal", "name": ""})
    assert page.status_code == 200
    assert [len(list(rows)) for rows in (shown(page).measure_rows(), shown(page).feature_rows())] == [2, 2]
    assert shown(page)["auspraegungen-0"].value() == "mit\nohne"
    assert not OwnSource.objects.filter(edition=edition, key=KEY).exists()


@pytest.mark.parametrize("make", [csv_file, workbook])
def test_a_sample_gives_columns_features_and_categories_for_the_office_to_confirm(client, edition, make):
    file = make(SAMPLE)
    typed = {"name": "Aus der Datei", "beispiel": "1", "sample": file, "population": "alle"}
    page = client.post(NEW, typed)
    assert page.status_code == 200
    form = shown(page)
    assert form["name"].value() == "Aus der Datei"
    assert form["population"].value() == "alle"
    assert [form[f"groesse-{at}"].value() for at in (0, 1)] == ["Untersuchte", "Förderbedarf"]
    assert [form[f"merkmal-{at}"].value() for at in (0, 1)] == ["Migrationshintergrund", "Geschlecht"]
    assert form["auspraegungen-1"].value().split() == ["w", "m"]
    meanings = {form[f"kopf-{at}"].value(): form[f"bedeutung-{at}"].value() for at in range(5)}
    assert meanings["Jahr"] == "zeitraum"
    assert meanings["Untersuchte"] == "wert"
    assert "mehrere Definitionen" in page.text
    assert not OwnSource.objects.filter(edition=edition).exclude(key="probe").exists()
    again = client.get(f"{NEW}?entwurf=1")
    assert shown(again)["merkmal-1"].value() == "Geschlecht"


def test_a_file_in_our_own_form_is_recognised_as_such(client):
    rows = "".join(f"kinder;99000001;2024;Anzahl;12;{age}\n" for age in ("unter 3", "3 bis 5"))
    text = f"Messgröße;Gebiet;Zeitraum;Einheit;Wert;Alter\n{rows}"
    form = shown(client.post(NEW, {"beispiel": "1", "sample": csv_file(text)}))
    assert form["file_kind"].value() == "tidy"
    assert form["auspraegungen-0"].value().splitlines() == ["unter 3", "3 bis 5"]


@pytest.mark.parametrize("sent", [{}, {"sample": csv_file("nur ein Satz", "leer.csv")}], ids=["none", "no table"])
def test_a_sample_that_is_none_is_said_and_what_is_typed_stays(client, sent):
    page = client.post(NEW, FIELDS | {"beispiel": "1"} | sent)
    assert page.status_code == 422
    assert shown(page)["groesse-1"].value() == "foerderbedarf"
    assert "Bitte wählen Sie eine Datei" in page.text or "keine Tabelle mit Zahlen" in page.text


def test_another_source_is_a_starting_point_without_its_name_and_reason(client):
    form = shown(client.get(f"{NEW}?wie=probe"))
    assert form["producer"].value() == "Landesamt"
    assert (form["name"].value(), form["reason"].value()) == ("", "")
    assert f"{NEW}?wie=melderegister" in client.get("/quellen/quelle/melderegister/").text


def test_its_figures_can_be_taken_at_once_in_an_own_formula(client, edition):
    client.post(NEW, FIELDS)
    catalogue = whole(edition)
    assert KEY in dict(sources_with_cells(edition, catalogue))
    terms = {term_of(cell.key) for cell in cells_of(edition, catalogue, KEY)}
    wheres = [Breakdown.of([]), *(Breakdown.of({"Migrationshintergrund": each}) for each in ("mit", "ohne"))]
    assert {(term.measure, term.where) for term in terms} == {
        (measure, where) for measure in ("untersuchte", "foerderbedarf") for where in wheres
    }


def test_the_empty_file_that_it_offers_can_be_filled_in_and_delivered(client, browse, edition, trials):
    client.post(NEW, FIELDS)
    text = client.get(address(what="vorlage.csv")).content.decode("utf-8-sig")
    rows = text.split()
    assert rows[0] == "Messgröße;Gebiet;Zeitraum;Einheit;Migrationshintergrund;Wert"
    assert len(rows) == 1 + 2 * 2
    filled = "\n".join([rows[0], *(f"{row}{10 + at}" for at, row in enumerate(rows[1:]))])
    deliver(browse, edition, csv_file(filled, "ausgefuellt.csv"), values=4)


def test_files_with_described_columns_are_read_and_accepted_without_more_words(client, browse, edition, trials):
    page = client.post(NEW, {"beispiel": "1", "sample": csv_file(SAMPLE)})
    proposed = {name: shown(page)[name].value() for name in shown(page).fields if "-" in name}
    client.post(NEW, FIELDS | {"file_kind": ""} | proposed)
    assert kept(edition).contents.columns
    deliver(browse, edition, csv_file(SAMPLE), values=8)
    read = Delivery.objects.get(source=KEY).profile
    assert read.area == edition.monitor.area


def deliver(browse, edition, file, *, values):
    """Uploaded, checked, accepted; the source is recognised."""
    statistics = browse(Role.STATISTICS)
    statistics.post("/lieferungen/", {"file": file})
    trial = Trial.objects.get(edition=edition)
    assert (trial.source, trial.rows) == (KEY, values), [issue.message for issue in trial.issues]
    statistics.post(f"/lieferungen/pruefung/{trial.pk}/uebernehmen/", {"note": "geprüft"})
    assert Delivery.objects.filter(edition=edition, source=KEY).exists()


def test_a_source_that_nothing_uses_is_removed_with_what_was_noted_about_it(client, edition):
    client.post(NEW, FIELDS)
    client.post(address(what="angaben/"), {"version": "0", "holder": "Amt 5"})
    client.post(address(what="nutzung/"), {"title": "Bildungsmonitoring"})
    page = client.post(address(what="entfernen/"), {"version": 1}, follow=True).text
    assert "ist gestrichen" in page
    assert not any(
        model.objects.filter(edition=edition, **{name: KEY}).exists()
        for model, name in ((OwnSource, "key"), (OwnSupply, "source"), (OtherUse, "source"))
    )
    undo = page.split('class="messages__undo" method="post" action="')[-1].split('"')[0]
    client.post(undo, {"zurueck": "/quellen/"})
    assert kept(edition).contents == CONTENTS
    assert OwnSupply.objects.get(edition=edition, source=KEY).to_value().holder == "Amt 5"


def test_a_source_in_use_stays_and_it_is_said_why(client, edition):
    page = client.post(address("probe", "entfernen/"), {"version": 1}, follow=True).text
    assert "bleibt, denn die Quelle wird gebraucht" in page
    for why in ("Grundlage von Indikatoren: Anteil A", "hat Lieferungen: probe.csv"):
        assert why in page
    assert OwnSource.objects.filter(edition=edition, key="probe").exists()
    assert OwnIndicator.objects.filter(edition=edition).exists()


def test_only_the_two_offices_describe_sources_and_a_draft_is_theirs_alone(client, browse, edition):
    assert browse(Role.DEPARTMENT).get(NEW).status_code == 403
    assert NEW in client.get("/quellen/").text
    assert NEW not in browse(Role.DEPARTMENT).get("/quellen/").text
    client.post("/bearbeiten/entwurf/", {"entwurf-seite": NEW, "name": "Halb", "merkmal-2": "Alter"})
    assert Draft.objects.filter(place=NEW).count() == 1
    assert "liegt ein Entwurf von Ihnen vor" in client.get(NEW).text
    form = shown(client.get(f"{NEW}?entwurf=1"))
    assert (form["name"].value(), form["merkmal-2"].value()) == ("Halb", "Alter")
    assert "liegt ein Entwurf" not in browse(Role.STATISTICS).get(NEW).text
