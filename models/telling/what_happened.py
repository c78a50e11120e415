"""What happened to a paragraph, said as a delegate would."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from models.comparison.change import Change, Comparison
from models.comparison.references.sources import is_ibid, shape, sources_of_both
from models.draft import Draft, Kind, Paragraph
from models.draft.late_pattern import late_pattern
from models.draft.masthead_lines import masthead_roles
from models.draft.opening_numbers import opening_number
from models.telling.counted_among import among_words
from models.telling.inner_verbs import inner_verbs
from models.telling.kept_of_several import kept_of_several
from models.telling.reasons import REASONS, reason_phrases
from models.telling.sentences import listed
from models.telling.stray_references import strays
from models.telling.turned_parts import turned_words
from models.telling.worded_anew import worded_anew

if TYPE_CHECKING:
    from models.comparison.references.figures import Stray

_PARTS = {
    Kind.PREAMBULAR: "preambular",
    Kind.OPERATIVE: "operative",
}
_NAMES = {
    Kind.MASTHEAD: "masthead",
    Kind.ENACTING: "opening line",
    Kind.HEADING: "heading",
    Kind.ANNEX: "annex heading",
    Kind.QUOTE: "quotation",
    Kind.SPONSOR_NOTE: "asterisk note",
    Kind.CLOSING: "closing line",
}
ROLES = {
    "agenda_item": "agenda item", "agenda_title": "title of the agenda item", "sponsor_line": "sponsor line",
    "original": "original language", "adopted": "line of adoption", "report": "report it was adopted on",
    "other": "another line", "sponsor-note": "asterisk note", "closing": "closing lines",
}  # fmt: skip
"""What lines around the text are called by their roles, where not by the name of the role."""


def name(draft: Draft, label: str | None, position: int) -> str:
    """What a paragraph is called: its label, else what it is."""
    kind = draft.paragraphs[position].kind
    if label is None and kind is Kind.MASTHEAD:
        role = masthead_roles(draft).get(position, "other")
        return _NAMES[kind] if role == "other" else role_name(role)
    if label is None and kind is Kind.TEXT:
        label = name_of_text(draft.paragraphs[position])
    return label or _NAMES.get(kind, "text")


def name_of_text(paragraph: Paragraph) -> str | None:
    """What mere text is called by a number that no other has so near: "1.2", "Rule 4", "§ 5"; else None."""
    if paragraph.number is not None:
        return paragraph.number if _IN_PARTS.match(paragraph.number) else None
    typed = opening_number(paragraph)
    return paragraph.text[: typed.end].strip("[ \u00a0") if typed is not None else None


_IN_PARTS = late_pattern(r"\d+\.\d")


def role_name(role: str) -> str:
    """What a line around the text is called: "title", "agenda item"."""
    return ROLES.get(role, role.replace("_", " "))


def came(comparison: Comparison, change: Change, written: Callable[[str], str] = str) -> str:
    """Said of what moved: "comes from OP3, operative"; "comes from further down" where no other name tells.

    `written` is how a label stands in the line.
    """
    if _unnamed(comparison, change, old=True):
        return f"comes from {_FROM[way_of(comparison, [change])]}"
    return f"comes from {_place(comparison, change, old=True, written=written)}"


def went(comparison: Comparison, change: Change) -> str:
    """Said at the old place of what moved: "OP3 went to PP17, preambular"."""
    return f"{listed(names(comparison, change, old=True))} {where_to(comparison, change)}"


def where_to(comparison: Comparison, change: Change, written: Callable[[str], str] = str) -> str:
    """The same without who went: "went to PP17, preambular"; "went further up" where no other name tells."""
    if _unnamed(comparison, change, old=False):
        return f"went {_TO[way_of(comparison, [change])]}"
    return f"went to {_place(comparison, change, old=False, written=written)}"


def stand_apart(places: Sequence[int]) -> bool:
    """Whether others stand between some paragraphs."""
    return max(places) - min(places) >= len(places)


def moved_words(comparison: Comparison, change: Change) -> str:
    """How one moved that no other name tells of, for a sentence: "moved further up"."""
    return f"moved {_TO[way_of(comparison, [change])]}"


def _place(comparison: Comparison, change: Change, *, old: bool, written: Callable[[str], str]) -> str:
    """ "OP3", with ", operative" where a paragraph went from one part to the other."""
    called = listed([written(one) for one in names(comparison, change, old=old)])
    kinds = _kinds(comparison, change)
    return f"{called}, {_PARTS[kinds[0 if old else 1]]}" if _crossed(kinds) else called


_FROM = {"up": "further down", "down": "further up", "": "another place"}
_TO = {"up": "further up", "down": "further down", "": "elsewhere"}


def _unnamed(comparison: Comparison, change: Change, *, old: bool) -> bool:
    """Whether the name of one end says nothing: there is none, or it is that of the other end.

    A paragraph keeps its name and moves where those around it went elsewhere.
    """
    labels = change.old_labels if old else change.new_labels
    return not any(labels) or (change.old_labels == change.new_labels and not _crossed(_kinds(comparison, change)))


def way_of(comparison: Comparison, changes: Sequence[Change]) -> str:
    """Whether what moved went up or down among the paragraphs that stayed; empty where it did neither."""
    stayed = [other for other in comparison.changes if other.old and other.new and not other.moved]
    was = [change.old for change in changes if change.old and change.new]
    now = [change.new for change in changes if change.old and change.new]
    if not was:
        return ""
    before, after = sum(other.old < was[0] for other in stayed), sum(other.new < now[0] for other in stayed)
    return "up" if after < before else "down" if after > before else ""


def _kinds(comparison: Comparison, change: Change) -> tuple[Kind, Kind]:
    return comparison.old.paragraphs[change.old[0]].kind, comparison.new.paragraphs[change.new[0]].kind


def _crossed(kinds: tuple[Kind, Kind]) -> bool:
    return kinds[0] is not kinds[1] and kinds[0] in _PARTS and kinds[1] in _PARTS


def names(comparison: Comparison, change: Change, *, old: bool) -> list[str]:
    """What the paragraphs of one side are called."""
    draft, positions = (comparison.old, change.old) if old else (comparison.new, change.new)
    labels = change.old_labels if old else change.new_labels
    return [name(draft, label, at) for label, at in zip(labels, positions, strict=True)]


def story(comparison: Comparison, change: Change) -> tuple[str, ...]:
    """What happened, in a few short phrases: ("comes from OP3, operative", "reworded")."""
    told = list(_fate(comparison, change))
    if change.verb is not None:
        becomes = f"“{change.verb.old}” becomes “{change.verb.new}”{_usual(change.verb.direction)}"
        opens = f"opens with “{change.verb.new}”, no longer with “{change.verb.old}”"
        told.append(becomes if change.verb.instead else opens)
    for verb in inner_verbs(change):
        told.append(f"further on “{verb.old}” becomes “{verb.new}”{_usual(verb.direction)}")
    told += [f"“{kept.wording}” stays of “{kept.offered}”" for kept in kept_of_several(change)]
    told += turned_words(comparison, change)
    if change.weight == "bracket":
        told.append("only brackets")
    told += [stray_words(stray) for stray in strays(comparison, change)]
    told += among_words(comparison, change)
    told += _another_source(comparison, change)
    if change.weight == "housekeeping":
        told += reason_phrases(change)
    else:
        crossed = bool(change.old and change.new) and _crossed(_kinds(comparison, change))
        told += [REASONS[reason] for reason in change.reasons if reason in _BOTH and not (crossed and reason == "kind")]
    return tuple(dict.fromkeys(phrase for phrase in told if phrase))


def _usual(direction: str) -> str:
    return f", usually read as {direction}" if direction in ("stronger", "weaker") else ""


def stray_words(stray: Stray) -> str:
    """ "the reference to “paragraph 1 above” now means another paragraph (it meant what is OP2 now)"."""
    said, meant = stray_parts(stray)
    return f"{said} ({meant})" if meant else said


def stray_parts(stray: Stray, written: Callable[[str], str] = str) -> tuple[str, str]:
    """That a reference means another paragraph now, and what it meant, as far as that is known.

    One that may be to another text: "if “operative paragraph 2” means this text, it now means another paragraph".
    """
    if not stray.words:
        return "a reference whose number stayed now means another paragraph", ""
    now = "leads nowhere" if stray.nowhere else f"means another {stray.what}"
    if stray.part:
        now = "means a part of what it meant"
    said = f"the reference to “{stray.words}” now {now}"
    if not stray.sure:
        said = f"if “{stray.words}” means this text, it now {now}"
    if stray.meant is None:
        return said, "what it meant is gone" if stray.nowhere else f"what it meant is no {stray.what} of this text now"
    return said, f"{'that is' if stray.part else 'it meant what is'} {written(stray.meant)} now"


def _another_source(comparison: Comparison, change: Change) -> list[str]:
    """Which notes cite another source in the same words: "note 7, Ibid., now means A/58/1"."""
    if "notes" not in change.reasons:
        return []
    old, new = (
        [draft.note[note] for at in positions for note in draft.paragraphs[at].footnotes if note in draft.note]
        for draft, positions in ((comparison.old, change.old), (comparison.new, change.new))
    )
    pairs = [(one, two) for one, two in zip(old, new, strict=False) if one.text == two.text and is_ibid(one.text)]
    if not pairs or len(old) != len(new):
        return []
    cited, cites = comparison.once(sources_of_both)
    return [
        f"note {two.mark}, {two.text.strip()}, now means {cites[two.id]}".rstrip(".")
        for one, two in pairs
        if shape(cited[one.id]) != shape(cites[two.id])
    ]


_BOTH = ("kind", "level", "chapeau", "notes", "format")
"""Reasons told of substance too: the words alone do not show them."""


def _fate(comparison: Comparison, change: Change) -> list[str]:
    if change.kind == "inserted":
        back = comparison.back_from(change)
        return ["new", f"back from {back}"] if back else ["new"]
    if change.kind == "deleted":
        return ["deleted"]
    told = []
    old, new = names(comparison, change, old=True), names(comparison, change, old=False)
    if change.kind == "split":
        apart = change.moved and stand_apart(change.new)
        went = "moved and " * (change.moved and not apart)
        told.append(f"{listed(old)} {went}split in {len(new)}{' that stand apart' * apart}")
    elif change.kind == "merged":
        went = ", which stood apart," if stand_apart(change.old) else " moved and"
        told.append(f"{listed(old)}{went * change.moved} merged")
    elif change.moved:
        told.append(came(comparison, change))
    elif change.kind == "reworded" and change.weight == "substance":
        told.append("reworded")
    if change.moved or change.kind in ("split", "merged"):
        if worded_anew(comparison, change):
            told.append("reworded")
        elif "brackets" in change.reasons:
            told.append("other brackets")
    if old != new and not change.moved and change.kind in ("reworded", "unchanged"):
        told.append(f"was {listed(old)}")
    return told
