"""Answers of a merge written down, so that merging the same three texts again brings them back.

An answer is written with what was asked: where another version of Adref, or pairs made by hand, ask otherwise at that
place, it is no answer to it any more and is left out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping

from models.draft import Draft
from models.draft.canonical import content_hash
from models.merging.conflict import CHOICES, Choice
from models.merging.merge import Merge

_FORM = 1


def name_of(merge: Merge) -> str:
    """What names the merge of three texts, whatever they are called and wherever they are from."""
    texts = (merge.ours.old, merge.ours.new, merge.theirs.new)
    return hashlib.sha256("\n".join(map(content_hash, texts)).encode()).hexdigest()


def answers_to_text(merge: Merge, choices: Mapping[str, Choice]) -> str:
    """The answers to a merge as JSON."""
    asked = _asked(merge, choices)
    value = {key: [asked[key], one.way, one.text] for key, one in choices.items() if key in asked}
    return json.dumps({"form": _FORM, "answers": value}, ensure_ascii=False, sort_keys=True)


def answers_from_text(merge: Merge, text: str) -> dict[str, Choice]:
    """Those of some answers that answer what the merge asks; none where the text makes no sense."""
    ways = {conflict.key: conflict.choices for conflict in merge.conflicts}
    try:
        value = json.loads(text)
        if value["form"] != _FORM:
            return {}
        asked = _asked(merge, value["answers"])
        return {
            str(key): Choice(str(way), str(words))
            for key, (what, way, words) in value["answers"].items()
            if asked.get(key) == what and way in ways.get(key, CHOICES[:3])
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def _asked(merge: Merge, keys: Collection[str]) -> dict[str, str]:
    """What is asked at some keys, those of conflicts and of rows."""
    drafts = (merge.ours.old, merge.ours.new, merge.theirs.new)
    found = {
        row.key: _digest("row", *map(_texts, drafts, (row.base, row.ours, row.theirs)))
        for row in merge.rows
        if row.key in keys
    }
    for one in merge.conflicts:
        if one.key in keys:
            found[one.key] = _digest(one.kind, one.base, one.ours, one.theirs)
    return found


def _texts(draft: Draft, places: tuple[int, ...]) -> str:
    return "\n".join(draft.paragraphs[at].text for at in places)


def _digest(*texts: str) -> str:
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()[:24]
