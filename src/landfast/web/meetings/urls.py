"""Addresses of the room."""

from django.urls import include, path

from landfast.web.meetings import (
    answering,
    dialogue,
    holding,
    minutes,
    papers,
    preparing,
    since_last,
)

one_meeting = [
    path("forbered/", preparing.prepare_meeting, name="prepare_meeting"),
    path("temaer/", preparing.add_theme, name="add_theme"),
    path("temaer/<uuid:theme_id>/fjern/", preparing.remove_theme, name="remove_theme"),
    path("ramme/", preparing.set_frame, name="set_frame"),
    path("ramme/ja/", preparing.agree_frame, name="agree_frame"),
    path("deltagere/", preparing.add_guest, name="add_guest"),
    path("deltagere/<uuid:guest_id>/fjern/", preparing.remove_guest, name="remove_guest"),
    path("deltagere/<uuid:guest_id>/rolle/", preparing.give_part, name="give_part"),
    path("indkald/", preparing.call_meeting, name="call_meeting"),
    path("aflys/", preparing.cancel_meeting, name="cancel_meeting"),
    path("i-dag/", answering.attend_otherwise, name="attend_otherwise"),
    path("i-dag/lyd/fjern/", answering.take_back_sound, name="take_back_sound"),
    path("deltagere/<uuid:guest_id>/svar/", answering.note_reply, name="note_reply"),
    path("rum/", holding.hold_meeting, name="hold_meeting"),
    path("rum/kladder/", holding.keep_typed, name="keep_typed"),
    path("rum/start/", holding.start, name="start_meeting"),
    path("rum/til-stede/", holding.present_now, name="note_present"),
    path("rum/trin/", holding.stage, name="move_stage"),
    path("rum/ord/", holding.say, name="say"),
    path("rum/tema/", holding.add_theme, name="add_theme_now"),
    path("rum/siden-sidst/<uuid:agreement_id>/", since_last.tell, name="tell_at_meeting"),
    path("rum/bagefter/", dialogue.write_afterwards, name="write_afterwards"),
    path("rum/aftale/", holding.propose, name="propose_at_meeting"),
    path("rum/slut/", holding.end, name="end_meeting"),
    path("referat/", minutes.minutes, name="minutes"),
    path("referat/refleksion/", minutes.reflect, name="write_reflection"),
    path("referat/skriv/", minutes.write, name="write_minutes"),
    path("referat/ret/", minutes.edit, name="edit_minutes"),
    path("referat/vis/", minutes.show, name="show_minutes"),
    path("referat/set/", minutes.seen_beside, name="seen_beside"),
    path("referat/send/", minutes.publish, name="publish_minutes"),
    path("referat/ny-udgave/", minutes.correct, name="correct_minutes"),
    path("referat/traek-tilbage/", minutes.recall, name="recall_minutes"),
    path("mit-referat/", minutes.my_minutes, name="my_minutes"),
    path("referat.pdf", papers.minutes_pdf, name="minutes_pdf"),
]
urlpatterns = [
    path("forloeb/<uuid:course_id>/moeder/", preparing.meetings, name="meetings"),
    path("forloeb/<uuid:course_id>/moeder/<uuid:meeting_id>/", include(one_meeting)),
    path("forloeb/<uuid:course_id>/plan.pdf", papers.plan_pdf, name="plan_pdf"),
    path("invitationer/", answering.invitations, name="invitations"),
    path("invitationer/<uuid:guest_id>/", answering.answer, name="answer_invitation"),
]
