"""The only writers of wishes, own steps, agreements and what is left after a stop."""

from landfast.plan.actions.again import offer_agreements_again
from landfast.plan.actions.billing import dispute_bill
from landfast.plan.actions.costing import price_agreement
from landfast.plan.actions.deciding import (
    Asking,
    answer_decision,
    ask_decision,
    take_up_yes,
    withdraw_decision,
)
from landfast.plan.actions.following import (
    finish_task,
    hand_to_professionals,
    lapse_agreement,
    note_talk,
    note_told,
    report_agreement,
    start_agreement,
    take_back,
)
from landfast.plan.actions.hers import say_went, set_step, take_back_went
from landfast.plan.actions.interim import Interim
from landfast.plan.actions.promising import (
    accept_agreement,
    change_proposal,
    confirm_offer,
    decline_agreement,
    note_agreement,
    propose_agreement,
    withdraw_agreement,
)
from landfast.plan.actions.steps import add_step
from landfast.plan.actions.wishes import add_wish, move_wish, rate_wish, reword_wish, set_standing
from landfast.plan.rules.answering import Report
from landfast.plan.rules.promise import Terms

__all__ = [
    "Asking",
    "Interim",
    "Report",
    "Terms",
    "accept_agreement",
    "add_step",
    "add_wish",
    "answer_decision",
    "ask_decision",
    "change_proposal",
    "confirm_offer",
    "decline_agreement",
    "dispute_bill",
    "finish_task",
    "hand_to_professionals",
    "lapse_agreement",
    "move_wish",
    "note_agreement",
    "note_talk",
    "note_told",
    "offer_agreements_again",
    "price_agreement",
    "propose_agreement",
    "rate_wish",
    "report_agreement",
    "reword_wish",
    "say_went",
    "set_standing",
    "set_step",
    "start_agreement",
    "take_back",
    "take_back_went",
    "take_up_yes",
    "withdraw_agreement",
    "withdraw_decision",
]
