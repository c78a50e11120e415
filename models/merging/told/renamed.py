"""What there is to say where one side calls something otherwise at every place, and the other names it anew.

Of "the Fund" one side made "the Facility"; a paragraph that the other put in still says "the Fund".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.draft import Draft, labels
from models.draft.numbering import from_roman
from models.merging.sheet import Sheet
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.told.said_of_words import in_short
from models.merging.words.telling import is_telling
from models.telling.sentences import listed

_LEAST = 2
"""What became another name at so many places is no word that was replaced at one."""
_WORD = re.compile(r"\w+")
_MARKS = ",;:.()[]“”‘’\"'«»"


def follow(sheet: Sheet, draft: Draft) -> Iterator[str]:
    """A sentence for each name that a side has no more and the merged text still says, where nothing is asked."""
    open_keys = {one.key for one in sheet.conflicts if one.choice is None}
    asked = {at for row in sheet.rows if not open_keys.isdisjoint(row.conflicts) for at in row.merged}
    said = _names(draft) & _names(sheet.sides[BASE].draft)
    told: set[str] = set()
    for side in (OURS, THEIRS):
        if not (gone := said - _names(sheet.sides[side].draft)):
            continue
        for name, now in _renamed(sheet, side, gone):
            whole = re.compile(rf"\b{re.escape(name)}\b")
            places = [at for at, one in enumerate(draft.paragraphs) if whole.search(one.text)]
            if places and asked.isdisjoint(places):
                called = labels(draft)
                where = listed([called[at] or f"“{in_short(draft.paragraphs[at].text)}”" for at in places])
                says, are = ("says", "it is") if len(places) == 1 else ("say", "they are")
                said_so = f"{where} {says} “{name}”, which one side calls “{now}”"
                told.add(f"{said_so}: look whether {are} to say that.")
    yield from sorted(told)  # whoever is whose


def _names(draft: Draft) -> set[str]:
    """The words with a capital that stand behind the first of a paragraph, without figures."""
    said = {word.strip(_MARKS) for one in draft.paragraphs for word in one.text.partition(" ")[2].split()}
    return {word for word in said if word[:1].isupper() and word.isalpha() and from_roman(word) is None}


def _renamed(sheet: Sheet, side: int, gone: set[str]) -> Iterator[tuple[str, str]]:
    """The names with some of these words that became another, and the same one, at each of several places of a side."""
    base, own = sheet.sides[BASE].draft.paragraphs, sheet.sides[side].draft.paragraphs
    became: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for at, olds in sheet.sides[side].came.items():
        for old in olds if len(olds) == 1 else ():
            if not gone.isdisjoint(_WORD.findall(base[old].text)):
                for was, now in _replaced(base[old].text, own[at].text):
                    if not gone.isdisjoint(_WORD.findall(was)):
                        became[was][now] += 1
    for was, names in became.items():
        (now, count), *others = names.most_common()
        if count >= _LEAST and not others and any(map(is_telling, _WORD.findall(now))):
            yield was, now


def _replaced(old: str, new: str) -> Iterator[tuple[str, str]]:
    """What stands in a text in the place of words of another."""
    pieces: Sequence[tuple[str, str]] = [*readable(word_diff(old, new)), ("equal", "")]
    was = now = ""
    for op, text in pieces:
        if op == "delete":
            was += text
        elif op == "insert":
            now += text
        else:
            if was and now:
                yield was.strip(), now.strip()
            was = now = ""
