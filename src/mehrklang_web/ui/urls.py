"""Addresses of the pages about the application."""

from django.urls import path

from mehrklang_web.ui import views

app_name = "ui"
urlpatterns = [
    path("hilfe/", views.help_page, name="help"),
    path("barrierefreiheit/", views.accessibility, name="accessibility"),
    path("darstellung/", views.choose_appearance, name="appearance"),
]
