"""Addresses of the selection."""

from django.urls import path

from mehrklang_web.selection import views

app_name = "selection"
urlpatterns = [
    path("auswahl/vorschlagen/", views.propose, name="propose"),
    path("auswahl/<str:code>/", views.indicator, name="indicator"),
    path("auswahl/<str:code>/zielwert/", views.target, name="target"),
]
