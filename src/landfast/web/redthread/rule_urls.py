"""Addresses of an organisation's rules of what is worth a look."""

from django.urls import path

from landfast.web.redthread import rule_views as views

urlpatterns = [
    path("", views.rules, name="rules"),
    path("<uuid:organisation_id>/tegn/", views.record_ground, name="record_ground"),
    path("konsekvensanalyse/<uuid:document_id>/", views.fetch_ground, name="fetch_ground"),
    path("<uuid:organisation_id>/tegn/fra/", views.withdraw_ground, name="withdraw_ground"),
    path("<uuid:organisation_id>/<str:code>/", views.change_rule, name="change_rule"),
]
