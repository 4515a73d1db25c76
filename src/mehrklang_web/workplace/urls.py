"""Addresses of the overview."""

from django.urls import path

from mehrklang_web.workplace import views

app_name = "workplace"
urlpatterns = [
    path("", views.home, name="overview"),
    path("phase/", views.change_phase, name="phase"),
]
