"""Forums that other sectors may ask without a name, and two questions to them (F7)."""

from datetime import timedelta

from landfast.consultation.actions import keep_forum
from landfast.jobs.demo.town import Town
from landfast.jobs.stage import on_stage
from landfast.journeys.ask_anonymously import ask, say
from landfast.kernel.clock import now

FORUMS = (
    ("outpatient", "lars", "Psykiatrirådgivningen",
     "Søvn, medicin og om vi kan hjælpe. Vi svarer inden for to hverdage."),
    ("substance", "birgit", "Rusmiddelrådgivningen", "Alkohol, stoffer og hvordan man begynder."),
)  # fmt: skip


def advice(town: Town) -> None:
    """A question that was answered, and one that waits."""
    forums = {}
    for unit, keeper, name, about in FORUMS:
        who = town.staff[keeper]
        with on_stage(who, now() - timedelta(days=40)):
            forums[unit] = keep_forum(
                actor=who, unit_id=town.units[unit], name=name, about=about, is_open=True
            )
    bente, pia, jonas = (town.staff[key] for key in ("bente", "pia", "jonas"))
    with on_stage(bente, now() - timedelta(days=6)):
        question = ask(
            actor=bente, forum_id=forums["outpatient"], asked_from=town.units["support"],
            text="En borger i 40’erne er holdt op med sin medicin og sover næsten ikke. Hvad kan "
            "vi gøre, mens der er ventetid?", looked_at=[],
        )  # fmt: skip
    with on_stage(pia, now() - timedelta(days=5)):
        say(
            actor=pia, question_id=question, looked_at=[],
            text="Hold fast i dag og nat, og ring til os sammen med borgeren. Vi kan tage en "
            "samtale i telefonen samme dag. Siger borgeren ja, så send en henvisning.",
        )  # fmt: skip
    with on_stage(jonas, now() - timedelta(days=1)):
        ask(
            actor=jonas, forum_id=forums["substance"], asked_from=town.units["support"],
            text="En borger vil gerne drikke mindre, men vil ikke ind på et center. Kan I komme "
            "hjem til nogen?", looked_at=[],
        )  # fmt: skip
