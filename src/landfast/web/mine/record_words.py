"""What the fields of a record are called in plain Danish.

A house test asks that every field about people either has its words here or stands in
`tests/house/only_in_the_file.py`, so that a new table cannot be forgotten.
"""

from landfast.kernel.text import da
from landfast.network.rules.unwell import PARTS

Fields = dict[str, str]

_WRITTEN = {"created_at": da("Skrevet")}
_BY = da("Skrevet af")
_WHY = da("Hvorfor")
_FROM, _TO = da("Fra"), da("Til")
_WHO = da("Hvem")
_BESIDE = {"helped_by": da("Skrevet sammen med"), "helped_how": da("Skrevet hvordan")}

LABELS: dict[str, Fields] = {
    "course_citizen": {
        "name": da("Navn"), "called": da("Kaldes"), "cpr": da("CPR-nummer"),
        "phone": da("Telefon"), "born_on": da("Født"), "died_on": da("Død"),
    },
    "course_profile": {
        "statement": da("Om mig"), "strengths": da("Det er jeg god til"),
        "worked": da("Det har hjulpet før"),
        "largest_meeting": da("Så mange må der være til et møde"),
        "language": da("Tolk på"), "children": da("Børn under 18 år"),
    },
    "course_energy": {
        "energy": da("Energi, 1 til 5"), "said_on": da("Sagt den"),
        "by_another": da("Skrevet for dig"),
    },
    "course_referral": {
        "received_at": da("Modtaget"), "referred_by": da("Henvist af"),
        "by_citizen": da("Du henvendte dig selv"), "citizen_name": da("Navn"),
        "citizen_cpr": da("CPR-nummer"), "citizen_phone": da("Telefon"),
        "seen": da("Det, de så"), "needs": da("Det handlede om"),
        "says_words": da("Det sagde du"), "who_asks": da("Spørger dig"),
        "taken_by": da("Tog imod"), "apart": da("Holdt adskilt"),
        "known_to": da("Kendt af"), "rung_at": da("Vi ringede"), "rung_by": da("Ringet af"),
        "reached": da("Vi talte sammen"),
    },
    "course_assessment": {
        "assessed_at": da("Vurderet"), "assessed_by": da("Vurderet af"), "answer": da("Svar"),
        "reason": _WHY,
    },
    "course_decision": {
        "outcome": da("Svar"), "proposed_at": da("Foreslået"), "proposed_by": da("Foreslået af"),
        "reason": _WHY,
        "instead": da("I stedet"), "expected_on": da("Ventes den"),
        "calls_meanwhile": da("Ringer imens"), "confirmed_by": da("Bekræftet af"),
        "returned_by": da("Sendt tilbage af"), "returned_because": da("Sendt tilbage, fordi"),
        "appeal": da("Sådan klager du"), "told_at": da("Du hørte svaret"),
        "told_by": da("Fortalt af"), "told_how": da("Sådan hørte du det"),
    },
    "course_course": {
        "created_at": da("Begyndt"), "state": da("Lige nu"), "state_since": da("Sådan siden"),
        "review_on": da("Ses på igen"), "ending": da("Sluttede"),
    },
    "course_state_change": {
        "after": da("Blev til"), "at": da("Hvornår"), "actor": _WHO, "reason": _WHY,
    },
    "course_coordinatorship": {
        "person": _WHO, "starts_at": _FROM, "ended_at": _TO, "cover_until": da("Dækker til"),
        "reason": _WHY, "override": da("Undtagelse"), "appointed_by": da("Valgt af"),
    },
    "course_second": {
        "person": _WHO, "met_on": da("I mødtes"), "since": _FROM, "ended_at": _TO,
    },
    "course_deputyship": {
        "person": _WHO, "starts_on": _FROM, "ends_on": _TO, "reason": _WHY,
        "named_by": da("Valgt af"),
    },
    "course_handover": {
        "giver": _FROM, "taker": _TO, "offered_by": da("Foreslået af"), "reason": _WHY,
        "override": da("Undtagelse"), "state": da("Svar"), "answered_at": da("Besvaret"),
        "answer": da("Med ordene"), "overlap_days": da("Dage, hvor den tidligere læser med"),
        "overlap_until": da("Læser med til"),
        "begins_on": da("Fra dagen"), "promised_at": da("Sagt ja"),
    },
    "course_statutory_role": {
        "holder": _WHO, "does": da("Gør"), "noted_by": _BY, "ended_on": _TO,
    },
    "course_signal": {
        "kind": da("Hvad"), "seen_on": da("Hvornår"), "words": da("Ord"),
        "recorded_by": da("Skrevet af"), "seen_as": da("Var"), "met_on": da("Mødet"),
        "expires_on": da("Glemmes"),
    },
    "course_observation": {
        "kind": da("Hvad slags"), "happened_on": da("Hvornår"), "happened_at": da("Tidspunkt"),
        "words": da("Hvad"), "source": da("Fortalt af"), "recorded_by": _BY,
    },
    "course_change_wish": {
        "created_at": da("Bedt om"), "holder": da("Koordinator dengang"), "state": da("Lige nu"),
        "words": da("Svar"), "answer_by": da("Svar senest"), "answered_at": da("Besvaret"),
        "answered_by": da("Besvaret af"),
    },
    "course_correction": {
        "created_at": da("Bedt om"), "words": da("Det passer ikke"), "asked_by": da("Bedt om af"),
        "state": da("Lige nu"), "note": da("Svar"), "answered_at": da("Besvaret"),
        "answered_by": da("Besvaret af"),
    },
    "course_mend": {"why": _WHY, "done_at": da("Rettet"), "undone_at": da("Lavet om igen")},
    "course_mend_row": {},
    "course_mend_note": {
        "thing": da("Hvad"), "written_at": da("Skrevet"), "undone_at": da("Lavet om igen"),
    },
    "course_mend_reader": {
        "unit": _FROM, "role": da("Rolle"), "times": da("Gange"), "last_at": da("Sidst"),
        "told_at": da("Fik det at vide"),
    },
    "course_closing": {
        "final_talk_on": da("Sidste samtale"), "done": da("Det lykkedes"),
        "not_done": da("Det nåede vi ikke"), "who_carries_on": da("Hjælper dig nu"),
        "way_back": da("Vejen tilbage"), "told_on": da("Det må de få at vide"),
        "moves_to": da("Flytter til"), "citizen_said_yes": da("Du sagde ja"), "written_by": _BY,
    },
    "network_member": {
        "person": _WHO, "role": da("Rolle"), "helps_with": da("Hjælper med"),
        "mandate": da("Må bestemme"),
        "call_when": da("Ring, når"), "since": _FROM, "until": _TO,
        "decides_authority": da("Afgør sager"), "is_untold": da("Får ikke noget at vide"),
        "leaves_on": da("Stopper den"), "follower": da("Kommer i stedet"),
        "waits_at": da("Du ville hellere vente"),
        **_BESIDE,
    },
    "network_relation": {
        "name": da("Navn"), "is_to_me": da("Er for mig"), "phone": da("Telefon"),
        "note": da("Note"), "removed_on": da("Fjernet"), "kind": da("Slags"),
        "only_mine": da("Kun for dig"), "is_untold": da("Får ikke noget at vide"), **_BESIDE,
    },
    "network_unwell": {
        **PARTS, **_BESIDE, "seen_by": da("Kan læses af"), "updated_at": da("Skrevet"),
    },
    "network_own_note": {"text": da("Note"), "updated_at": da("Skrevet")},
    "network_standing": {"sphere": da("Kreds"), "closeness": da("Hvor tæt"), "tie": da("Båndet")},
    "redthread_finding": {
        "rule": da("Hvad"), "because": da("Lagt væk, fordi"), "dismissed_at": da("Lagt væk"),
        "snoozed_until": da("Udskudt til"), "contest": da("Du sagde"),
        "contested_at": da("Du sagde det den"),
    },
    "network_seat": {
        "need": da("Det handlede om"), "answer": da("Svar"), "answered_at": da("Du svarede"),
        "beside": da("Hvem det kunne være"), "by_another": da("Skrevet for dig"),
    },
    "consent_consent": {
        "recipient": da("Modtager"), "state": da("Svar"), "purpose": da("Til hvad"),
        "said_at": da("Sagt den"),
        "recorded_by": _BY, "ended_at": da("Slut"),
        "never_again": da("Spørg mig ikke igen"), "changed": da("Spurgt igen, fordi"),
    },
    "consent_share": {
        "person": _WHO, "unit": da("Alle i"), "state": da("Lige nu"), "topics": da("Om"),
        "purpose": da("Til hvad"), "evidence": da("Sagt hvordan"),
        "waived_because": da("Fraveget skriftlighed, fordi"), "said_at": da("Sagt den"),
        "ends_at": da("Slut"), "recorded_by": _BY, "confirmed_at": da("Du svarede"),
        "never_again": da("Spørg mig ikke igen"), "changed": da("Spurgt igen, fordi"),
    },
    "files_file": {
        "title": da("Hvad"), "kind": da("Slags"), "readers": da("Hvem må læse"),
        "topic": da("Om"), "created_at": da("Lagt ind"), "added_by": da("Lagt ind af"),
        "removed_at": da("Fjernet"), "erased_at": da("Slettet"),
    },
    "files_content": {},
    "consultation_origin": {"asked_at": da("Spurgt den")},
    "consultation_question": {"text": da("Spørgsmål"), "asker": da("Spurgt af")},
    "consultation_answer": {"text": da("Svar"), "person": _BY},
    "circles_origin": {"raised_at": da("Taget op den")},
    "circles_case": {
        "text": da("Sagen"), "question": da("Spørgsmål"), "why": _WHY,
        "raised_by": da("Taget op af"), "ground_words": da("Grunden til, at de må tale om det"),
        "told_on": da("Du fik besked den"), "her_words": da("Din sætning"),
        "told_after_on": da("Du fik svar den"), "told_words": da("Det, du fik at vide"),
        "follow_up_on": da("Der ses på det igen"), "came_of_it": da("Det kom der ud af det"),
    },
    "consent_by_law": {
        "person": _WHO, "basis": da("Grund i loven"), "topics": da("Om"), "reason": _WHY,
        "given_by": da("Givet af"), "given_at": _FROM, "ends_at": _TO,
    },
    "consent_proxy": {
        "name": _WHO, "reason": _WHY, "evidence": da("Sagt hvordan"), "given_by": da("Givet af"),
        "given_at": _FROM, "ends_at": _TO, "confirmed_at": da("Du svarede"), "ended_at": da("Slut"),
    },
    "consent_emergency": {
        "unit": _FROM, "basis": da("Grund i loven"), "reason": _WHY, "opened_at": da("Åbnet"),
        "ends_at": _TO, "told_at": da("Du fik besked"), "decision": da("Afgørelse"),
        "words": da("Med ordene"),
    },
    "plan_decision_ask": {
        "question": da("Spørgsmål"), "reason": _WHY, "decider": da("Spurgt"), "asked_by": _BY,
        "asked_at": da("Spurgt den"), "because": da("Med ordene"), "instead": da("I stedet"),
        "answered_at": da("Svar den"), "withdrawn_at": da("Slut"), "unit": da("Enhed"),
        "answer_by": da("Svar senest"), "stands_in_for": da("Svarer i stedet for"),
        "passed_from": da("Gik videre fra"), "passed_at": da("Gik videre den"),
    },
    "plan_cost": {
        "service": da("Hvad der skal bevilges"), "amount": da("Kroner i alt"),
        "weeks": da("Antal uger"), "set_by": _BY, "disputed_by": da("Uenig om regningen"),
        "dispute": da("Med ordene"),
    },
    "consent_topic": {"said_at": da("Sagt den"), "recorded_by": _BY, "ended_at": da("Slut")},
    "plan_wish": {
        "words": da("Dine ord"), "area": da("Det handler om"), "standing": da("Ønske eller mål"),
        "rating": da("Dit tal, 0 til 10"), "rated_on": da("Sagt den"),
        "goal_since": da("Mit mål siden"), "written_by": _BY, **_WRITTEN,
    },
    "plan_wish_rating": {
        "rating": da("Dit tal, 0 til 10"), "said_on": da("Sagt den"), "written_by": _BY,
    },
    "plan_own_step": {
        "text": da("Skridt"), "state": da("Hvordan det går"), "remind_on": da("Mind mig om det"),
        "done_on": da("Gjort den"), "written_by": _BY, **_WRITTEN,
    },
    "plan_agreement": {
        "text": da("Hvad"), "state": da("Lige nu"), "maker": _WHO, "maker_role": da("Rolle"),
        "outside_name": da("Uden for Landfast"), "outside_relation": da("Er for dig"),
        "backup": da("Ellers"), "for_unit": da("Lovet for enheden"),
        "named": da("Spurgt om at holde"),
        "suggested": da("Foreslået til at holde"),
        "name_by": da("Skal have et navn senest"),
        "practical_problem": da("Problem nu"), "starts_on": _FROM, "due_on": da("Senest"),
        "interim_support": da("Imens"), "follow_up_by": da("Følger op"),
        "follow_up_on": da("Følger op den"), "follow_up_how": da("Sådan"),
        "report": da("Sådan gik det"), "talked_on": da("Talt om den"),
        "hers": da("Sådan gik det, siger du"), "hers_words": da("Dine ord om det"),
        "hers_beside": da("Skrevet ned for dig"),
        "proposed_by": da("Foreslået af"), "decided_by": da("Afgjort af"), **_WRITTEN,
    },
    "plan_agreement_change": {
        "act": da("Hvad skete der"), "at": da("Hvornår"), "actor": _WHO, "note": da("Note"),
        "old_text": da("Før stod der"),
        "old_due_on": da("Før var fristen"),
    },
    "plan_other_plan": {
        "kind": da("Hvilken plan"), "name": da("Kaldes"), "owner": da("Lavet af"),
        "phone": da("Telefon"), "law": da("Lov"), "starts_on": _FROM,
        "review_on": da("Ses på igen"), "ends_on": _TO, "parties": da("Aftalt mellem"),
        "asked_on": da("Du blev spurgt den"), "ended_at": da("Slut"), "written_by": _BY,
    },
    "plan_demand": {
        "kind": da("Hvad slags krav"), "words": da("Hvad"), "day": da("Dag"),
        "begins": _FROM, "ends": _TO, "ended_at": da("Slut"), "written_by": _BY,
    },
    "plan_task": {
        "text": da("Opgave"), "maker": _WHO, "due_on": da("Senest"),
        "after_death": da("Efter dødsfald"),
    },
    "meetings_meeting": {
        "starts_at": da("Hvornår"), "minutes_long": da("Minutter"), "place": da("Sted"),
        "breaks": da("Pauser"), "seating": da("Pladser"), "speaks_first": da("Taler først"),
        "not_to_talk_about": da("Det taler vi ikke om"), "largest": da("Højst så mange"),
        "own_word": da("Dine ord"), "leader": da("Ledet af"),
        "started_at": da("Begyndte"), "held_at": da("Holdt"),
        "closing_words": da("Til sidst"), "next_on": da("Næste møde"),
        "no_next_reason": da("Intet nyt møde, fordi"), "cancelled_reason": da("Aflyst, fordi"),
        "agreed_starts_at": da("Tiden, der sidst er sagt ja til"),
        "agreed_minutes": da("Minutter, der sidst er sagt ja til"),
        "agreed_place": da("Stedet, der sidst er sagt ja til"),
        "frame_agreed_by": da("Rammen er aftalt med"), "responsibility": da("Hvem gør hvad"),
        "search_from": da("Tidligst"), "search_until": da("Senest"),
        "chosen_because": da("Mødeformen er valgt, fordi"),
        "departs_because": da("Afviger fra mødeformen, fordi"),
        "ground_words": da("Det gav lov til at mødes uden dig"),
        "told_words": da("Sådan fik du besked"),
        "avoid_places": da("Helst ikke her"),
        "companion": da("Din bisidder"),
        "interpreter": da("Tolk"),
        "interpreter_who": da("Tolken er bestilt hos"),
    },
    "meetings_coming": {"represented_by": da("Talte for dig")},
    "meetings_theme": {"words": da("Emne"), "need": da("Det handler om")},
    "meetings_act": {"by": _BY},
    "meetings_pulse": {
        "heard": da("Blev du hørt?"), "useful": da("Kom I videre?"),
        "clear": da("Er det klart, hvad der sker nu?"),
    },
    "meetings_participant": {
        "person": _WHO, "role": da("Rolle"), "why": _WHY, "can_promise": da("Kan love"),
        "reply": da("Svarede"), "reply_reason": da("Med ordene"), "written_word": da("Skrev"),
        "was_there": da("Var der"), "substitute": da("Foreslog i stedet"),
        "substitute_name": da("I stedet kommer"),
        "own_task": da("Opgave her"),
        "own_limit": da("Grænse"),
    },
    "meetings_turn": {"text": da("Ord"), "speaker": _WHO},
    "meetings_reflection": {"text": da("Ord"), "written_by": _BY},
    "meetings_minutes": {
        "citizen_said": da("Det sagde du"), "citizen_note": da("Din rettelse"),
        "offered": da("Vist, før det blev sendt"), "reason": _WHY, "published_at": da("Sendt"),
        "written_by": _BY,
    },
    "meetings_passage": {"words": da("Ord"), "reason": _WHY, "covered_by": _BY},
    "access_grant": {
        "person": _WHO, "unit": da("Alle i"), "reason": _WHY, "starts_at": _FROM, "ends_at": _TO,
        "given_by": da("Givet af"),
    },
    "access_look": {
        "what": da("Så siden"), "at": da("Hvornår"), "person": _WHO, "role": da("Som"),
        "unit": _FROM,
    },
    "access_fresh_start": {
        "since": _FROM, "set_by": da("Sagt af"), "lifted_at": da("Ophævet"),
    },
    "access_situation": {
        "starts_at": _FROM, "ends_at": _TO, "opened_by": _BY, "closed_by": da("Afsluttet af"),
    },
    "access_name_ask": {
        "created_at": da("Bedt om"), "what": da("Så siden"), "looked_at": da("Hvornår"),
        "name": da("Svar: det var"), "words": da("Svar"),
    },
    "access_apart": {
        "why": _WHY, "leader": da("Leder, der ved det"), "set_by": _BY, "since": _FROM,
        "lifted_at": _TO,
    },
    "access_draft": {"saved_at": da("Gemt")},
    "access_event": {"kind": da("Hvad skete der"), "at": da("Hvornår"), "actor": _WHO},
    "notices_channel": {
        "address": da("Adresse"), "phone": da("Mobilnummer"), "quiet_from": da("Ro fra"),
        "quiet_until": da("Ro til"),
    },
    "notices_device": {"name": da("Enhed")},
    "notices_delivery": {"ended_at": da("Hvornår"), "said_by": da("Hvem der sagde det")},
    "people_account": {"username": da("Brugernavn")},
    "login_identity": {"subject": da("Dit navn hos dem")},
    "login_passkey": {"name": da("Kaldes")},
    "login_one_time_code": {"person": _WHO},
    "login_recovery_code": {"person": _WHO},
    "keeping_case": {
        "state": da("Nu"), "since": da("Siden"), "closed_on": da("Sluttede"),
        "block_on": da("Lukkes for andre end dig"), "delete_on": da("Slettes"),
        "delivered_on": da("Afleveret til et arkiv"), "organisation": da("Har ansvaret"),
        "receipt": da("Arkivets nummer"), "told_on": da("Fortalt om dagen"),
        "told_how": da("Hvordan det blev fortalt"),
    },
    "keeping_change": {"after": da("Blev"), "at": da("Hvornår"), "why": _WHY, "by": _WHO},
    "keeping_hold": {
        "kind": da("Grund"), "why": _WHY, "until": _TO, "lifted_at": da("Ophævet"),
        "set_by": _WHO,
    },
    "login_invitation": {"person": _WHO},
    "login_reset": {"person": _WHO},
    "login_way_out": {"person": _WHO},
    "login_sitting": {"device": da("Enhed")},
    "plan_outside": {
        "address": da("Mailadresse"), "asked_by": _BY, "ends_at": _TO,
        "opened_at": da("Sidst åbnet"), "revoked_at": da("Lukket"),
    },
    "meetings_invite": {
        "address": da("Sendt til"), "told_at": da("Sendt"), "proposed_at": da("Foreslog en tid"),
        "proposed_minutes": da("Minutter"), "proposed_words": da("Med ordene"),
        "taken_off": da("Taget af listen"),
    },
}  # fmt: skip
