"""The verbatim record of the meeting at which a resolution of the General Assembly was adopted: “A/79/PV.43”."""

from __future__ import annotations

import re

from models.draft import Draft, Kind
from models.draft.masthead import Masthead
from models.draft.masthead_lines import MEETING

_OF_A_SESSION = re.compile(r"A/(?:RES|DEC)/(?P<session>(?:E?S-)?\d+)/\d")


def meeting_record(draft: Draft, head: Masthead) -> str | None:
    """Its symbol, None where the last lines do not name one meeting.

    Records are called by session and meeting since resolutions are, from the thirty-first session on; a meeting that
    was resumed has several.
    """
    session = _OF_A_SESSION.match(head.symbol or "")
    if session is None:
        return None
    last = (one.text for one in draft.paragraphs if one.kind is Kind.CLOSING)
    meetings = {found[0] for found in map(MEETING.search, last) if found is not None}
    numbers = [digits[0] for one in meetings if (digits := re.search(r"\d+", one)) is not None and "(" not in one]
    return f"A/{session['session']}/PV.{numbers[0]}" if len(meetings) == len(numbers) == 1 else None
