"""All addresses: each room brings its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("mehrklang_web.workplace.urls")),
    path("", include("mehrklang_web.people.urls")),
    path("", include("mehrklang_web.ui.urls")),
    path("", include("mehrklang_web.monitors.urls")),
    path("bearbeiten/", include("mehrklang_web.editing.urls")),
    path("konzept/", include("mehrklang_web.guidance.urls")),
    path("katalog/gemeinsam/", include("mehrklang_web.commons.urls")),
    path("katalog/eigene/", include("mehrklang_web.formulas.urls")),
    path("katalog/", include("mehrklang_web.catalogues.urls")),
    path("ziele/", include("mehrklang_web.goals.urls")),
    path("ziele/", include("mehrklang_web.selection.urls")),
    path("vereinbarungen/", include("mehrklang_web.agreements.urls")),
    path("tagesordnung/", include("mehrklang_web.agenda.urls")),
    path("auswahl/", include("mehrklang_web.weighing.urls")),
    path("kommunikation/", include("mehrklang_web.communication.urls")),
    path("massnahmen/", include("mehrklang_web.measures.urls")),
    path("lieferungen/zuordnungen/", include("mehrklang_web.profiles.urls")),
    path("lieferungen/", include("mehrklang_web.deliveries.urls")),
    path("quellen/", include("mehrklang_web.collection.urls")),
    path("gebiete/", include("mehrklang_web.places.urls")),
    path("anfangen/", include("mehrklang_web.opening.urls")),
    path("austausch/", include("mehrklang_web.exchange.urls")),
    path("ergebnisse/", include("mehrklang_web.results.urls")),
    path("hinweise/", include("mehrklang_web.signals.urls")),
    path("indikatoren/", include("mehrklang_web.interpretation.urls")),
    path("berichte/", include("mehrklang_web.publication.urls")),
]
