"""Addresses of the goal system."""

from django.urls import path

from mehrklang_web.goals import import_views, missed_views, views

app_name = "goals"
urlpatterns = [
    path("", views.tree, name="tree"),
    path("karte/", views.field_map, name="map"),
    path("verfehlt/", missed_views.listed, name="missed"),
    path("verfehlt/<str:code>/<int:year>/", missed_views.record, name="missed-target"),
    path("verfehlt/<str:code>/<int:year>/<slug:place>/", missed_views.record, name="missed-target"),
    path("neu/", views.new, name="new"),
    path("uebernehmen/", import_views.try_out, name="import"),
    path("uebernehmen/vorlage.xlsx", import_views.template, name="template"),
    path("zielbaum.xlsx", import_views.table, name="table"),
    path("ziel/<str:key>/", views.change, name="change"),
    path("ziel/<str:key>/streichen/", views.remove, name="remove"),
    path("ziel/<str:key>/verschieben/", views.shift, name="shift"),
]
