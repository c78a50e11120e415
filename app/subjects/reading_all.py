"""Several texts read for one thing to do: where some cannot be, all of these are told. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from models.draft import DraftError
from models.draft.first_letter import with_capital

Text = TypeVar("Text")


def read_all(reads: Iterable[Callable[[], Text]], otherwise: str = "") -> list[Text]:
    """What each of several reads gives; `otherwise` is what else is said where some fail, such as "nothing was kept".

    Errors: DraftError that names each text which cannot be read.
    """
    found: list[Text] = []
    failed: list[DraftError] = []
    for read in reads:
        try:
            found.append(read())
        except DraftError as error:
            failed.append(error)
    if not failed:
        return found
    if len(failed) == 1 and not otherwise:
        raise failed[0]
    told = [str(error).removesuffix(".") for error in failed]
    if len(told) == 1:
        raise DraftError(f"{told[0]}; {otherwise}.") from failed[0]
    if otherwise:
        told.append(with_capital(otherwise))
    raise DraftError(". ".join([*told[:-1], f"{told[-1]}."])) from failed[0]
