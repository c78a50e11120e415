"""What a hand said of paragraphs: its signs and its words, by whom and when."""

from __future__ import annotations

from datetime import date, datetime

from models.comparison.by_hand import SaidByHand
from models.draft.days import whole_day

HAND_SIGNS = {True: "link-simple", False: "link-simple-break"}
"""What stands beside a paragraph that a hand paired (True), or said to be deleted or new."""


def hand_words(said: SaidByHand) -> str:
    """ "paired by hand by A. Rapporteur on 17 November 2025", "kept apart by hand today"."""
    old, new = said.ends
    done = "paired by hand" if said.paired else "kept apart by hand"
    if old is None:
        done = "said to be new by hand"
    elif new is None:
        done = "said to be deleted by hand"
    done += " on the way" if said.on_the_way else ""
    return f"{done} {_by_whom(said)}".strip()


def _by_whom(said: SaidByHand) -> str:
    """ "by A. Rapporteur on 17 November 2025", "by A. Rapporteur today"; no day where it holds for one time alone."""
    who = f"by {said.who}" if said.who else ""
    if not said.at:
        return who
    day = datetime.fromisoformat(said.at).astimezone().date()
    when = "today" if day == date.today() else f"on {whole_day(day)}"
    return f"{who} {when}".strip()
