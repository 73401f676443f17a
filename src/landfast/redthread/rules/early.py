"""Signs in her life (ED): off until an organisation has a ground; then one question, no weight.

A sign is asked about for as long as it is new; nobody is watched for what is past (domain E5).
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta

from landfast.kernel.text import da
from landfast.programmes.rules import NeedArea, need_roles
from landfast.redthread.rules.facts import Absent, Contact, Lost, Sign, Source
from landfast.redthread.rules.found import COURSE, Found, found
from landfast.redthread.rules.limits import Limits
from landfast.redthread.rules.snapshot import Snapshot

Rule = Callable[[Snapshot, Limits], list[Found]]
GUIDES = need_roles()[NeedArea.WORK_EDU].any_of | need_roles()[NeedArea.WORK_EDU].should
TREATS = need_roles()[NeedArea.PSYCHIATRY].any_of
DROPOUT, POSITIVE = "dropout", "positive_screening"
FOLLOWS = {DROPOUT: GUIDES, POSITIVE: TREATS}
BOTH = 2


def _new(course: Snapshot, kinds: Collection[str], limits: Limits) -> list[Sign]:
    oldest = course.today - timedelta(days=limits.sign)
    return [sign for sign in course.signs_by_day.since(oldest) if sign.kind in kinds]


def _asks(about: str, seen: Iterable[Sign | Absent], says: str) -> list[Found]:
    sources = [one.source for one in seen]
    return [found(about, sources, says)] if sources else []


def _was_left(course: Snapshot, sign: Sign, roles: Collection[str], limits: Limits) -> bool:
    """Said to be left alone; or nobody has said, and the days went without anybody."""
    if sign.follow_up is not None:
        return not sign.follow_up
    helper = _came(course, sign.source, roles)
    late = course.days_since(sign.source.day) > limits.follow_up
    return late and (helper is None or (helper.day - sign.source.day).days > limits.follow_up)


def _came(course: Snapshot, source: Source, roles: Collection[str]) -> Source | None:
    """The first of these who came after that day."""
    wanted = frozenset(roles)
    after = course.contacts_by_day.after(source.day)
    return next((one.source for one in after if not wanted.isdisjoint(one.roles)), None)


def _left(course: Snapshot, kind: str, limits: Limits) -> list[Sign]:
    """Signs of a kind that nobody followed up in time."""
    return [
        sign
        for sign in _new(course, {kind}, limits)
        if _was_left(course, sign, FOLLOWS[kind], limits)
    ]


def left_school(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-01: left an education, and nobody was in touch within two weeks (S002 §2.2.1)."""
    seen = [
        sign
        for sign in _left(course, DROPOUT, limits)
        if _came(course, sign.source, GUIDES) is None
    ]
    said = da("Borgeren er stoppet på sin uddannelse. Har nogen spurgt, hvordan det går?")
    return _asks("dropout", seen, said)


def stays_away(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-02: three absences from one in sixty days, or two in a row from two (S002 Bilag 3; D)."""
    lately = [
        one for one in course.absences if course.is_within(one.source, limits.absences_within)
    ]
    said = da("Borgeren er ikke kommet nogle gange. Har nogen spurgt hvorfor?")
    results = []
    for who in sorted({one.to for one in lately}):
        theirs = [one for one in lately if one.to == who]
        if _times(theirs, limits) >= limits.absences:
            results += _asks(who, theirs, said)
    row = [one for one in lately if one.in_a_row and one.count >= limits.absences_both]
    if len({one.to for one in row}) >= BOTH:
        results += _asks("both", row, said)
    return results


def _times(theirs: list[Absent], limits: Limits) -> int:
    """One told as "three in sixty days", or as many told one by one."""
    told = [one.count for one in theirs if one.window and one.window <= limits.absences_within]
    return max([*told, sum(one.count for one in theirs if not one.window)])


def income_lost(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-03: a benefit stopped, lowered or threatened (S002)."""
    again = [one.source.day for one in course.benefits if not one.is_loss]
    lost = [
        Sign(one.source, "benefit")
        for one in course.benefits
        if one.is_loss
        and course.is_within(one.source, limits.sign)
        and not any(day > one.source.day for day in again)
    ]
    return _asks("benefit", lost, da("Ydelsen er i fare. Har nogen set på økonomien?"))


def neighbours_complain(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-04: a complaint about home or conduct; in case files only (S002; domain 0.5)."""
    seen = _new(course, {"neighbour_complaint"}, limits)
    said = da("Nogen i opgangen har henvendt sig. Har nogen været hjemme hos borgeren?")
    return _asks("neighbours", seen, said)


def contact_lost(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-05: no contact for twice as long as was agreed (S002 Bilag 3)."""
    lost = _told_lost(course, limits) + _interval_gone(course, limits)
    said = da("Ingen har haft kontakt i længere tid end aftalt. Har nogen opsøgt borgeren?")
    return [found("contact", lost, said)] if lost else []


def _told_lost(course: Snapshot, limits: Limits) -> list[Source]:
    told = [one for one in course.lost if not one.is_interval][-1:]
    return [
        one.source
        for one in told
        if course.is_within(one.source, limits.sign)
        and (one.days is None or one.days >= _patience(course, one, limits))
        and not _seen_since(course, one.to, one.source)
    ]


def _patience(course: Snapshot, one: Lost, limits: Limits) -> int:
    agreed = [
        each.days
        for each in course.lost
        if each.is_interval and each.days and each.to & one.to and each.source.day <= one.source.day
    ]
    return (agreed[-1] if agreed else limits.interval_usual) * limits.interval_times


def _seen_since(course: Snapshot, roles: frozenset[str], source: Source) -> bool:
    return bool(_seeing(course, roles, source.day))


def _seeing(course: Snapshot, roles: frozenset[str], after: date) -> list[Contact]:
    later = course.contacts_by_day.after(after)
    return [one for one in later if one.meets_citizen and one.roles & roles]


def _interval_gone(course: Snapshot, limits: Limits) -> list[Source]:
    """Contact that was to be kept so often stopped, and has not come again since."""
    agreed = [one for one in course.lost if one.is_interval and one.source.is_dated][-1:]
    for one in agreed:
        patience = limits.interval_times * (one.days or 0)
        days = [seen.source for seen in _seeing(course, one.to, one.source.day)]
        last = one.source
        for seen in days:
            if (seen.day - last.day).days > patience:
                return []
            last = seen
        if patience < course.days_since(last.day) <= patience + limits.sign:
            return [one.source, last]
    return []


def neglects_herself(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-06: seen that home or self is hard to keep (S002)."""
    said = da("Det er set, at hverdagen er svær at holde. Har nogen spurgt, hvad der ville hjælpe?")
    return _asks("self_neglect", _new(course, {"self_neglect"}, limits), said)


def stopped_medicine(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-07: somebody tells that prescribed medicine is stopped (S002; S001 boks 1.3)."""
    said = da("Borgeren er holdt op med sin medicin. Har nogen talt med borgeren om det?")
    return _asks("medicine", _new(course, {"medication_stop"}, limits), said)


def more_substance(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-08: new or rising use of alcohol or drugs, told or seen (S002; S001)."""
    said = da("Der er fortalt om mere alkohol eller flere stoffer. Har nogen spurgt hvorfor?")
    return _asks("substance", _new(course, {"substance"}, limits), said)


def long_sick_leave(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-09: ill for eight weeks, or dismissed while ill (S002 Jens Bilag 3; D)."""
    said = da("Borgeren har været syg længe. Har nogen spurgt, hvordan borgeren har det psykisk?")
    return _asks("sick_leave", _new(course, {"long_sick_leave"}, limits), said)


def home_lost(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-10: notice to leave, or no home (S001 §1.3)."""
    said = da(
        "Borgeren kan miste sin bolig eller har ingen. Har nogen en plan sammen med borgeren?"
    )
    return _asks("home", _new(course, {"homelessness", "eviction_notice"}, limits), said)


def relatives_worry(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-11: somebody close is worried; nothing is told back to them (S002)."""
    said = da("En, der står borgeren nær, er bekymret. Har nogen lyttet og ringet til borgeren?")
    return _asks("worry", _new(course, {"relative_concern"}, limits), said)


def maybe_psychosis(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-12: signs of psychosis or thoughts of suicide (S002 §2.2.1). Never only a notice."""
    kinds = {"possible_psychosis", "suicide"}
    said = da(
        "Nogen har set tegn på, at borgeren har det meget svært. Har nogen spurgt borgeren i dag?"
    )
    return _asks("severe", _new(course, kinds, limits), said)


def turned_away(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-13: sought acute help and went home without a plan (S002 Bilag 3 P4)."""
    said = da("Borgeren søgte hjælp akut og gik hjem uden en plan. Har nogen ringet siden?")
    return _asks("turned_away", _new(course, {"turned_away"}, limits), said)


def screening_left(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-14: a screening points to something serious, and nothing follows (S002 Jens)."""
    seen = [
        sign
        for sign in _left(course, POSITIVE, limits)
        if _came(course, sign.source, TREATS) is None
    ]
    said = da("En undersøgelse viste noget, der kan være alvorligt. Har nogen lavet en plan?")
    return _asks("screening", seen, said)


def sees_children_less(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-15: time with the children is called off again and again (S002 Jens)."""
    said = da("Borgeren ser mindre til sine børn. Har nogen spurgt, hvad der ville hjælpe?")
    return _asks("children", _new(course, {"child_contact_decline"}, limits), said)


def met_police(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-16: brought in by police or ambulance, or a case with the police (S002; S001)."""
    said = da("Borgeren har været i kontakt med politi eller ambulance. Har nogen spurgt til det?")
    return _asks("police", _new(course, {"emergency_contact"}, limits), said)


def carer_lost(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-18: who carried the everyday is gone or worn out (S001 boks 1.3)."""
    said = da("En, der bar hverdagen, kan ikke mere. Har nogen set på, hvad der skal til nu?")
    return _asks("carer", _new(course, {"loss_of_carer"}, limits), said)


SINGLE: dict[str, Rule] = {
    "ED-01": left_school, "ED-02": stays_away, "ED-03": income_lost, "ED-04": neighbours_complain,
    "ED-05": contact_lost, "ED-06": neglects_herself, "ED-07": stopped_medicine,
    "ED-08": more_substance, "ED-09": long_sick_leave, "ED-10": home_lost,
    "ED-11": relatives_worry, "ED-12": maybe_psychosis, "ED-13": turned_away,
    "ED-14": screening_left, "ED-15": sees_children_less, "ED-16": met_police, "ED-18": carer_lost,
}  # fmt: skip


def signs_gather(course: Snapshot, limits: Limits) -> list[Found]:
    """ED-90: three different signs in ninety days: a person looks at it all, no figure (D)."""
    newest = [
        max(sources, key=lambda source: source.day)
        for code, rule in SINGLE.items()
        if (sources := _sources(course, code, rule, limits))
    ]
    recent = [source for source in newest if course.is_within(source, limits.sign)]
    if len(recent) < limits.signs:
        return []
    said = da("Flere ting fylder på én gang. Har nogen set på det hele sammen med borgeren?")
    return [found(COURSE, recent, said)]


def _sources(course: Snapshot, code: str, rule: Rule, limits: Limits) -> list[Source]:
    """The signs of a rule; that somebody came late does not make one unseen."""
    left = {"ED-01": DROPOUT, "ED-14": POSITIVE}.get(code)
    if left:
        return [sign.source for sign in _left(course, left, limits)]
    return [source for one in rule(course, limits) for source in one.facts]
