"""Addresses of measures."""

from django.urls import path

from mehrklang_web.measures import views

app_name = "measures"
urlpatterns = [
    path("", views.listed, name="list"),
    path("neu/", views.new, name="new"),
    path("tabelle.csv", views.table, name="table"),
    path("<str:key>/", views.change, name="change"),
    path("<str:key>/streichen/", views.remove, name="remove"),
]
