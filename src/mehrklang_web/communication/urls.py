"""Addresses of the communication plan."""

from django.urls import path

from mehrklang_web.communication import views

app_name = "communication"
urlpatterns = [
    path("", views.plan, name="plan"),
    path("zielgruppe/", views.addressee, name="new_addressee"),
    path("zielgruppe/<int:number>/", views.addressee, name="addressee"),
    path("eintrag/", views.message, name="new_message"),
    path("eintrag/<int:number>/", views.message, name="message"),
    path("eintrag/<int:number>/erledigt/", views.done, name="done"),
    path("<slug:kind>/<int:number>/entfernen/", views.remove, name="remove"),
]
