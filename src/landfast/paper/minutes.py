"""The minutes on paper (referat, product C6)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext

from landfast.journeys.see_minutes import MinutesPage
from landfast.meetings.queries import MinutesRow
from landfast.meetings.queries.passages import CoverRow
from landfast.meetings.rules import MinutesState
from landfast.meetings.rules.passages import Cover
from landfast.paper import words
from landfast.paper.typeset import typeset
from landfast.plan.rules.words import AgreementState


def render(page: MinutesPage, row: MinutesRow, today: date) -> bytes:
    """The version that the page shows, as a tagged PDF."""
    meeting = page.meeting
    began = meeting.started_at or meeting.day_at
    return typeset(
        "minutes.typ",
        {
            **words.frame(
                gettext("Referat af møde %(when)s") % {"when": words.moment(began)},
                gettext("Referat, udskrevet %(day)s") % {"day": words.day(today)},
            ),
            "say": _headings(page.whose.called, was_there=page.was_she_there),
            "citizen": page.whose.name,
            "when": " · ".join(filter(None, [words.moment(began), words.times(meeting)])),
            "place": meeting.place,
            "present": ", ".join(_present(page)),
            "version": _version(row),
            "citizen_said": row.citizen_said,
            "citizen_note": row.citizen_note,
            "since_last": [_told(one) for one in row.content.get("since_last", [])],
            "themes": [
                {**one, "became": words.became(one, row.citizen_said)}
                for one in row.content["themes"]
            ],
            "agreements": [words.promise(one) for one in page.agreed],
            "waiting": [words.promise(one) for one in page.waiting],
            "never_agreed": [words.promise(one) for one in page.never_agreed],
            "reflections": [f"{one['who']}: {one['text']}" for one in page.reflections],
            "own_steps": [
                f"{one['who'] or page.whose.called}: {one['what']}"
                for one in row.content.get("own_steps", [])
            ],
            "responsibility": meeting.responsibility,
            "closing": row.content.get("closing", ""),
            "covers": [_covered(one) for one in row.covers],
            "next": words.moment(meeting.next_on) or meeting.no_next_reason,
        },
    )


def _version(row: MinutesRow) -> str:
    """Which one it is, whether it holds, and why it was put right or recalled."""
    said = {"number": row.version, "reason": row.reason}
    if row.state is MinutesState.RECALLED:
        return gettext("%(number)s (trukket tilbage: %(reason)s)") % said
    if row.state is MinutesState.SUPERSEDED:
        return gettext("%(number)s (en ny udgave er på vej)") % said
    why = gettext("%(number)s (rettet: %(reason)s)") % said
    shown = why if row.reason and not row.covers else str(row.version)
    return shown if row.state is MinutesState.PUBLISHED else f"{shown} {gettext('(ikke sendt ud)')}"


def _headings(called: str, *, was_there: bool) -> dict[str, Any]:
    whose = words.genitive(called)
    said = gettext("Det sagde %(name)s") if was_there else gettext("%(whose)s ord til mødet")
    return {
        "citizen": gettext("Borger"), "met": gettext("Mødet"), "place": gettext("Sted"),
        "present": gettext("Med var"), "version": gettext("Udgave"),
        "reflection": gettext("Refleksionen"),
        "since": gettext("Siden sidst"),
        "said": said % {"name": called, "whose": whose},
        "note": gettext("%(whose)s bemærkning til referatet") % {"whose": whose},
        "others": gettext("Det sagde de andre"), "solution": gettext("Det blev vi enige om"),
        "parked": gettext("Gemt til senere"), "agreed": gettext("Det, vi har aftalt"),
        "waiting": gettext("Forslag, der venter på et ja"),
        "never_agreed": gettext("Forslag, der ikke fik et ja"),
        "none": gettext("Der blev ikke lavet aftaler på mødet."),
        "responsibility": gettext("Hvem har ansvaret for hvad"),
        "own_steps": gettext("Egne skridt"), "covers": gettext("Udeladt i referatet"),
        "last": gettext("Til sidst"), "next": gettext("Næste møde"), **words.columns(),
    }  # fmt: skip


def _present(page: MinutesPage) -> list[str]:
    """Who was there; the citizen only when she was, in person or by telephone."""
    return [*([page.whose.called] if page.was_she_there else []), *page.others_there]


def _covered(one: CoverRow) -> str:
    said = {"number": one.number, "name": one.by, "day": words.day(one.on), "reason": one.reason}
    if one.kind is Cover.COVERED:
        return gettext("%(number)s: %(name)s har dækket det %(day)s. Grunden: %(reason)s") % said
    return gettext("%(number)s: %(name)s har taget det ud %(day)s. Grunden: %(reason)s") % said


def _told(row: dict[str, str]) -> str:
    """How an agreement went, as its maker told it at the table."""
    told = f"{row['who']}: {row['what']} – {gettext(words.STATES[AgreementState(row['state'])])}"
    return f"{told}. {row['because']}" if row["because"] else told
