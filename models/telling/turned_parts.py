"""What was divided or joined with its order turned: a diff has a part of it wholly out at one place and in at another.

So what changed within such a part is seen nowhere; here it is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from models.comparison.change import Change, Comparison
from models.comparison.paragraph_ends import stretches
from models.comparison.words.marked import Words
from models.comparison.words.plain import similarity, word_diff
from models.comparison.words.readable import readable

_LEFT = 0.3
"""At most so large a share of a part's words stays where the diff has it."""
_SAME = 0.6
"""So alike is what came in at another place."""
_FEWEST = 8
"""A part of fewer words is none that one looks for."""
_QUOTED, _TOLD = 16, 3
"""So many words of each stretch are said, and so many stretches."""


def turned_words(comparison: Comparison, change: Change) -> list[str]:
    """ "what OP5 said stands elsewhere in OP4: “leads to biodiversity loss” in, “all” out"."""
    if change.kind not in ("split", "merged"):
        return []
    split = change.kind == "split"
    draft, positions = (comparison.new, change.new) if split else (comparison.old, change.old)
    labels = change.new_labels if split else change.old_labels
    whole = (change.old_labels if split else change.new_labels)[0] or "the other"
    theirs = "delete" if split else "insert"
    told = []
    for label, position, kept in zip(labels, positions, _kept(comparison, change), strict=True):
        text = draft.paragraphs[position].text
        size = len(text.split())
        if label is None or size < _FEWEST or kept > _LEFT * size:
            continue
        found = max((_diff(text, stretch) for stretch in _stretches(change.words, theirs)), key=similarity, default=())
        if not found or similarity(found) < _SAME:
            continue
        if split:
            found = tuple(({"insert": "delete", "delete": "insert"}.get(op, op), words) for op, words in found)
        says = "says stood" if split else "said stands"
        told.append(f"what {label} {says} elsewhere in {whole}{_within(found)}")
    return told


def _kept(comparison: Comparison, change: Change) -> list[int]:
    """How many words of each part are the same at their place."""
    found = [0]
    olds = [comparison.old.paragraphs[at].text for at in change.old]
    for one in stretches(change.words, olds, [comparison.new.paragraphs[at].text for at in change.new]):
        if one.ends_new if change.kind == "split" else one.ends_old:
            found.append(0)
        elif one.op == "equal":
            found[-1] += len(one.text.split())
    return found


def _stretches(words: Words, theirs: str) -> Iterator[str]:
    """What is only on the other side."""
    return (text for op, text in words if op == theirs and len(text.split()) >= _FEWEST)


def _diff(part: str, stretch: str) -> Words:
    """The words of a part against a stretch of the other text, without what is beyond it at both ends."""
    words = readable(word_diff(part, stretch))
    same = [at for at, (op, _) in enumerate(words) if op == "equal"]
    return tuple(words[same[0] : same[-1] + 1]) if same else ()


def _within(words: Words) -> str:
    changed = [(op, text.strip(" ;,.:")) for op, text in words if op != "equal"]
    changed = [(op, text) for op, text in changed if text]
    if not changed:
        return ""
    told = [f"“{_short(text)}” {'in' if op == 'insert' else 'out'}" for op, text in changed[:_TOLD]]
    more = len(changed) - len(told)
    return f": {', '.join(told)}{f' and {more} more' if more else ''}"


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= _QUOTED else f"{' '.join(words[:_QUOTED])} …"
