"""Addresses of standing meetings."""

from django.urls import path

from landfast.web.circles import agreeing, case_views, hers, inviting, meeting, sitting, views

urlpatterns = [
    path("faste-moeder/", views.desk, name="circles"),
    path("faste-moeder/nyt/", views.begin, name="begin_circle"),
    path("faste-moeder/<uuid:circle_id>/", views.circle, name="circle"),
    path("faste-moeder/<uuid:circle_id>/ret/", views.change, name="change_circle"),
    path("faste-moeder/<uuid:circle_id>/slut/", views.end, name="end_circle"),
    path("faste-moeder/<uuid:circle_id>/med/", views.seats, name="circle_seats"),
    path("faste-moeder/<uuid:circle_id>/med/<uuid:seat_id>/", views.unseat, name="unseat"),
    path("faste-moeder/<uuid:circle_id>/tid/", meeting.plan, name="plan_sitting"),
    path("faste-moeder/<uuid:circle_id>/tema/", meeting.raise_theme, name="raise_theme"),
    path("faste-moeder/<uuid:circle_id>/aftale/", agreeing.propose, name="propose_for_unit"),
    path("faste-moeder/<uuid:circle_id>/sag/", case_views.raise_case, name="raise_case"),
    path("faste-moeder/moede/<uuid:sitting_id>/", sitting.sitting, name="sitting"),
    path("faste-moeder/moede/<uuid:sitting_id>/svar/", inviting.answer, name="answer_sitting"),
    path(
        "faste-moeder/moede/<uuid:sitting_id>/indkaldelse/<uuid:invite_id>/",
        inviting.retry,
        name="retry_sitting_invite",
    ),
    path("faste-moeder/moede/<uuid:sitting_id>/aflys/", meeting.cancel, name="cancel_sitting"),
    path("faste-moeder/moede/<uuid:sitting_id>/slut/", meeting.hold, name="hold_sitting"),
    path("faste-moeder/moede/<uuid:sitting_id>.ics", meeting.calendar, name="sitting_calendar"),
    path(
        "faste-moeder/moede/<uuid:sitting_id>/tema/<uuid:theme_id>/",
        meeting.sum_theme,
        name="sum_theme",
    ),
    path(
        "faste-moeder/moede/<uuid:sitting_id>/sag/<uuid:case_id>/",
        case_views.sum_case,
        name="sum_case",
    ),
    path("faste-moeder/tema/<uuid:theme_id>/traek/", meeting.take_back, name="take_back_theme"),
    path("faste-moeder/aftale/<uuid:agreement_id>/", agreeing.agreement, name="unit_agreement"),
    path("faste-moeder/aftale/<uuid:agreement_id>/dag/", agreeing.move, name="move_for_unit"),
    path("faste-moeder/sag/<uuid:case_id>/", case_views.case, name="circle_case"),
    path("faste-moeder/sag/<uuid:case_id>/saetning/", hers.for_her, name="word_for_her"),
    path("faste-moeder/sag/<uuid:case_id>/fortael/", case_views.tell, name="tell_of_case"),
    path("faste-moeder/sag/<uuid:case_id>/siden/", case_views.outcome, name="case_outcome"),
    path("faste-moeder/sag/<uuid:case_id>/traek/", case_views.take_back, name="take_back_case"),
    path("forloeb/<uuid:course_id>/droeftet/", case_views.of_course, name="course_cases"),
    path(
        "forloeb/<uuid:course_id>/droeftet/<uuid:circle_id>/",
        case_views.raise_case,
        name="raise_course_case",
    ),
    path("mit/<uuid:course_id>/droeftet/<uuid:case_id>/", hers.mine, name="my_case"),
    path("mit/<uuid:course_id>/droeftet/<uuid:case_id>/nej/", hers.no, name="refuse_my_case"),
]
