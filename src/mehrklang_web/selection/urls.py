"""Addresses of the selection."""

from django.urls import path

from mehrklang_web.selection import further_views, views

app_name = "selection"
urlpatterns = [
    path("auswahl/vorschlagen/", views.propose, name="propose"),
    path("auswahl/<str:code>/", views.indicator, name="indicator"),
    path("auswahl/<str:code>/zielwert/", views.target, name="target"),
    path("auswahl/<str:code>/zielwert/weitere/neu/", further_views.new, name="new_further"),
    path("auswahl/<str:code>/zielwert/weitere/<slug:place>/", further_views.change, name="further"),
    path("auswahl/<str:code>/zielwert/weitere/<slug:place>/streichen/", further_views.remove, name="remove_further"),
]
