"""What is said where no Word file can hold what several ask for, or one alone."""

from __future__ import annotations

from collections.abc import Iterable

from models.compiling.clashes import in_quotes
from models.compiling.joint_wishes import names_in
from models.compiling.standing import WITH
from models.draft import DraftError


class NotTogether(DraftError):
    """No Word file can hold what is asked for in a name, beside what is laid in it in others."""

    def __init__(self, name: str, laid: Iterable[str], place: str) -> None:
        """`place` is where, as " at OP4", or "" where nobody knows."""
        own = each_named([name])
        others = [one for one in each_named(laid) if one not in own]
        asks = f"What {in_quotes(own)} ask{'s' * (len(own) == 1)} for{place} cannot"
        if not others:
            super().__init__(
                f"{asks} all be tracked in one Word file, so nothing was written; settle one of these proposals first."
            )
            return
        super().__init__(
            f"{asks} stand in one Word file beside what {in_quotes(others)} ask{'s' * (len(others) == 1)} for, so "
            "nothing was written; write the proposals of one delegation at a time, or settle one of those that meet "
            "there first."
        )


def each_named(names: Iterable[str]) -> list[str]:
    """Each of those in whose names changes are, “Fiji, Kenya with Peru”, once and in alphabetical order."""
    found = {one for name in names for both in name.split(WITH) for one in names_in(both)}
    return sorted(found, key=lambda one: (one.casefold(), one))
