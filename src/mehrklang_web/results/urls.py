"""Addresses of the results."""

from django.urls import path

from mehrklang_web.results import territory_views, views

app_name = "results"
urlpatterns = [
    path("<str:code>/stabilisieren/", views.stabilise, name="stabilise"),
    path("gebietsstand/", territory_views.territory, name="territory"),
    path("schutzkosten/", views.protection_costs, name="protection_costs"),
    path("nachrechnen/", views.recompute, name="recompute"),
]
