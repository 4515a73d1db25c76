"""Addresses of the results."""

from django.urls import path

from mehrklang_web.results import views

app_name = "results"
urlpatterns = [
    path("<str:code>/stabilisieren/", views.stabilise, name="stabilise"),
    path("nachrechnen/", views.recompute, name="recompute"),
]
