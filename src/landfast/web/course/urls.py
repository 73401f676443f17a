"""Addresses of the course pages."""

from django.urls import path

from landfast.web.course import (
    apart_views,
    changing,
    endings,
    handing,
    noting,
    signal_views,
    starting,
    views,
)

OF_COURSE = "forloeb/<uuid:course_id>/"

urlpatterns = [
    path("mine-borgere/", views.citizens, name="my_citizens"),
    path(OF_COURSE, views.course, name="course"),
    path(OF_COURSE + "cpr/", views.show_cpr, name="show_cpr"),
    path(OF_COURSE + "adskilt/", apart_views.apart, name="keep_apart"),
    path(OF_COURSE + "adskilt/slut/", apart_views.lift, name="lift_apart"),
    path(OF_COURSE + "start/", starting.start, name="start_course"),
    path(OF_COURSE + "makker/", starting.second, name="name_second"),
    path(OF_COURSE + "om-borgeren/", starting.profile, name="course_profile"),
    path(OF_COURSE + "energi/", starting.energy, name="course_energy"),
    path(OF_COURSE + "i-gang/", starting.activate, name="activate_course"),
    path(OF_COURSE + "pause/", endings.pause, name="pause_course"),
    path(OF_COURSE + "igen/", endings.resume, name="resume_course"),
    path(OF_COURSE + "fortsaet/", endings.keep_going, name="keep_going"),
    path(OF_COURSE + "afslutning/", endings.begin_closing, name="begin_closing"),
    path(OF_COURSE + "afslut/", endings.close, name="close_course"),
    path(OF_COURSE + "stop/", endings.stop, name="stop_course"),
    path(OF_COURSE + "flytning/", endings.move_away, name="move_away"),
    path(OF_COURSE + "doedsfald/", endings.note_death, name="note_death"),
    path(OF_COURSE + "genaabn/", endings.reopen, name="reopen_course"),
    path(OF_COURSE + "overdrag/", handing.hand_over, name="hand_over"),
    path(OF_COURSE + "skift/", changing.answer, name="answer_change"),
    path("overdragelse/<uuid:handover_id>/", handing.answer, name="answer_hand_over"),
    path("overdragelse/<uuid:handover_id>/traek/", handing.withdraw, name="withdraw_hand_over"),
    path("daek/<uuid:person_id>/", handing.cover, name="cover_absence"),
    path("tilbage/", handing.back, name="come_back"),
    path(OF_COURSE + "sket/ny/", noting.observe, name="record_observation"),
    path(OF_COURSE + "sket/", noting.observations, name="observations"),
    path(OF_COURSE + "tegn/ny/", signal_views.record_signal, name="record_signal"),
    path(OF_COURSE + "tegn/", signal_views.signals, name="signals"),
    path(OF_COURSE + "lovbestemt/", noting.statutory, name="note_statutory_role"),
    path(
        OF_COURSE + "lovbestemt/<uuid:role_id>/slut/", noting.end_statutory,
        name="end_statutory_role",
    ),
]  # fmt: skip
