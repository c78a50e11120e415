"""What a merge says of a conflict: in its list, over the paragraph, as a question, and as what each side answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from models.draft.first_letter import with_capital
from models.merging import Conflict
from models.telling.figures import counted
from models.telling.sentences import number
from widgets.paper.direction import apart

WORDS = "words", "new", "footnote"
"""Kinds of conflicts whose sides are words of the text, at one place in a paragraph or note."""
_MEANING, _FOR = ", meaning ", " for "
_TWICE, _ROWS = ":twice", ":table"
"""How the keys of those end that are about one number for two paragraphs, and about rows of a table."""
_LINE, _BREAK, _MOST = "\n", " ¶ ", 3
"""What stands between paragraphs in a conflict, and in a line; and how many of them a button says."""
_BESIDE = re.compile(r"(?:after|before) (.+)")


# In the list


def in_list(conflict: Conflict) -> str:
    """What it is about, in a line, what differs first: "“by July 2026” against “no later than December 2026”"."""
    kind = conflict.kind
    if kind == "deleted":
        return with_capital(_deleted(conflict))
    if kind == "clause":
        return f"Moved, and changed: {_quoted(_moved_words(conflict))}"
    if kind == "reference":
        return f"{with_capital(mention(conflict))} means two paragraphs"
    if kind == "number" and conflict.key.endswith(_TWICE):
        return f"{with_capital(mention(conflict))} for two paragraphs"
    if conflict.key.endswith(_ROWS):
        return "Rows of a table in two forms"
    if kind == "shape":
        return f"In two forms: {_few((conflict.base or conflict.ours).split(_LINE), 1)}"
    if kind == "moved" and not conflict.key.endswith((":under", ":parted")):
        return with_capital(_moved(conflict))
    if kind in ("moved", "kind", "number"):
        ours, theirs = (
            text.partition(", “")[0] if _BESIDE.match(text) else text for text in (conflict.ours, conflict.theirs)
        )
        return f"{with_capital(ours)}, or {theirs}"
    return with_capital(f"{_quoted(_without_marks(conflict.ours))} against {_quoted(_without_marks(conflict.theirs))}")


# Over the paragraph


def over(conflicts: Sequence[Conflict], combined: int, kind: str, *, is_new: bool) -> str:
    """ "changed on both sides: 2 places clash, 3 changes combine"; `is_new` where the base has none.

    `kind` is that of the row.
    """
    if not conflicts:
        return _UNASKED[kind]
    parts = dict.fromkeys(_happened(one) for one in conflicts if one.kind not in WORDS)
    clash = sum(one.kind in WORDS for one in conflicts)
    if clash:
        how = "new on both sides" if is_new else "changed on both sides"
        more = f", {counted(combined, 'change')} combine{'s' if combined == 1 else ''}" if combined else ""
        parts[f"{how}: {counted(clash, 'place')} clash{'es' if clash == 1 else ''}{more}"] = None
    return "; ".join(parts)


_UNASKED = {
    "combined": "changed on both sides, and the changes fit",
    "both": "changed alike on both sides",
    "ours": "changed in ours alone",
    "theirs": "changed in theirs alone",
    "same": "changed on neither side",
    "conflict": "nothing to decide",
}


def _happened(conflict: Conflict) -> str:
    if conflict.kind == "deleted":
        return _deleted(conflict)
    if conflict.key.endswith(":under"):
        return "it stands under another heading on each side"
    if conflict.key.endswith(":parted"):
        return "put in beside paragraphs that the other side moved apart"
    if conflict.key.endswith(_TWICE):
        return "each side gave this number to a paragraph of its own"
    if conflict.key.endswith(_ROWS):
        return "each side made other rows of them"
    return {
        "moved": _moved(conflict),
        "shape": "divided, joined or moved in two ways",
        "kind": "made another kind of paragraph on each side",
        "number": "numbered otherwise on each side",
        "clause": "words moved by one side, and changed or moved elsewhere by the other",
        "reference": "each side means another paragraph",
    }[conflict.kind]


def _deleted(conflict: Conflict) -> str:
    by, other = conflict.deleted_by, "theirs" if conflict.deleted_by == "ours" else "ours"
    if (section := conflict.section) is not None:
        return f"{section.called} deleted in {by}, {section.holds}; {section.kept or 'moved or needed'} in {other}"
    if not conflict.base:
        return f"new in {other}, its list or section is deleted in {by}"
    kept = "its notes changed" if any(conflict.notes) else "moved, needed or in other brackets"
    how = kept if conflict.base in (conflict.ours, conflict.theirs) else "reworded"
    return f"deleted in {by}, {how} in {other}"


def _moved(conflict: Conflict) -> str:
    if (section := conflict.section) is not None:
        return f"{section.called} moved to two places, {section.holds}"
    return "moved to two places" if conflict.base else "new at two places"


def in_words(label: str) -> str:
    """ "Operative paragraph 6" of "OP6"."""
    for short, long in (("OP", "Operative paragraph "), ("PP", "Preambular paragraph ")):
        if label.startswith(short) and label[2:3].isdigit():
            return long + label[2:]
    return with_capital(label) if label else "Without a number"


# What is asked, and answered


def question(conflict: Conflict) -> str:
    """What is to be decided."""
    if conflict.kind == "deleted":
        what = f"the {conflict.section.called} {quoted(conflict.section.heading)}" if conflict.section else "it"
        settles = f" One answer settles {_places(conflict)}." if conflict.also else ""
        return f"Does {what} stay, or is it deleted?{settles}"
    if conflict.kind == "moved" and (section := conflict.section) is not None:
        return f"Where does the {section.called} {quoted(section.heading)} stand, with all it holds?"
    if conflict.key.endswith(":under"):
        return "Under which heading does it stand?"
    if conflict.key.endswith(_TWICE):
        return f"Which paragraph has {mention(conflict)}? The other gets the next one that is free."
    if conflict.key.endswith(_ROWS):
        return "Whose rows stand in the table?"
    if conflict.kind == "shape" and conflict.also:
        return f"Whose form do the paragraphs have? One answer settles {_places(conflict)}."
    return {
        "moved": "Where does the paragraph stand?",
        "shape": "Whose form does the paragraph have?",
        "kind": "Of which kind is the paragraph?",
        "number": "Which number does it have?",
        "clause": f"Which words hold, and where? One answer settles {_places(conflict)}.",
        "reference": f"Which paragraph does “{mention(conflict)}” mean?",
        "footnote": "What does the footnote say?",
    }.get(conflict.kind, "Which words stand here?")


def _places(conflict: Conflict) -> str:
    many = 1 + len(conflict.also)
    return "both places" if many == 2 else f"all {number(many)} places" if many > 2 else "it"


def said(conflict: Conflict, way: str, called: Callable[[str], str] = str) -> str:
    """What a side answers, as one line, none where it says nothing; words of the text are not in quotes.

    `called` says how the list calls a paragraph that the side calls so.
    """
    text = side_text(conflict, way)
    if conflict.kind == "deleted":
        return "delete it" if conflict.deleted_by == way else "keep it"
    if conflict.kind == "clause":
        return "; ".join(_ends(text, called))
    if conflict.kind == "reference":
        return text.partition(_MEANING)[2] or text
    if conflict.key.endswith(_TWICE):
        return text.partition(_FOR)[2] or text
    apart = " | " if conflict.key.endswith(_ROWS) else _BREAK if conflict.kind == "shape" else " "
    return apart.join(" ".join(line.split()) for line in text.split("\n"))


def answered(conflict: Conflict, way: str, opening: Callable[[str], str], called: Callable[[str], str] = str) -> str:
    """What a side answers as a button has it: words in quotes, and by `opening` how a neighbour begins."""
    text = said(conflict, way, called)
    if not text:
        return "nothing"
    if conflict.kind == "shape":
        return _few(text.split(_BREAK), _MOST)
    if conflict.kind in WORDS:
        return quoted(text)
    beside = _BESIDE.fullmatch(text) if conflict.kind == "moved" else None
    begins = opening(beside[1]) if beside else ""
    return f"{text}, {begins}" if begins else text


def side_text(conflict: Conflict, way: str) -> str:
    """What a side has: base, ours or theirs."""
    return {"base": conflict.base, "ours": conflict.ours, "theirs": conflict.theirs}[way]


def mention(conflict: Conflict) -> str:
    """The reference or number that is meant in two ways: "paragraph 8"."""
    return conflict.ours.partition(_MEANING if conflict.kind == "reference" else _FOR)[0]


def _ends(text: str, called: Callable[[str], str]) -> list[str]:
    """What a side has at each end of a clause that was moved: "“by July” in OP3", "OP4 deleted"."""
    found = []
    for line in text.split("\n"):
        label, _, words = line.rpartition(": ") if line.endswith((": nothing", ": deleted")) else line.partition(": ")
        if words == "deleted":
            found.append(f"{called(label)} deleted")
        elif words != "nothing":
            found.append(f"{_quoted(words or line)} in {called(label)}" if words else _quoted(line))
    return found


def at_end(conflict: Conflict, way: str, label: str) -> str:
    """What a side has at the end of a clause that is called so; what it answers where none is."""
    for line in side_text(conflict, way).split("\n"):
        if line.startswith(f"{label}: "):
            return " ".join(line.removeprefix(f"{label}: ").split())
    return said(conflict, way)


def _moved_words(conflict: Conflict) -> str:
    """The words of a clause that was moved: as they were, else as a side has them."""
    lines = [line.partition(": ")[2] or line for line in f"{conflict.base}\n{conflict.ours}".split("\n")]
    return next((line for line in lines if line not in ("nothing", "deleted")), "words")


def _quoted(text: str) -> str:
    short = " ".join(text.split())
    return quoted(short) if short else "nothing"


def _few(texts: Sequence[str], most: int) -> str:
    """The first of some paragraphs in quotes, and how many more there are."""
    more = len(texts) - most
    return _quoted(_BREAK.join(texts[:most])) + (f" and {number(more)} more" if more > 0 else "")


def _without_marks(text: str) -> str:
    """Words without the marks around them, which say nothing in a list; marks alone stay."""
    return text.strip(" ,;:.") or text


def quoted(words: str) -> str:
    """Words in quotes inside a sentence; those that run the other way are kept apart from it."""
    return apart(f"“{words}”")
