"""Addresses of the reports."""

from django.urls import path

from mehrklang_web.publication import views

app_name = "publication"
urlpatterns = [
    path("", views.reports, name="reports"),
    path("werte.csv", views.table, name="table"),
    path("<slug:audience>.<slug:ending>", views.download, name="download"),
]
