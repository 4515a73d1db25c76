"""Addresses of the agreements and remarks."""

from django.urls import path

from mehrklang_web.agreements import remark_views, views

app_name = "agreements"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("gegenstand/<str:kind>/", views.matter, name="matter"),
    path("gegenstand/<str:kind>/<str:code>/", views.matter, name="matter"),
    path("gegenstand/<str:kind>/<str:code>/<slug:place>/", views.matter, name="matter"),
    path("unterschreiben/<str:kind>/", views.sign, name="sign"),
    path("unterschreiben/<str:kind>/<str:code>/", views.sign, name="sign"),
    path("unterschreiben/<str:kind>/<str:code>/<slug:place>/", views.sign, name="sign"),
    path("ablehnen/<str:kind>/", views.refuse, name="refuse"),
    path("ablehnen/<str:kind>/<str:code>/", views.refuse, name="refuse"),
    path("ablehnen/<str:kind>/<str:code>/<slug:place>/", views.refuse, name="refuse"),
    path("anmerkungen/", remark_views.listed, name="remarks"),
    path("anmerkungen/neu/", remark_views.new, name="new_remark"),
    path("anmerkungen/<int:number>/", remark_views.remark, name="remark"),
    path("anmerkungen/<int:number>/aendern/", remark_views.change, name="change_remark"),
    path("anmerkungen/<int:number>/abschliessen/", remark_views.settle, name="settle"),
]
