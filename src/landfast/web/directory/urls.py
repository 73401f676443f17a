"""Addresses of the units' public faces, and of who may promise what in them."""

from django.urls import include, path

from landfast.web.directory import mandates, views

one_unit = [
    path("", views.unit, name="unit"),
    path("mandater/", mandates.mandates, name="mandates"),
    path("mandater/nyt/", mandates.write_mandate, name="add_mandate"),
    path("mandater/afgoer/", mandates.name_deciders, name="name_deciders"),
    path("mandater/<uuid:mandate_id>/", mandates.write_mandate, name="change_mandate"),
    path("mandater/<uuid:mandate_id>/vaek/", mandates.take_mandate, name="take_mandate"),
]

urlpatterns = [path("<uuid:unit_id>/", include(one_unit))]
