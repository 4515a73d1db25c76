"""Addresses of the deliveries."""

from django.urls import path

from mehrklang_web.deliveries import views

app_name = "deliveries"
urlpatterns = [
    path("", views.delivery_list, name="list"),
    path("<int:number>/", views.delivery, name="delivery"),
    path("pruefung/<int:number>/", views.trial, name="trial"),
    path("pruefung/<int:number>/uebernehmen/", views.accept, name="accept"),
    path("pruefung/<int:number>/ablehnen/", views.reject, name="reject"),
]
