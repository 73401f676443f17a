"""Addresses of the data protection officer."""

from django.urls import path

from landfast.web.oversight import deciding, views

urlpatterns = [
    path("", views.log, name="oversight"),
    path("udtraek.csv", views.as_csv, name="oversight_csv"),
    path("udtraek.json", views.as_json, name="oversight_json"),
    path("usaedvanlige/", views.unusual, name="unusual_looks"),
    path(
        "usaedvanlige/<uuid:looker_id>/<str:day>/<str:reason>/<uuid:scope_id>/",
        deciding.judge,
        name="judge_look",
    ),
    path("navne/", views.questions, name="name_questions"),
    path("navne/<uuid:question_id>/", deciding.answer, name="answer_name"),
    path("tegn/", views.grounds, name="officer_grounds"),
    path("fejl/", views.mistakes, name="officer_mistakes"),
    path("fejl/<uuid:reader_id>/", deciding.told, name="officer_reader_told"),
    path("navngivning/", deciding.naming, name="look_naming"),
]
