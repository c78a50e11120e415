"""Suggested changes of Google Docs: its page shows new and old words alike, what they are lies beside it alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import lxml.html
from lxml import etree

from models.clipboard.looks import name_of

_NAME = "application/x-vnd.google-docs-document-slice-clip+wrapped".encode("utf-16-le")
"""Browsers pack what a page copies for itself, each its own way: names and values in UTF-16, after their lengths."""
_TRIES, _BEHIND = 8, 64
NOT_TOLD_APART = (
    "The text has suggested changes that could not be told apart, so the words that they take out were pasted too."
)
_NO_WORDS = ("head", "script", "style", "title")
_END = lxml.html.fragment_fromstring("<o:p></o:p>")
"""The mark of a paragraph, as Word writes it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of what was copied, and whether a suggestion takes it out or put it in."""

    sign: str
    gone: bool
    come: bool

    @property
    def seen(self) -> bool:
        """Whether a page shows it as itself: what holds tables, fields and pictures together is no letter there."""
        return not (self.sign.isspace() or self.sign < " " or "\ue000" <= self.sign <= "\uf8ff")

    @property
    def around(self) -> str:
        """The element that says so."""
        return "del" if self.gone else "ins" if self.come else ""


def is_of_page(kind: str) -> bool:
    """Whether a kind of data on the clipboard is what a page copied for itself, as the browsers call it."""
    return "custom" in kind.lower()


def suggested(formats: Mapping[str, bytes]) -> tuple[Letter, ...]:
    """What was copied in Google Docs, letter by letter; nothing where there are no suggestions in it."""
    for kind, value in formats.items():
        at = value.find(_NAME) if is_of_page(kind) else -1
        if at >= 0 and (letters := _letters(_told(value[at + len(_NAME) :]))):
            return letters
    return ()


def _told(value: bytes) -> Any:
    """The first value of JSON behind the length of its text."""
    text = value[: len(value) // 2 * 2].decode("utf-16-le", "replace")
    at = -1
    for _ in range(_TRIES):
        at = text.find("{", at + 1, None if at >= 0 else _BEHIND)
        if at < 0:
            return None
        try:
            told = json.JSONDecoder().raw_decode(text, at)[0]["data"]
            return json.loads(told) if isinstance(told, str) else told
        except (ValueError, KeyError, TypeError, RecursionError):
            continue
    return None


def _letters(told: Any) -> tuple[Letter, ...]:
    try:
        inside = told["resolved"]
        text = inside["dsl_spacers"]
        gone, come = (_marked(inside[f"dsl_suggested{kind}"]["sgsl_sugg"]) for kind in ("deletions", "insertions"))
        if not (any(gone) or any(come)):
            return ()
        found, at = [], 0
        for sign in text:
            found.append(Letter(sign, _at(gone, at), _at(come, at)))
            at += 2 if sign > "\uffff" else 1  # counted as a browser counts
        return tuple(found)
    except (KeyError, TypeError, IndexError):
        return ()


def _marked(places: Sequence[Sequence[str] | None]) -> list[bool]:
    """Whether a suggestion stands at each place: what is said at one holds until something else is."""
    found, holds = [], False
    for told in places:
        holds = holds if told is None else bool(told)
        found.append(holds)
    return found


def _at(marked: Sequence[bool], place: int) -> bool:
    return marked[place] if place < len(marked) else bool(marked and marked[-1])


@dataclass
class _Text:
    """A text of a page, in or behind an element, in parts: words with the element that is to be round them, and where
    in it a paragraph ends, that as well."""

    element: etree._Element
    behind: bool
    parts: list[tuple[str | None, str]] = field(default_factory=list)

    def add(self, sign: str, around: str) -> None:
        words, before = self.parts[-1] if self.parts else (None, "")
        if words is not None and before == around:
            self.parts[-1] = (words + sign, around)
        else:
            self.parts.append((sign, around))

    def put(self) -> None:
        """Let the page have it so."""
        holder = self.element.getparent() if self.behind else self.element
        if holder is None or all(words is not None and not around for words, around in self.parts):
            return
        at = holder.index(self.element) + 1 if self.behind else 0
        last: etree._Element | None = self.element if self.behind else None
        if last is None:
            holder.text = None
        else:
            last.tail = None
        for words, around in self.parts:
            if words is not None and not around:
                if last is None:
                    holder.text = words
                else:
                    last.tail = words
                continue
            last = _made(words, around)
            holder.insert(at, last)
            at += 1


def _made(words: str | None, around: str) -> etree._Element:
    made = etree.Element(around) if around else deepcopy(_END)
    if words is None and around:
        made.append(deepcopy(_END))
    else:
        made.text = words
    return made


def mark_suggested(root: etree._Element, letters: Sequence[Letter]) -> bool:
    """Mark in a page what suggestions took out and put in, as Word would; False where page and letters differ."""
    texts, at = list[_Text](), 0
    shown: _Text | None = None
    for element, behind, words in _texts(root):
        text = _Text(element, behind)
        texts.append(text)
        for sign in words:
            if sign.isspace():
                held = at < len(letters) and letters[at].sign.isspace() and letters[at].sign != "\n"
                text.add(sign, letters[at].around if held else "")
                at += held
                continue
            ends, at = _next_seen(sign, letters, at)
            if at < 0:
                return False
            if ends and shown is not None:
                shown.parts.append((None, "del" if all(ends) else ""))
            text.add(sign, letters[at].around)
            shown, at = text, at + 1
    if any(letter.seen for letter in letters[at:]):
        return False
    for text in texts:
        text.put()
    return True


def _texts(root: etree._Element) -> Iterator[tuple[etree._Element, bool, str]]:
    """The texts of a page in their order, each with its element, and whether it stands behind that."""
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start" and element.text and name_of(element) not in _NO_WORDS:
            yield element, False, element.text
        if event != "start" and element.tail:
            yield element, True, element.tail


def _next_seen(sign: str, letters: Sequence[Letter], at: int) -> tuple[list[bool], int]:
    """Where a letter of a page stands among those that were copied, -1 where it does not; and of the ends of paragraphs
    before it which go."""
    ends = []
    while at < len(letters) and (not letters[at].seen or (letters[at].sign == "*" != sign)):
        ends += [letters[at].gone] if letters[at].sign == "\n" else []
        at += 1
    return ends, at if at < len(letters) and letters[at].sign == sign else -1
