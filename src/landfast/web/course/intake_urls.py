"""Addresses of intake."""

from django.urls import path

from landfast.web.course import intake_views as views
from landfast.web.course.referral_apart import keep_referral_apart

urlpatterns = [
    path("henvendelser/", views.intake, name="intake"),
    path("henvendelser/<uuid:referral_id>/", views.referral, name="referral"),
    path("henvendelser/<uuid:referral_id>/tag/", views.take_referral, name="take_referral"),
    path(
        "henvendelser/<uuid:referral_id>/adskilt/", keep_referral_apart, name="keep_referral_apart"
    ),
    path("henvendelser/<uuid:referral_id>/ringet/", views.rung, name="note_rung"),
    path("henvendelser/<uuid:referral_id>/cpr/", views.show_cpr, name="show_referral_cpr"),
    path("henvendelser/opkald/<uuid:callback_id>/", views.called, name="called"),
    path("visitation/<uuid:course_id>/", views.assess, name="assess"),
    path("visitation/<uuid:course_id>/cpr/", views.show_assessed_cpr, name="show_assessed_cpr"),
    path(
        "visitation/<uuid:course_id>/afgoer/<slug:outcome>/",
        views.propose_decision,
        name="propose_decision",
    ),
    path(
        "visitation/<uuid:course_id>/bekraeft/<uuid:decision_id>/",
        views.confirm_decision,
        name="confirm_decision",
    ),
    path(
        "visitation/<uuid:course_id>/send-tilbage/<uuid:decision_id>/",
        views.send_back,
        name="send_back",
    ),
    path("visitation/<uuid:course_id>/hoert/", views.tell_answer, name="tell_answer"),
    path("visitation/<uuid:course_id>/igen/", views.reassess, name="reassess"),
]
