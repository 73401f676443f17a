"""Addresses of the units' public faces, who may promise what in them, where and when they meet."""

from django.urls import include, path

from landfast.web.directory import mandates, views
from landfast.web.directory import place_views as places

one_unit = [
    path("", views.unit, name="unit"),
    path("mandater/", mandates.mandates, name="mandates"),
    path("mandater/nyt/", mandates.write_mandate, name="add_mandate"),
    path("mandater/afgoer/", mandates.name_deciders, name="name_deciders"),
    path("mandater/<uuid:mandate_id>/", mandates.write_mandate, name="change_mandate"),
    path("mandater/<uuid:mandate_id>/vaek/", mandates.take_mandate, name="take_mandate"),
    path("moeder/", places.meeting_places, name="meeting_places"),
    path("moeder/lokale/", places.add_room, name="add_room"),
    path("moeder/lokale/<uuid:room_id>/luk/", places.close_room, name="close_room"),
    path("moeder/dag/", places.add_meeting_day, name="add_meeting_day"),
    path("moeder/dag/<uuid:day_id>/fjern/", places.remove_meeting_day, name="remove_meeting_day"),
]

urlpatterns = [path("<uuid:unit_id>/", include(one_unit))]
