"""Addresses of accounts and of the Protokoll."""

from django.urls import path

from mehrklang_web.people import views

app_name = "people"
urlpatterns = [
    path("anmelden/", views.Login.as_view(), name="login"),
    path("abmelden/", views.log_out, name="logout"),
    path("konto/", views.own_account, name="own_account"),
    path("konto/erstes-passwort/", views.first_password, name="first_password"),
    path("konten/", views.account_list, name="accounts"),
    path("konten/<int:number>/sperren/", views.switch_account, name="switch"),
    path("konten/<int:number>/passwort/", views.reset_password, name="reset_password"),
    path("protokoll/", views.trace, name="trace"),
]
