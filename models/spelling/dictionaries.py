"""The dictionaries of this machine, by Enchant, which is found at run time; without it there are none.

Enchant (LGPL) and its dictionaries belong to the system. Its wheel for Windows holds libraries under the GPL besides,
so that Adref does not ask for it there.
"""

from __future__ import annotations

import sys
import threading
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import enchant

_BY_CHOICE = {"en": ("en_GB",), "fr": ("fr_FR", "fr"), "es": ("es_ES", "es"), "ru": ("ru_RU", "ru"), "ar": ("ar",)}
"""Which dictionaries serve a language. English is British and no other: the rule of -ize builds on it."""
NAMES = {"en": "British English", "fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic"}
_PACKAGES = {"en": "hunspell-en-gb", "fr": "hunspell-fr", "es": "hunspell-es", "ru": "hunspell-ru", "ar": "hunspell-ar"}


_TURN = threading.RLock()
"""Enchant is asked by one thread at a time, whichever dictionary is meant."""


class Dictionary:
    """One dictionary. May be asked from several threads: they take turns."""

    def __init__(self, found: enchant.Dict) -> None:
        self._found = found
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether a word, its apostrophes straight, is in the dictionary just so."""
        known = self._known.get(word)
        if known is None:
            with _TURN:
                known = self._known[word] = bool(self._found.check(word))
        return known

    def suggestions(self, word: str) -> list[str]:
        """Words that may be meant, the likeliest first; takes up to some tenths of a second."""
        with _TURN:
            return list(self._found.suggest(word))


@cache
def _broker() -> enchant.Broker | None:
    try:
        import enchant
    except (ImportError, AssertionError):  # the library is not there, or not where the environment says it is
        return None
    return enchant.Broker()


@cache
def dictionary(language: str) -> Dictionary | None:
    """The dictionary of a language ("en", "fr"), or None where this machine has none; the first asking takes 0.2 s."""
    with _TURN:
        broker = _broker()
        if broker is None:
            return None
        tag = next((tag for tag in _BY_CHOICE.get(language, ()) if broker.dict_exists(tag)), None)
        return Dictionary(broker.request_dict(tag)) if tag else None


def why_none(language: str) -> str:
    """One sentence on why there is no spelling of a language here and how to get it; "" where there is."""
    if language not in NAMES:
        return "Chinese has no spelling to look at."
    if dictionary(language) is not None:
        return ""
    off, package, name = "Spelling is off", _PACKAGES[language], NAMES[language]
    if sys.platform == "win32":
        return f"{off}: on Windows there is no library for it yet."
    brew = sys.platform == "darwin"
    if _broker() is None:
        return f"{off}: Enchant is not on this machine; {'brew' if brew else 'apt'} install " + (
            "enchant brings it." if brew else f"libenchant-2-2 {package} brings it."
        )
    where = "its file goes into ~/Library/Spelling" if brew else f"apt install {package} brings it"
    return f"{off} for {name}: there is no dictionary of it on this machine; {where}."


def lacks(language: str) -> bool:
    """Whether other languages may be spelt here, and this one has no dictionary that could be had."""
    return language in NAMES and _broker() is not None and dictionary(language) is None
