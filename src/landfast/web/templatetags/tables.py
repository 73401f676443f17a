"""A table of a page in one piece: a leader's page has six, and each was four templates."""

from functools import lru_cache

from django import template
from django.template import Context, Engine
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from landfast.web.parts.shapes import Cell, Clock, Empty, Table
from landfast.web.templatetags.acts import act_button
from landfast.web.templatetags.landfast import FEW, chip, day, escaped, icon, iso, when

register = template.Library()

NUMBER = ' class="lf-number"'


@register.simple_tag(takes_context=True)
def whole_table(context: Context, table: Table) -> SafeString:
    """Its rows; where there are none what stands in their place."""
    if not table.rows:
        return SafeString(_nothing(context, table.empty))
    hidden = ' class="sr-only"' if table.hide_caption else ""
    heads = "".join(_head(name, is_number) for name, is_number in table.heads)
    rows = "".join(_row(context, table.columns, row) for row in table.rows)
    return SafeString(
        f'<table class="table lf-table"><caption{hidden}>{escaped(table.caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _nothing(context: Context, empty: Empty | None) -> str:
    if empty is None:
        said = escaped(gettext("Der er ikke noget at vise endnu."))
        return f'<div class="lf-empty"><p>{said}</p></div>'
    with context.push(empty=empty):
        return Engine.get_default().get_template("parts/empty.html").render(context)


@lru_cache(FEW)
def _head(column: str, is_number: bool) -> str:
    return f'<th scope="col"{NUMBER if is_number else ""}>{escaped(column)}</th>'


def _row(context: Context, columns: tuple[str, ...], row: tuple[Cell, ...]) -> str:
    """The first cell names the row; beside the others stands their column, for cards."""
    first, *others = row
    cells = "".join(
        f"{_cell(column, one.is_number)}{_inside(context, one)}</td>"
        for column, one in zip(columns[1:], others, strict=True)
    )
    return f'<tr><th scope="row">{_inside(context, first)}</th>{cells}</tr>'


@lru_cache(FEW)
def _cell(column: str, is_number: bool) -> str:
    return f'<td data-title="{escaped(column)}"{NUMBER if is_number else ""}>'


def _inside(context: Context, cell: Cell) -> str:
    text = escaped(cell.text)
    if cell.url:
        text = f'<a href="{escaped(cell.url)}">{text}</a>'
    if cell.state:
        text += chip(cell.state)
    if cell.clock:
        text += clock_chip(cell.clock)
    if cell.act:
        text += act_button(context, cell.act, "quiet")
    return text + when(cell.when) if cell.when else text


@register.simple_tag
def clock_chip(clock: Clock) -> SafeString:
    """Business days left of a deadline, or past it."""
    return _clock_chip(clock, get_language())


@lru_cache(FEW)
def _clock_chip(clock: Clock, language: str) -> SafeString:
    del language  # the words are the language's: it belongs to the key
    mark = "time" if clock.kind == "open" else f"state-{clock.kind}"
    what = f"{escaped(clock.what)}: " if clock.what else ""
    return SafeString(
        f'<span class="lf-chip lf-chip-{clock.kind}">{icon(mark)}<span>{what}'
        f"{escaped(_days(clock))}</span>"
        f'<time class="sr-only" datetime="{iso(clock.deadline)}"> ({escaped(day(clock.deadline))})'
        "</time></span>"
    )


def _days(clock: Clock) -> str:
    if clock.days_left == 0:
        return gettext("fristen er i dag")
    if clock.days_left > 0:
        left = ngettext("%(days)s hverdag tilbage", "%(days)s hverdage tilbage", clock.days_left)
        return left % {"days": clock.days_left}
    over = ngettext(
        "%(days)s hverdag over fristen", "%(days)s hverdage over fristen", clock.days_over
    )
    return over % {"days": clock.days_over}
