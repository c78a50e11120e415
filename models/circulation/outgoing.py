"""What leaves with a file, said in short lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.comparison.change import Comparison
from models.draft import Draft, Kind
from models.draft.word_counts import count_changed


def outgoing(
    draft: Draft,
    comparison: Comparison | None = None,
    author: str | None = None,
    others: Sequence[str] = (),
    *,
    counted: Callable[[int, str], str] | None = None,
) -> list[str]:
    """The lines: what of the text, how many insertions, deletions and moves, and whose names.

    `author` where it is signed, `others` where changes of others are kept with their names; `counted` writes a number
    with its noun, in plain figures unless given.
    """
    masthead = any(paragraph.kind is Kind.MASTHEAD for paragraph in draft.paragraphs)
    parts = ["text", *(["footnotes"] if draft.footnotes else []), *(["masthead"] if masthead else [])]
    lines = [", ".join(parts).capitalize()]
    if comparison is not None:
        notes = (note.words for note in comparison.footnotes)
        changed = [op for words in (*comparison.readable_words, *notes) for op, _ in words]
        came, went = changed.count("insert"), changed.count("delete")
        say = counted or said
        moved = f", {say(count, 'move')}" if (count := comparison.summary.moved) else ""
        lines.append(f"{say(came, 'insertion')}, {say(went, 'deletion')}{moved}")
    if author is not None:
        lines.append(signed_by((author, *others)))
    return lines


def signed_by(names: Sequence[str]) -> str:
    """Whose names tracked changes carry: "One author: “Adref”", "2 authors: “Adref”, “France”"."""
    every = list(dict.fromkeys(names))
    count = "One author" if len(every) == 1 else f"{len(every)} authors"
    return f"{count}: {', '.join(f'“{name}”' if name.strip() else 'nobody named' for name in every)}"


def words_in_and_out(comparison: Comparison) -> str:
    """How many words came and went, those of footnotes apart: "12 words in, 3 out; in footnotes 4 in, 0 out"."""
    summary, notes = comparison.summary, [note.words for note in comparison.footnotes]
    told = f"{said(summary.words_inserted, 'word')} in, {summary.words_deleted} out"
    came, went = (sum(count_changed(words, op) for words in notes) for op in ("insert", "delete"))
    return f"{told}; in footnotes {came} in, {went} out" if came or went else told


def said(count: int, what: str) -> str:
    """A number with its noun, in plain figures."""
    return f"{count} {what}{'s' if count != 1 else ''}"
