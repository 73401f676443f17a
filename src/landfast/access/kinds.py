"""Every kind of event, and who is never shown it: a new kind takes its place here when it is born.

`never_for_income` on the event log hides from who decides about her income what says by its kind
alone whether she came, how she is, or who looked (product F2, decision 47). A kind that nobody has
thought about would be open to them: tests/house/test_event_kinds.py refuses a kind that stands in
neither list, and a policy that says anything else than this file.

A line is a room and the names of its kinds: `course: heard` is "course.heard".
"""


def _kinds(lines: str) -> frozenset[str]:
    found, room = set(), ""
    for word in lines.split():
        if word.endswith(":"):
            room = word.removesuffix(":")
        else:
            found.add(f"{room}.{word}")
    return frozenset(found)


KEPT_FROM_INCOME = _kinds("""
finding: contested dismissed snoozed taken_up
looks: name_asked
meeting: citizen_attends eased
profile: energy_said
signal: recorded
""")
"""Tell by their kind alone of absence, energy, signs, or who has looked."""

OPEN = _kinds("""
access: apart_lifted ended fresh_start fresh_start_lifted granted kept_apart scope_opened
  situation_closed situation_opened
callback: called
callbacks: expired
card: code_ended code_made opened
change: asked changed kept taken_back
circle: agreement_answered agreement_closed agreement_moved agreement_proposed answered begun
  cancelled case_her_word case_outcome case_raised case_refused case_summed case_taken_back
  case_told case_told_after changed ended expired held letter_again letter_failed planned seated
  theme_raised theme_summed theme_taken_back time_proposed unseated
citizen: noted
consent: all_ended by_law_ended ended expired fresh_start fresh_start_lifted given not_to_ask
  proxy_confirmed proxy_ended proxy_named proxy_stepped_back read_by_law refused replaced
  share_confirmed share_not_to_ask share_refused share_stopped shared situation_over situation_said
  topic_said withdrawn
consultation: about answered asked closed expired forum_kept
coordinator: appointed held_meanwhile looked_up lost seen
correction: asked made stands
course: ended.death ended.joined ended.moved ended.planned ended.stopped_by_citizen heard
  moved.active moved.assessment moved.closed moved.closing moved.declined moved.detected
  moved.paused moved.reopened moved.start moved.stopped moved.waiting opened went_on
deputy: ended named
directory: deciders_named lines_set mandate_taken mandate_written meeting_day_added
  meeting_day_removed offer_added offer_changed offer_closed offer_confirmed record_box_set
  room_added room_closed unit_described
emergency: ended not_opened opened reviewed told
files: added document_fetched document_kept erased face_hidden face_shown removed shown
  taken_back
handover: accepted called_off offered overlap_ended promised refused withdrawn
intake: assessed decided.declined decided.offered decided.waiting proposed sent_back told
keeping: back blocked deleted delivered held hold_lifted packed postponed sent told
learning: begun closed copied kept
login: began codes_added codes_removed codes_started connected disconnected ended ended_all
  ended_others invited key_agreed key_ended key_made key_used known_as_set passkey_added
  passkey_removed password_chosen password_reset proved recovery_made recovery_used reset_asked
  way_out_chosen
looks: expired judged name_answered names_set
meeting: act_settled act_waits address_given agreement_proposed answered answers_chosen
  asked_again called cancelled citizen_told ended_with_course frame_agreed frame_set hand held
  held_again interpreter_booked leader_changed let_go letter_failed letter_sent letter_tried_again
  link_handed near no_stands note_rewritten opened own_line_written part_given participant_added
  participant_removed
  present_noted pulse_given reflection_written said stage started substitute_asked substitute_owed
  theme_added theme_carried theme_decides theme_ended theme_removed time_chosen time_kept
  time_planned time_proposed time_taken time_wished
meetings: closed_by_themselves ended_with_course format_changed format_copied format_withdrawn
  formats_loaded plan_asked plan_made plan_taken turns_forgotten
minutes: corrected edited given made published recalled redacted seen shown shown_again
  typed_from_paper
mistake: came dropped joined left merge_proposed move_proposed reader_told undone
network: map_confirmed member_added member_changed member_ended member_leaves member_moved
  member_stays member_waits member_wanted relation_added relation_changed relation_removed
  seat_answered told_changed unwell_beside unwell_refused unwell_written
notices: address_confirmed channel_chosen device_added device_removed device_renewed feed_closed
  feed_opened number_confirmed said staff_tried_again tried_again unsaid wrong_code
observation: known recorded
people: absence_covered calendar_added calendar_removed came_back coordinator_lost employed
  employee_changed employment_agreed employment_declined employment_ends hours_set
  keeper_appointed leave_noted login_closed login_opened login_reset organisation_changed
  organisation_founded unit_added unit_changed unit_closed unit_moved unit_reopened
  way_back_asked way_back_declined way_back_given
plan: agreement_accept agreement_break agreement_decline agreement_end agreement_grant
  agreement_hand_back agreement_hers_back agreement_hers_no agreement_hers_other
  agreement_hers_yes agreement_keep agreement_keep_partly agreement_lapse agreement_leave
  agreement_name agreement_note agreement_offer agreement_offer_again agreement_propose
  agreement_replace agreement_start agreement_take_back agreement_take_over agreement_talk
  agreement_withdraw bill_disputed cost_said decision_answered decision_asked decision_passed
  decision_withdrawn demand_ended demand_noted handed_to_professionals left_to_say left_to_tell
  offered_again other_corrected other_ended other_noted outside_asked outside_closed
  outside_code outside_renewed remind_after remind_before remind_follow_up remind_leader
  remind_name remind_step step_added step_set task_done wish_added wish_moved wish_rated
  wish_reworded wish_stands wish_taken
profile: written
programmes: precedence_listed precedence_removed
record: handed_out
redthread: ground_recorded ground_withdrawn rule_set
referral: apart_lifted citizen_said_no citizen_said_yes kept_apart linked passed_on received
  rung sent_again taken
referrals: emptied expired
second: named
signals: expired
statutory_role: ended noted
team: stepped_out
""")
"""Are read by whoever reads their topic: they tell of nothing that could stop her income."""
