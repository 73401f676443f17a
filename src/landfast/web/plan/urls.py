"""Addresses of the plan."""

from django.urls import URLPattern, URLResolver, include, path

from landfast.web.plan import (
    agreements,
    answers,
    costing,
    deciding,
    elsewhere,
    following,
    for_my_record,
    for_unit,
    mine,
    outside,
    over_time,
    own_record,
    paper,
    strangers,
    wishes,
)

one_wish = [
    path("", wishes.wish_words, name="wish_words"),
    path("staar/", wishes.wish_standing, name="wish_standing"),
    path("tal/", wishes.rate_wish, name="rate_wish"),
    path("flyt/", wishes.move_wish, name="move_wish"),
]

one_agreement = [
    path("", agreements.agreement, name="agreement"),
    path("ja/", answers.accept, name="accept_agreement"),
    path("nej/", answers.decline, name="decline_agreement"),
    path("andre-ord/", answers.change, name="change_proposal"),
    path("ja-til-andre-ord/", answers.confirm, name="confirm_offer"),
    path("i-gang/", answers.start, name="start_agreement"),
    path("hvordan-gik-det/", answers.report, name="report_agreement"),
    path("min-journal/", own_record.own_record, name="own_record"),
    path("talt/", answers.talk, name="note_talk"),
    path("afslut/", answers.lapse, name="lapse_agreement"),
    path("udenfor/", outside.ask, name="ask_outside"),
    path("udenfor/link/", outside.renew, name="renew_outside"),
    path("udenfor/kode/", outside.code, name="say_outside_code"),
    path("udenfor/luk/", outside.close, name="close_outside"),
    path("leder/", deciding.find_decider, name="find_decider"),
    path("leder/<uuid:person_id>/", deciding.ask_decision, name="ask_decision"),
    path("leder/<uuid:ask_id>/traek/", deciding.withdraw_decision, name="withdraw_decision"),
    path("pris/", costing.price, name="price_agreement"),
    path("regning/", costing.dispute, name="dispute_bill"),
    path("bevilget/", deciding.take_up, name="take_up_yes"),
    path("ja-for-enheden/", for_unit.accept, name="accept_for_unit"),
    path("hvem-holder/", for_unit.name_keeper, name="name_keeper"),
    path("tag-ikke-over/", for_unit.hand_back, name="hand_back_agreement"),
    path("tag-over/", for_unit.take_over, name="take_over_agreement"),
    path("ny-dato/", following.new_date, name="new_date"),
    path("ny-ejer/", following.new_owner, name="new_owner"),
    path("til-leder/", following.to_leader, name="to_leader"),
]

one_course: list[URLPattern | URLResolver] = [
    path("plan/", agreements.plan, name="plan"),
    path("planer/", elsewhere.plans, name="other_plans"),
    path("planer/ny/", elsewhere.note, name="note_plan"),
    path("planer/<uuid:plan_id>/", elsewhere.correct, name="correct_plan"),
    path("planer/<uuid:plan_id>/slut/", elsewhere.end, name="end_plan"),
    path("planer/<uuid:plan_id>/krav/", elsewhere.note_demand, name="note_demand"),
    path("planer/krav/<uuid:demand_id>/slut/", elsewhere.end_demand, name="end_demand"),
    path("aftale/ny/", agreements.propose, name="propose_agreement"),
    path("aftale/<uuid:agreement_id>/", include(one_agreement)),
    path("oensker/", wishes.wishes, name="wishes"),
    path("oensker/<slug:area>/", wishes.wish_area, name="wish_area"),
    path("oenske/<uuid:wish_id>/", include(one_wish)),
    path("skridt/", wishes.add_step, name="add_step"),
    path("skridt/<uuid:step_id>/", wishes.set_step, name="set_step"),
    path("plan/fremgang/", over_time.progress, name="plan_progress"),
    path("plan/udgaver/", over_time.versions, name="plan_versions"),
]

urlpatterns = [
    path("forloeb/<uuid:course_id>/", include(one_course)),
    path("svar/", strangers.by_code, name="outside_code"),
    path("svar/<str:token>/", strangers.answer, name="outside_answer"),
    path("til-afgoerelse/", deciding.my_decisions, name="my_decisions"),
    path("til-afgoerelse/<uuid:course_id>/<uuid:ask_id>/", deciding.decide, name="decide"),
    path("mine-ord.pdf", paper.own_form_pdf, name="own_form_pdf"),
    path("til-journal/", for_my_record.for_my_record, name="for_my_record"),
    path("mine-aftaler/", mine.my_agreements, name="my_agreements"),
    path("mine-aftaler/<uuid:agreement_id>/ret/", mine.take_back, name="take_back"),
    path("mine-aftaler/opgave/<uuid:task_id>/", mine.finish_task, name="finish_task"),
]
