"""Addresses of the network, for professionals."""

from django.urls import path

from landfast.web.mine.own_views import unwell
from landfast.web.network import beside, drawing, leaving_views, seats, views

urlpatterns = [
    path("", views.network, name="network"),
    path("naar-det-er-svaert/", unwell, name="unwell"),
    path("naar-det-er-svaert/skriv/", beside.write, name="write_beside"),
    path("flyt/", drawing.draw, name="draw_network"),
    path("fortryd/", drawing.undo, name="undo_network"),
    path("kontakter.pdf", views.contacts_pdf, name="contacts_pdf"),
    path("find/", views.find_member, name="find_member"),
    path("find/<uuid:person_id>/", views.add_member, name="add_member"),
    path("team/<uuid:member_id>/", views.change_member, name="change_member"),
    path("team/<uuid:member_id>/stopper/", leaving_views.announce_leaving, name="announce_leaving"),
    path(
        "team/<uuid:member_id>/bliver/", leaving_views.take_back_leaving, name="take_back_leaving"
    ),
    path("team/<uuid:member_id>/slut/", views.end_member, name="end_member"),
    path("plads/<str:need>/", seats.answer_beside, name="answer_seat_beside"),
    path("naere/ny/", views.add_relation, name="add_relation"),
    path("naere/<uuid:relation_id>/", views.change_relation, name="change_relation"),
    path("naere/<uuid:relation_id>/fjern/", views.remove_relation, name="remove_relation"),
]
