"""Addresses of the look-up for other systems: no session, no cookie, a key instead (B5)."""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from landfast.interop.lookup import views
from landfast.web.doors import for_machines, public

urlpatterns = [
    path(
        "hvem-er-koordinator",
        public(for_machines(csrf_exempt(views.look_up))),
        name="machine_lookup",
    ),
    path("openapi.json", public(for_machines(views.described)), name="machine_description"),
]
