"""Addresses of those who keep the records."""

from django.urls import path

from landfast.web.keeping import telling, turning, views

urlpatterns = [
    path("", views.keeping, name="keeping"),
    path("aar/", views.years, name="keeping_years"),
    path("aar/<uuid:organisation_id>/<str:kind>/", turning.years, name="set_keeping_years"),
    path("<uuid:case_id>/", views.case, name="kept_case"),
    path("<uuid:case_id>/vent/", turning.hold, name="hold_case"),
    path("<uuid:case_id>/vent/<uuid:hold_id>/", turning.lift, name="lift_case"),
    path("<uuid:case_id>/tilbage/", turning.back, name="take_case_back"),
    path("<uuid:case_id>/udsaet/", turning.postpone, name="postpone_case"),
    path("<uuid:case_id>/fortalt/", telling.told, name="note_told"),
    path("<uuid:case_id>/kvittering/", turning.receipt, name="note_receipt"),
    path("<uuid:case_id>/bekraeft/", turning.confirm, name="confirm_receipt"),
]
