"""Addresses of the Monday page."""

from django.urls import path

from landfast.web.insight import monday_views

urlpatterns = [
    path("mandag/", monday_views.monday, name="monday"),
    path("forloeb/<uuid:course_id>/set/<uuid:event>/", monday_views.note_heard, name="note_heard"),
]
