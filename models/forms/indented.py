"""Plain data as JSON on lines of its own, one space deeper each level: what `json.dumps(indent=1)` gives, sooner.

The encoder of the standard library is written in C only where it does not indent.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import Any

_Told = Callable[[Any], str]


def indented(value: Any) -> str:
    """The JSON of dicts with words as keys, lists, words, numbers, true, false and None."""
    return _Writing().text(value)


class _Writing:
    def __init__(self) -> None:
        self._alone: dict[type, _Told] = {
            str: encode_basestring,
            int: int.__repr__,
            float: json.dumps,
            bool: lambda value: "true" if value else "false",
            type(None): lambda value: "null",
        }
        self._names: dict[str, str] = {}  # of keys, as written: thousands of things have the same few
        self._pieces: list[str] = []

    def text(self, value: Any) -> str:
        if (alone := self._alone.get(type(value))) is not None:
            return alone(value)
        self._write(value, "\n")
        return "".join(self._pieces)

    def _write(self, value: Any, line: str) -> None:
        """Write a list or a dict; `line` is a line feed and the spaces before what stands at its level."""
        say, alone, inner = self._pieces.append, self._alone, line + " "
        if isinstance(value, (dict, list, tuple)) and not value:
            say("{}" if isinstance(value, dict) else "[]")
        elif isinstance(value, dict):
            before = "{" + inner
            for key, one in value.items():
                name = self._names.get(key) or self._named(key)
                if (told := alone.get(type(one))) is not None:
                    say(f"{before}{name}{told(one)}")
                else:
                    say(before + name)
                    self._write(one, inner)
                before = "," + inner
            say(line + "}")
        elif isinstance(value, (list, tuple)):
            before = "[" + inner
            for one in value:
                if (told := alone.get(type(one))) is not None:
                    say(before + told(one))
                else:
                    say(before)
                    self._write(one, inner)
                before = "," + inner
            say(line + "]")
        else:
            say(json.dumps(value, ensure_ascii=False))

    def _named(self, key: str) -> str:
        found = self._names[key] = encode_basestring(key) + ": "
        return found
