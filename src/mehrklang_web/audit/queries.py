"""Reading the Protokoll."""

from django.db.models import Q, QuerySet

from mehrklang_web.audit.models import Entry


def entries(search: str = "") -> QuerySet[Entry]:
    """The entries, newest first; `search` looks into who, what and the object's name."""
    found = Entry.objects.all()
    for word in search.split():
        found = found.filter(
            Q(who__icontains=word) | Q(did__icontains=word) | Q(name__icontains=word) | Q(kind__icontains=word)
        )
    return found
