"""Addresses of the mapping profiles."""

from django.urls import path

from mehrklang_web.profiles import views

app_name = "profiles"
urlpatterns = [
    path("", views.profile_list, name="list"),
    path("<int:number>.toml", views.export, name="export"),
    path("<int:number>/loeschen/", views.forget, name="forget"),
]
