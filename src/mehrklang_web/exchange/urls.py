"""Addresses of the exchange."""

from django.urls import path

from mehrklang_web.exchange import views

app_name = "exchange"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("ordner.zip", views.folder, name="folder"),
    path("einlesen/", views.import_folder, name="import"),
    path("einlesen/uebernehmen/", views.take_in, name="take_in"),
    path("unterschiede/", views.compare, name="compare"),
]
