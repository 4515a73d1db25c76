"""Addresses of the catalogue."""

from django.urls import path

from mehrklang_web.catalogues import import_views, mapping_views, views

app_name = "catalogues"
urlpatterns = [
    path("", views.browse, name="browse"),
    path("vergleich/", views.compare, name="compare"),
    path("zuordnung/", mapping_views.between, name="between"),
    path("zuordnung.csv", mapping_views.export, name="export"),
    path("einlesen/", import_views.try_out, name="import"),
    path("einlesen/<slug:key>/entfernen/", import_views.remove, name="remove"),
    path("vorlage.xlsx", import_views.workbook, name="template"),
    path("vorlage.toml", import_views.toml, name="toml_template"),
    path("indikator/<slug:code>/", views.sheet, name="sheet"),
    path("indikator/<slug:code>/stilllegen/", views.retire, name="retire"),
    path("indikator/<slug:code>/wieder-anbieten/", views.offer_again, name="offer_again"),
]
