"""The organs as Akoma Ntoso names them, whatever language their line is in."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.draft.masthead import Masthead
from models.draft.masthead_lines import ORGANS


class Organ(NamedTuple):
    """An organ: its code in names of works, its concept, and how it is shown."""

    code: str
    concept: str
    shown: str


_KNOWN = {
    "General Assembly": Organ("unga", "generalAssembly", "General Assembly"),
    "Security Council": Organ("unsc", "securityCouncil", "Security Council"),
    "Economic and Social Council": Organ("ecosoc", "economicAndSocialCouncil", "Economic and Social Council"),
    "Human Rights Council": Organ("unhrc", "humanRightsCouncil", "Human Rights Council"),
}
_ANY = Organ("un", "unitedNations", "United Nations")


def organ_of(head: Masthead) -> Organ:
    """The organ whose text it is; the United Nations where none that is known is named."""
    named = (name for name, words in ORGANS.items() if head.organ and re.fullmatch(words, head.organ))
    return _KNOWN[found] if (found := next(named, None)) is not None else _ANY
