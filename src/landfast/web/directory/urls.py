"""Addresses of the units' public faces, who may promise what in them, where and when they meet."""

from django.urls import include, path

from landfast.web.directory import mandates, offer_keeping, views
from landfast.web.directory import place_views as places

one_unit = [
    path("", views.unit, name="unit"),
    path("mandater/", mandates.mandates, name="mandates"),
    path("mandater/nyt/", mandates.write_mandate, name="add_mandate"),
    path("mandater/afgoer/", mandates.name_deciders, name="name_deciders"),
    path("mandater/<uuid:mandate_id>/", mandates.write_mandate, name="change_mandate"),
    path("mandater/<uuid:mandate_id>/vaek/", mandates.take_mandate, name="take_mandate"),
    path("tilbud/", offer_keeping.kept_offers, name="kept_offers"),
    path("tilbud/nyt/", offer_keeping.add_offer, name="add_offer"),
    path("tilbud/<uuid:offer_id>/", offer_keeping.change_offer, name="change_offer"),
    path("tilbud/<uuid:offer_id>/passer/", offer_keeping.confirm_offer, name="confirm_kept_offer"),
    path("tilbud/<uuid:offer_id>/vaek/", offer_keeping.close_offer, name="close_offer"),
    path("moeder/", places.meeting_places, name="meeting_places"),
    path("moeder/lokale/", places.add_room, name="add_room"),
    path("moeder/lokale/<uuid:room_id>/luk/", places.close_room, name="close_room"),
    path("moeder/dag/", places.add_meeting_day, name="add_meeting_day"),
    path("moeder/dag/<uuid:day_id>/fjern/", places.remove_meeting_day, name="remove_meeting_day"),
]

urlpatterns = [path("<uuid:unit_id>/", include(one_unit))]
