"""Three good times for one meeting, and what each costs whom."""

from landfast.meetings.scheduling.diary import Diary
from landfast.meetings.scheduling.possible import Calendar, Option
from landfast.meetings.scheduling.shapes import Placed, Problem


def propose(problem: Problem, meeting_id: str, count: int = 3) -> list[Placed]:
    """The cheapest times, each on a day of its own, with every other meeting where it stands."""
    calendar = Calendar(problem)
    diary = Diary(calendar)
    for other in problem.meetings.values():
        if other.id != meeting_id and other.stands:
            _let_stand(calendar, diary, other.id)
    found: dict[object, Placed] = {}
    meeting = problem.meetings[meeting_id]
    for option in calendar.options(meeting):
        fits = diary.fits(option)
        if fits:
            day = fits.starts.date()
            if day not in found or fits.cost < found[day].cost:
                found[day] = fits
    return sorted(found.values(), key=lambda placed: (placed.cost, placed.starts))[:count]


def _let_stand(calendar: Calendar, diary: Diary, other: str) -> None:
    for option in calendar.options(calendar.problem.meetings[other]):
        if _is_where_it_stands(calendar, option) and (fits := diary.fits(option)):
            diary.take(option, fits)
            return


def _is_where_it_stands(calendar: Calendar, option: Option) -> bool:
    stands = calendar.problem.meetings[option.meeting].stands
    return (
        stands is not None
        and calendar.grid.moment(option.start) == stands.starts
        and option.place == stands.place
    )
