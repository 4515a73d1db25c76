"""Addresses of the register of areas."""

from django.urls import path

from mehrklang_web.places import views

app_name = "places"
urlpatterns = [
    path("", views.register, name="register"),
    path("einlesen/", views.upload, name="upload"),
    path("probe/<int:number>/", views.trial, name="trial"),
    path("probe/<int:number>/uebernehmen/", views.accept, name="accept"),
    path("probe/<int:number>/verwerfen/", views.discard, name="discard"),
]
