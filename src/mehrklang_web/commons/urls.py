"""Addresses of what the monitors hold together."""

from django.urls import path

from mehrklang_web.commons import views

app_name = "commons"
urlpatterns = [
    path("", views.page, name="page"),
    path("uebernehmen/", views.take, name="take"),
    path("fassung/<int:number>/", views.decide, name="decide"),
    path("gebiete/<int:number>/", views.take_areas, name="take_areas"),
]
