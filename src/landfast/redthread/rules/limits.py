"""How long, how many: an organisation's own figures. All that ship are marked D (domain F2)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The thresholds of the rules. Days unless the name says otherwise."""

    grace: int = 7
    active: int = 90
    alone: int = 30
    vacancy_business: int = 5
    wait: int = 28
    refused: int = 14
    need: int = 30
    changes: int = 3
    changes_within: int = 365
    sick: int = 30
    child: int = 14
    child_remembered: int = 365
    relative_agreements: int = 2
    relative_percent: int = 34
    relative_contacts: int = 2
    absences: int = 3
    absences_within: int = 60
    absences_both: int = 2
    follow_up: int = 14
    interval_times: int = 2
    interval_usual: int = 7
    sign: int = 90
    signs: int = 3
    readmission: int = 30
    soon: int = 3
    short: int = 3
    admissions: int = 4
    admissions_within: int = 365
    opens: int = 8
    closes: int = 16


SHIPPED = Limits()
