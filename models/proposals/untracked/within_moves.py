"""Words of a paragraph that moved which are others in its new place, and nothing tracked says so."""

from __future__ import annotations

from collections.abc import Iterator

from models.comparison.words.plain import word_diff
from models.draft import Draft, labels
from models.proposals.untracked.untracked import sentence
from models.word.woven import Woven, WovenParagraph


def untracked_in_moves(woven: Woven, base: Draft) -> tuple[str, ...]:
    """A sentence for each move that brings other words than it takes; `base` is the text with all changes rejected.

    What is tracked within a move, at either end, is left out: of that the proposals tell.
    """
    left: dict[str, str] = {}
    come: dict[str, str] = {}
    kept: dict[str, str] = {}  # what is not struck of what left: that alone may come
    for paragraph in woven.paragraphs:
        for move, adds, text, stays in _moved(paragraph, woven):
            side = come if adds else left
            side[move] = side.get(move, "") + text
            if not adds:
                kept[move] = kept.get(move, "") + stays
    names = labels(base) if left else ()
    texts = [" ".join(one.text.split()) for one in base.paragraphs] if left else []
    whole = {one: at for at, one in reversed([*enumerate(texts)]) if one}  # the first of each, as most that move are
    found: list[str] = []
    for move, text in left.items():
        old, new = (" ".join(side.split()) for side in (text, come.get(move, "")))
        if not new or "".join(new.split()) in ("".join(old.split()), "".join(kept[move].split())):
            continue
        at = whole.get(old)
        if at is None:
            at = next((n for n, one in enumerate(texts) if one and one in old), None)
        if at is not None and new.endswith(texts[at]):
            continue  # a typed number alone
        label = (names[at] if at is not None else None) or f"“{old[:_QUOTED]}…”"
        found.append(sentence("reworded", False, f"{label} where it moves to", word_diff(old, new)))
    return tuple(found)


_QUOTED = 40
_PUT_IN = 1
_BESIDE = {"insert": b"\1", "delete": b"\2"}


def _moved(paragraph: WovenParagraph, woven: Woven) -> Iterator[tuple[str, bool, str, str]]:
    """The words that moves take and bring: which move, whether it brings them, they, and those that are not struck."""
    text = paragraph.paragraph.text
    others: bytearray | None = None  # for each letter, whether it was put in by itself, or struck
    for span in paragraph.spans:
        change = woven.changes[span.change]
        if change.move is not None and change.kind in ("move-to", "move-from"):
            if others is None:
                others = bytearray(len(text))
                for one in paragraph.spans:
                    if (sign := _BESIDE.get(woven.changes[one.change].kind)) is not None:
                        others[one.start : one.end] = sign * (one.end - one.start)
            own = [(text[n], others[n]) for n in range(span.start, span.end) if others[n] != _PUT_IN]
            words = "".join(letter for letter, _ in own)
            yield change.move, change.kind == "move-to", words, "".join(letter for letter, sign in own if not sign)
