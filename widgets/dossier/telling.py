"""What was done in a dossier, as a delegate would say it, and when, in the time of the place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from models.draft.days import whole_day
from widgets.paper.direction import isolated

_FACTS = {"label": "name", "date": "date", "note": "note", "author": "author", "symbol": "symbol"}


@dataclass(frozen=True, slots=True)
class Event:
    """Something done: `kind` is kept, amended, paired, unpaired or adopted; who may be "".

    `at` is aware or already local. `draft` is the id that a click goes to, `label` what it is called. `what` is the
    fact amended (label, date, note...) or the paragraphs paired ("OP3 with PP17"), `value` what a fact became, ""
    where it was taken back; `other` is the label of a second draft: the parent of a kept one, the other of a pair.
    """

    kind: str
    at: datetime
    draft: str
    label: str
    who: str = ""
    what: str = ""
    value: str = ""
    other: str = ""


def local(at: datetime) -> datetime:
    """A time in the time of the place."""
    return at.astimezone() if at.tzinfo is not None else at


def as_told(at: datetime) -> datetime:
    """A time as it is told: without a zone, in the time of the place; a day without an hour stays that day."""
    return (at if _is_day(at) else local(at)).replace(tzinfo=None)


def hour_words(at: datetime) -> str:
    """ "12:41" in the time of the place, "" where only the day is known."""
    return "" if _is_day(at) else f"{local(at):%H:%M}"


def clock_words(at: datetime, *, seconds: bool = False) -> str:
    """ "12:41", or "12:41:08", of today; of another day "12:41 on 14 November 2026"."""
    then = local(at)
    clock = f"{then:%H:%M:%S}" if seconds else f"{then:%H:%M}"
    return clock if then.date() == date.today() else f"{clock} on {whole_day(then.date())}"


def _is_day(at: datetime) -> bool:
    """Whether no clock was read: midnight to the microsecond, in the time that was written down."""
    return at.time() == time.min


def day_words(day: date, today: date) -> str:
    """ "Today", "Yesterday", else "14 November 2026"."""
    if day == today:
        return "Today"
    if (today - day).days == 1:
        return "Yesterday"
    return whole_day(day)


def sentence(event: Event) -> str:
    """The event in one sentence, who did it first where that is known."""
    label, other = isolated(event.label), isolated(event.other)
    fact = _FACTS.get(event.what, event.what or "record")
    value = isolated(event.value)
    if event.kind == "amended" and event.what == "label":
        active, passive = f"named {label} {value}", f"{label} was named {value}"
    elif event.kind == "amended" and not event.value:
        active, passive = f"took back the {fact} of {label}", f"The {fact} of {label} was taken back"
    elif event.kind == "amended":
        active, passive = f"set the {fact} of {label} to {value}", f"The {fact} of {label} became {value}"
    elif event.kind in ("paired", "unpaired"):
        between = f", {label} and {other}" if event.other else f", {label}"
        apart = event.kind == "unpaired"
        active = f"{'parted' if apart else 'paired'} {event.what or 'paragraphs'}{between}"
        passive = f"{event.what or 'Paragraphs'} {'parted' if apart else 'paired'} by hand{between}"
    else:
        verb, past = _ACTS.get(event.kind, ("changed", "was changed"))
        after = _AFTER.get(event.kind, "")
        tail = f"{after} {other}" if event.other and after else ""
        active, passive = f"{verb} {label}{tail}", f"{label} {past}{tail}"
    words = f"{event.who} {active}" if event.who else passive
    return f"{words}." if not words.endswith((".", ".\u2069")) else words


_ACTS = {
    "kept": ("kept", "was kept"),
    "adopted": ("recorded the adoption of", "was adopted"),
}
_AFTER = {"kept": ", written on"}
