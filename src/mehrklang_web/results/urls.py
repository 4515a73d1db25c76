"""Addresses of the results."""

from django.urls import path

from mehrklang_web.results import views

app_name = "results"
urlpatterns = [
    path("nachrechnen/", views.recompute, name="recompute"),
]
