"""What the tables and fields of a record are called in plain Danish, in the order of the book.

A house test asks that every field about people either has its words here or stands in
`ONLY_IN_THE_FILE`, so that a new table cannot be forgotten.
"""

from landfast.kernel.text import da

Fields = dict[str, str]

_WRITTEN = {"created_at": da("Skrevet")}
_BY = da("Skrevet af")
_WHY = da("Hvorfor")
_FROM, _TO = da("Fra"), da("Til")
_WHO = da("Hvem")

TITLES: dict[str, str] = {
    "course_citizen": da("Om dig"),
    "course_profile": da("Det, du har sagt om dig selv"),
    "course_referral": da("Henvendelser om dig"),
    "course_assessment": da("Vurderinger, før forløbet begyndte"),
    "course_decision": da("Svar på henvendelser"),
    "course_course": da("Dit forløb"),
    "course_state_change": da("Skift i dit forløb"),
    "course_coordinatorship": da("Dine koordinatorer"),
    "course_second": da("Den anden, du kender"),
    "course_deputyship": da("Dem, der har dækket"),
    "course_handover": da("Overdragelser"),
    "course_statutory_role": da("Roller, som loven bestemmer"),
    "course_observation": da("Det, vi har hørt og set"),
    "course_change_wish": da("Du bad om en anden koordinator"),
    "course_correction": da("Det, du har bedt om at få rettet"),
    "course_closing": da("Afslutning"),
    "network_member": da("Fagpersoner omkring dig"),
    "network_relation": da("Dine nærmeste"),
    "network_seat": da("Tomme pladser"),
    "consent_consent": da("Det, du har sagt ja og nej til"),
    "consent_share": da("Delt med andre"),
    "consultation_origin": da("Råd, som andre har fået uden dit navn"),
    "consultation_question": da("Det, de spurgte om"),
    "consultation_answer": da("Det, de fik at vide"),
    "consent_topic": da("Det, der må deles"),
    "consent_emergency": da("Læst i en nødsituation"),
    "consent_by_law": da("Læst, fordi loven giver lov"),
    "plan_wish": da("Dine ønsker og mål"),
    "plan_own_step": da("Skridt, som du og dine nærmeste vil prøve"),
    "plan_agreement": da("Det, vi har aftalt"),
    "plan_agreement_change": da("Det, der skete med aftalerne"),
    "plan_task": da("Opgaver, efter du stoppede"),
    "meetings_meeting": da("Dine møder"),
    "meetings_theme": da("Emner til møderne"),
    "meetings_participant": da("Dem, der var inviteret"),
    "meetings_turn": da("Kladder fra møder"),
    "meetings_reflection": da("Refleksioner"),
    "meetings_minutes": da("Referater"),
    "access_grant": da("Hvem har haft adgang"),
    "access_fresh_start": da("Frisk start"),
    "access_look": da("Hvem har kigget"),
    "access_situation": da("Når noget er sådan"),
    "access_apart": da("Holdt adskilt"),
    "access_name_ask": da("Når du har bedt om et navn"),
    "access_draft": da("Det, du er i gang med at skrive"),
    "access_event": da("Alt, hvad der er sket i Landfast"),
    "notices_channel": da("Besked til dig"),
    "notices_delivery": da("Beskeder, vi har sendt dig"),
    "people_account": da("Dit login"),
    "login_identity": da("Andre login, du bruger"),
    "login_passkey": da("Dine adgangsnøgler"),
    "login_one_time_code": da("Din app med koder"),
    "login_recovery_code": da("Dine nødkoder"),
    "login_invitation": da("Invitationer til at logge ind"),
    "login_sitting": da("Her har du logget ind"),
}

LABELS: dict[str, Fields] = {
    "course_citizen": {
        "name": da("Navn"), "called": da("Kaldes"), "cpr": da("CPR-nummer"),
        "phone": da("Telefon"), "born_on": da("Født"), "died_on": da("Død"),
        "is_protected": da("Beskyttet navn og adresse"),
    },
    "course_profile": {
        "statement": da("Om mig"), "strengths": da("Det er jeg god til"),
        "energy": da("Energi, 1 til 5"), "energy_on": da("Sagt den"),
        "largest_meeting": da("Så mange må der være til et møde"),
    },
    "course_referral": {
        "received_at": da("Modtaget"), "referred_by": da("Henvist af"),
        "by_citizen": da("Du henvendte dig selv"), "citizen_name": da("Navn"),
        "citizen_cpr": da("CPR-nummer"), "citizen_phone": da("Telefon"),
        "seen": da("Det, de så"), "needs": da("Det handlede om"),
        "says_words": da("Det sagde du"), "who_asks": da("Spørger dig"),
        "taken_by": da("Tog imod"),
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
        "appeal": da("Sådan klager du"),
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
        "answer": da("Med ordene"), "overlap_until": da("Læser med til"),
    },
    "course_statutory_role": {
        "holder": _WHO, "does": da("Gør"), "noted_by": _BY, "ended_on": _TO,
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
    "course_closing": {
        "final_talk_on": da("Sidste samtale"), "done": da("Det lykkedes"),
        "not_done": da("Det nåede vi ikke"), "who_carries_on": da("Hjælper dig nu"),
        "way_back": da("Vejen tilbage"), "told_on": da("Fortalt den"),
        "moves_to": da("Flytter til"), "citizen_said_yes": da("Du sagde ja"), "written_by": _BY,
    },
    "network_member": {
        "person": _WHO, "role": da("Rolle"), "helps_with": da("Hjælper med"),
        "mandate": da("Må bestemme"),
        "call_when": da("Ring, når"), "since": _FROM, "until": _TO,
        "decides_authority": da("Afgør sager"),
    },
    "network_relation": {
        "name": da("Navn"), "is_to_me": da("Er for mig"), "phone": da("Telefon"),
        "note": da("Note"), "removed_on": da("Fjernet"),
    },
    "network_seat": {
        "need": da("Det handlede om"), "answer": da("Svar"), "answered_at": da("Du svarede"),
    },
    "consent_consent": {
        "recipient": da("Modtager"), "state": da("Svar"), "purpose": da("Til hvad"),
        "said_at": da("Sagt den"),
        "recorded_by": _BY, "ended_at": da("Slut"),
    },
    "consent_share": {
        "person": _WHO, "unit": da("Alle i"), "state": da("Lige nu"), "topics": da("Om"),
        "purpose": da("Til hvad"), "evidence": da("Sagt hvordan"),
        "waived_because": da("Fraveget skriftlighed, fordi"), "said_at": da("Sagt den"),
        "ends_at": da("Slut"), "recorded_by": _BY, "confirmed_at": da("Du svarede"),
        "never_again": da("Spørg mig ikke igen"), "changed": da("Spurgt igen, fordi"),
    },
    "consultation_origin": {"asked_at": da("Spurgt den")},
    "consultation_question": {"text": da("Spørgsmål"), "asker": da("Spurgt af")},
    "consultation_answer": {"text": da("Svar"), "person": _BY},
    "consent_by_law": {
        "person": _WHO, "basis": da("Grund i loven"), "topics": da("Om"), "reason": _WHY,
        "given_by": da("Givet af"), "given_at": _FROM, "ends_at": _TO,
    },
    "consent_emergency": {
        "unit": _FROM, "basis": da("Grund i loven"), "reason": _WHY, "opened_at": da("Åbnet"),
        "ends_at": _TO, "told_at": da("Du fik besked"), "decision": da("Afgørelse"),
        "words": da("Med ordene"),
    },
    "consent_topic": {"said_at": da("Sagt den"), "recorded_by": _BY, "ended_at": da("Slut")},
    "plan_wish": {
        "words": da("Dine ord"), "area": da("Det handler om"), "standing": da("Ønske eller mål"),
        "rating": da("Dit tal, 0 til 10"), "rated_on": da("Sagt den"),
        "goal_since": da("Mit mål siden"), "written_by": _BY, **_WRITTEN,
    },
    "plan_own_step": {
        "text": da("Skridt"), "state": da("Hvordan det går"), "remind_on": da("Mind mig om det"),
        "written_by": _BY, **_WRITTEN,
    },
    "plan_agreement": {
        "text": da("Hvad"), "state": da("Lige nu"), "maker": _WHO, "maker_role": da("Rolle"),
        "backup": da("Ellers"),
        "practical_problem": da("Problem nu"), "starts_on": _FROM, "due_on": da("Senest"),
        "interim_support": da("Imens"), "follow_up_by": da("Følger op"),
        "follow_up_on": da("Følger op den"), "follow_up_how": da("Sådan"),
        "report": da("Sådan gik det"), "talked_on": da("Talt om den"),
        "proposed_by": da("Foreslået af"), "decided_by": da("Afgjort af"), **_WRITTEN,
    },
    "plan_agreement_change": {
        "act": da("Hvad skete der"), "at": da("Hvornår"), "actor": _WHO, "note": da("Note"),
        "old_text": da("Før stod der"),
        "old_due_on": da("Før var fristen"),
    },
    "plan_task": {"text": da("Opgave"), "maker": _WHO, "due_on": da("Senest")},
    "meetings_meeting": {
        "starts_at": da("Hvornår"), "minutes_long": da("Minutter"), "place": da("Sted"),
        "breaks": da("Pauser"), "seating": da("Pladser"), "speaks_first": da("Taler først"),
        "not_to_talk_about": da("Det taler vi ikke om"), "largest": da("Højst så mange"),
        "own_word": da("Dine ord"), "represented_by": da("Talte for dig"), "leader": da("Ledet af"),
        "started_at": da("Begyndte"), "held_at": da("Holdt"),
        "closing_words": da("Til sidst"), "next_on": da("Næste møde"),
        "no_next_reason": da("Intet nyt møde, fordi"), "cancelled_reason": da("Aflyst, fordi"),
        "frame_agreed_by": da("Rammen er aftalt med"), "responsibility": da("Hvem gør hvad"),
    },
    "meetings_theme": {"words": da("Emne"), "need": da("Det handler om")},
    "meetings_participant": {
        "person": _WHO, "role": da("Rolle"), "why": _WHY, "can_promise": da("Kan love"),
        "reply": da("Svarede"), "reply_reason": da("Med ordene"), "written_word": da("Skrev"),
        "was_there": da("Var der"),
    },
    "meetings_turn": {"text": da("Ord"), "speaker": _WHO},
    "meetings_reflection": {"text": da("Ord"), "written_by": _BY},
    "meetings_minutes": {
        "citizen_said": da("Det sagde du"), "citizen_note": da("Din rettelse"),
        "offered": da("Vist, før det blev sendt"), "reason": _WHY, "published_at": da("Sendt"),
        "written_by": _BY,
    },
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
        "address": da("Adresse"), "quiet_from": da("Ro fra"), "quiet_until": da("Ro til"),
    },
    "notices_delivery": {"ended_at": da("Hvornår")},
    "people_account": {"username": da("Brugernavn")},
    "login_identity": {"subject": da("Dit navn hos dem")},
    "login_passkey": {"name": da("Kaldes")},
    "login_one_time_code": {"person": _WHO},
    "login_recovery_code": {"person": _WHO},
    "login_invitation": {"person": _WHO},
    "login_sitting": {"device": da("Enhed")},
}  # fmt: skip

ONLY_IN_THE_FILE: dict[str, str] = {
    "consultation_origin": "question course",
    "consultation_question": "looked_at forum unit asked_from",
    "access_draft": "person fields",
    "access_event": "facts",
    "access_grant": "post organisation",
    "access_name_ask": "asked_by answered_by organisation looker",
    "access_situation": "kind",
    "consent_consent": "how",
    "consent_share": "how ended_at organisation situation situation_days",
    "consent_topic": "topic word",
    "consent_by_law": "ended_at",
    "consent_emergency": "person course_unit decided_by decided_at",
    "course_citizen": "person sort_key",
    "course_closing": "ending",
    "course_coordinatorship": "kind",
    "course_course": "citizen unit programme",
    "course_observation": "facts needs precision roles sectors",
    "course_referral": "says urgency unit",
    "course_state_change": "before facts",
    "course_statutory_role": "role",
    "login_identity": "person",
    "login_passkey": "person",
    "login_sitting": "person",
    "meetings_meeting": "attends answers no_next ended",
    "meetings_minutes": "content recipients",
    "meetings_participant": "relation part",
    "meetings_turn": "kind",
    "network_member": "sphere closeness",
    "network_relation": "sphere closeness tie",
    "network_seat": "times",
    "notices_channel": "person way confirmed_at last_sent_on",
    "notices_delivery": "person event",
    "plan_agreement": "needs kind mandate",
    "plan_agreement_change": "before after told_aloud",
    "plan_own_step": "relation",
    "plan_task": "about",
    "plan_wish": "position",
}
"""Codes and keys that say little to a reader; they stand in the file of data."""
