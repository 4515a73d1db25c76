"""Addresses of the reports."""

from django.urls import path

from mehrklang_web.publication import needs, views

app_name = "publication"
urlpatterns = [
    path("", views.reports, name="reports"),
    path("werte.csv", views.table, name="table"),
    path("datenbedarf/", needs.needs, name="needs"),
    path("datenbedarf.csv", needs.table, name="needs_table"),
    path("<slug:audience>.<slug:ending>", views.download, name="download"),
]
