"""Addresses of the citizen's own pages."""

from django.urls import path

from landfast.web.mine import (
    asking,
    correcting_views,
    map_views,
    own_views,
    people_views,
    plan_views,
    record_views,
    say_views,
    views,
)

urlpatterns = [
    path("", views.my_course, name="my_course"),
    path("moeder/", views.my_meetings, name="my_meetings"),
    path("folk/", people_views.my_people, name="my_people"),
    path("netvaerk/", map_views.my_map, name="my_map"),
    path("<uuid:course_id>/netvaerk/flyt/", map_views.draw, name="draw_my_map"),
    path("<uuid:course_id>/netvaerk/fortryd/", map_views.undo, name="undo_my_map"),
    path("naar-det-er-svaert/", own_views.my_unwell, name="my_unwell"),
    path("<uuid:course_id>/naar-det-er-svaert/", own_views.write_unwell, name="write_my_unwell"),
    path("noter/", own_views.my_notes, name="my_notes"),
    path("<uuid:course_id>/noter/ny/", own_views.write_note, name="write_my_note"),
    path("<uuid:course_id>/noter/<uuid:note_id>/", own_views.write_note, name="change_my_note"),
    path("<uuid:course_id>/noter/<uuid:note_id>/smid/", own_views.throw_note, name="throw_my_note"),
    path("kort/", people_views.my_card, name="my_card"),
    path("<uuid:course_id>/folk/ny/", people_views.add_person, name="add_my_person"),
    path(
        "<uuid:course_id>/folk/<uuid:relation_id>/",
        people_views.change_person,
        name="change_my_person",
    ),
    path(
        "<uuid:course_id>/folk/<uuid:relation_id>/fjern/",
        people_views.remove_person,
        name="remove_my_person",
    ),
    path(
        "<uuid:course_id>/hold/<uuid:member_id>/", people_views.move_helper, name="move_my_helper"
    ),
    path("<uuid:course_id>/anden-koordinator/", asking.ask_for_another, name="ask_for_another"),
    path("<uuid:course_id>/ny-koordinator/", asking.seen_new, name="seen_my_coordinator"),
    path("<uuid:course_id>/behold/", asking.take_back, name="keep_my_coordinator"),
    path("<uuid:course_id>/plads/<str:need>/", asking.answer_seat, name="answer_my_seat"),
    path("plan/", plan_views.my_plan, name="my_plan"),
    path("<uuid:course_id>/oensker/nyt/", plan_views.add_wish, name="add_my_wish"),
    path("<uuid:course_id>/oensker/<uuid:wish_id>/", plan_views.change_wish, name="change_my_wish"),
    path(
        "<uuid:course_id>/oensker/<uuid:wish_id>/gem-som/",
        plan_views.set_standing,
        name="set_my_wish",
    ),
    path("<uuid:course_id>/oensker/<uuid:wish_id>/flyt/", plan_views.move, name="move_my_wish"),
    path("<uuid:course_id>/skridt/nyt/", plan_views.add_step, name="add_my_step"),
    path("<uuid:course_id>/skridt/<uuid:step_id>/", plan_views.set_step, name="set_my_step"),
    path("valg/", say_views.my_say, name="my_say"),
    path("<uuid:course_id>/hvem/<uuid:look_id>/", say_views.ask_look_name, name="ask_look_name"),
    path("<uuid:course_id>/alt/", record_views.my_record, name="my_record"),
    path("<uuid:course_id>/alt.json", record_views.my_record_file, name="my_record_file"),
    path("<uuid:course_id>/alt.pdf", record_views.my_record_paper, name="my_record_paper"),
    path("<uuid:course_id>/alt/<str:about>/", correcting_views.ask, name="ask_correction"),
    path("<uuid:course_id>/ansvar/", record_views.my_answers, name="my_answers"),
    path("<uuid:course_id>/energi/", say_views.say_energy, name="say_my_energy"),
    path("<uuid:course_id>/om-mig/", say_views.write_statement, name="write_my_statement"),
    path("<uuid:course_id>/luk/<uuid:person_id>/", say_views.withdraw, name="withdraw_consent"),
    path("<uuid:course_id>/luk-op/<uuid:person_id>/", say_views.allow, name="allow_consent"),
    path(
        "<uuid:course_id>/spoerg-ikke/<uuid:person_id>/", say_views.ask_no_more, name="ask_no_more"
    ),
    path("<uuid:course_id>/pause/", say_views.pause, name="pause_my_course"),
    path("<uuid:course_id>/videre/", say_views.resume, name="resume_my_course"),
    path("<uuid:course_id>/tilbage/", say_views.reopen, name="reopen_my_course"),
    path("<uuid:course_id>/stop/", say_views.stop, name="stop_my_course"),
]
