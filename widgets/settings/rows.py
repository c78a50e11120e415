"""What a setting is, as data: the dialog is made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Value = str | bool | float
Kind = Literal["choice", "switch", "scale", "text", "folder", "told"]


@dataclass(frozen=True, slots=True)
class Row:
    """One setting.

    `kind`: choice (one of `choices`, side by side), switch, scale (one of `choices` along a line, with what it does to
    a sample of the text), text, folder, told (nothing to choose: `says` alone). `choices` are values and words.
    `placeholder` stands in an empty field and says what that means. `found_by` are further words for the search.
    """

    name: str
    label: str
    kind: Kind
    says: str = ""
    choices: tuple[tuple[Value, str], ...] = ()
    placeholder: str = ""
    found_by: str = ""

    def has(self, words: str) -> bool:
        """Whether all words looked for stand in the row, in any order."""
        where = " ".join((self.label, self.says, self.found_by, *(choice for _, choice in self.choices))).casefold()
        return all(word in where for word in words.casefold().split())


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together."""

    head: str
    rows: tuple[Row, ...]
