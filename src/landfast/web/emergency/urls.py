"""Addresses of emergency access."""

from django.urls import path

from landfast.web.emergency import views

urlpatterns = [
    path("", views.emergencies, name="emergencies"),
    path("ny/", views.open_one, name="open_emergency"),
    path("<uuid:emergency_id>/", views.review, name="review_emergency"),
    path("<uuid:emergency_id>/slut/", views.end, name="end_emergency"),
]
