"""Rules of the room: the team's yes and no, sharing by topic, a no that is the last word."""

from landfast.consent.rules.emergency import (
    DECISION_NAMES,
    HOURS_MOST,
    Decision,
    check_basis,
    check_may_review,
    check_reason,
    check_words,
    hours,
    too_many_tries,
)
from landfast.consent.rules.fresh import check_fresh_start, line_at
from landfast.consent.rules.legal_basis import (
    LEGAL_BASES,
    Basis,
    LegalBasis,
    Told,
    bases_without_consent,
    check_by_law,
    emergency_bases,
)
from landfast.consent.rules.saying_no import (
    StandingNo,
    check_may_ask,
    check_may_say_no,
    check_may_say_the_last_word,
    check_may_say_yes,
    may_ask,
    may_say_the_last_word,
    next_round,
)
from landfast.consent.rules.sharing import (
    LEGAL_TEXT,
    LONGEST,
    SOON,
    check_adult,
    check_evidence,
    check_may_renew,
    check_may_share,
    check_may_share_again,
    check_may_stop,
    check_named_only,
    check_paper,
    check_topics,
    check_until,
    may_renew,
    may_share_again,
    may_stop_share,
    share_state,
    until_again,
)
from landfast.consent.rules.situations import TELLABLE, WAITS, check_so_since, check_when
from landfast.consent.rules.team import (
    check_may_allow,
    check_may_withdraw,
    may_withdraw,
)
from landfast.consent.rules.topics import (
    KEPT_BACK,
    TOPIC_WORDS,
    TopicWord,
    check_not_kept_back,
    check_topic,
)
from landfast.consent.rules.words import (
    HOW_NAMES,
    PURPOSE_MAX,
    ConsentState,
    How,
    check_how,
    check_purpose,
)

__all__ = [
    "DECISION_NAMES", "HOURS_MOST", "HOW_NAMES", "KEPT_BACK", "LEGAL_BASES", "LEGAL_TEXT",
    "LONGEST", "PURPOSE_MAX", "SOON", "TELLABLE", "TOPIC_WORDS", "WAITS", "Basis",
    "ConsentState", "Decision", "How", "LegalBasis", "StandingNo", "Told", "TopicWord",
    "bases_without_consent", "check_adult", "check_basis", "check_by_law", "check_evidence",
    "check_fresh_start", "check_how", "check_may_allow", "check_may_ask", "check_may_renew",
    "check_may_review", "check_may_say_no", "check_may_say_the_last_word", "check_may_say_yes",
    "check_may_share", "check_may_share_again", "check_may_stop", "check_may_withdraw",
    "check_named_only", "check_not_kept_back", "check_paper", "check_purpose", "check_reason",
    "check_so_since", "check_topic", "check_topics", "check_until", "check_when", "check_words",
    "emergency_bases", "hours", "line_at", "may_ask", "may_renew", "may_say_the_last_word",
    "may_share_again", "may_stop_share", "may_withdraw", "next_round", "share_state",
    "too_many_tries", "until_again",
]  # fmt: skip
