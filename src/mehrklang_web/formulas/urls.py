"""Addresses of the formula editor."""

from django.urls import path

from mehrklang_web.formulas import views

app_name = "formulas"
urlpatterns = [
    path("", views.start, name="new"),
    path("neu/<slug:kind>/<slug:of>/", views.build, name="build"),
    path("<slug:code>/", views.change, name="change"),
]
