"""What happened to a paragraph, said as a delegate would."""

from __future__ import annotations

from collections.abc import Sequence

from models.comparison.change import Change, Comparison
from models.comparison.sources import is_ibid, shape, sources
from models.draft import Draft, Kind

_REASONS = {
    "renumbered": "renumbered",
    "label": "called otherwise",
    "italics": "italics of the opening words",
    "format": "italics or bold",
    "also": "“also” follows the paragraphs around it",
    "end": "last mark of the paragraph",
    "cross-reference": "reference renumbered",
    "reference": "a reference whose number stayed points to another paragraph",
    "note number": "note renumbered",
    "ibid": "“Ibid.” for the same source",
    "spacing": "spacing",
    "typography": "quotation marks or dashes",
    "notes": "notes changed",
    "kind": "another kind of paragraph",
    "level": "another level",
}
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
    Kind.SPONSOR_NOTE: "note on the sponsors",
    Kind.CLOSING: "closing line",
}


def listed(names: Sequence[str]) -> str:
    """One, two and three."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""


def name(draft: Draft, label: str | None, position: int) -> str:
    """What a paragraph is called: its label, else what it is."""
    return label or _NAMES.get(draft.paragraphs[position].kind, "text")


def place(comparison: Comparison, change: Change, *, old: bool) -> str:
    """ "OP3", with ", operative" where a paragraph went from one part to the other."""
    called = listed(names(comparison, change, old=old))
    kinds = _kinds(comparison, change)
    return f"{called}, {_PARTS[kinds[0 if old else 1]]}" if _crossed(kinds) else called


def went(comparison: Comparison, change: Change) -> str:
    """Said at the old place of what moved: "OP3 went to PP17, preambular"."""
    return f"{listed(names(comparison, change, old=True))} went to {place(comparison, change, old=False)}"


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
        usual = f", usually read as {change.verb.direction}" if change.verb.direction in ("stronger", "weaker") else ""
        told.append(f"“{change.verb.old}” becomes “{change.verb.new}”{usual}")
    if change.weight == "bracket":
        told.append("only brackets")
    crossed = bool(change.old and change.new) and _crossed(_kinds(comparison, change))
    told += _another_source(comparison, change)
    for reason in change.reasons:
        if (change.weight == "housekeeping" or reason in _BOTH) and not (crossed and reason == "kind"):
            told.append(_REASONS.get(reason, ""))
    return tuple(dict.fromkeys(phrase for phrase in told if phrase))


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
    cited, cites = sources(comparison.old), sources(comparison.new)
    return [
        f"note {two.mark}, {two.text.strip()}, now means {cites[two.id]}".rstrip(".")
        for one, two in pairs
        if shape(cited[one.id]) != shape(cites[two.id])
    ]


_BOTH = ("kind", "level", "notes")
"""Reasons told of substance too: the words alone do not show them."""


def _fate(comparison: Comparison, change: Change) -> list[str]:
    if change.kind == "inserted":
        return ["new"]
    if change.kind == "deleted":
        return ["deleted"]
    told = []
    old, new = names(comparison, change, old=True), names(comparison, change, old=False)
    if change.moved:
        told.append(f"comes from {place(comparison, change, old=True)}")
    if change.kind == "split":
        told.append(f"{listed(old)} split in {len(new)}")
    elif change.kind == "merged":
        told.append(f"{listed(old)} merged")
    elif change.kind == "reworded" and change.weight == "substance":
        told.append("reworded")
    if old != new and not change.moved and change.kind in ("reworded", "unchanged"):
        told.append(f"was {listed(old)}")
    return told


def counts(comparison: Comparison) -> tuple[tuple[str, int], ...]:
    """The counts of a comparison in words, those above zero: ("reworded", 12)."""
    summary = comparison.summary
    told = (
        ("reworded", summary.reworded),
        ("new", summary.inserted),
        ("deleted", summary.deleted),
        ("split", summary.split),
        ("merged", summary.merged),
        ("moved", summary.moved),
        ("renumbered", summary.renumbered),
        ("only housekeeping", summary.housekeeping),
        ("unchanged", summary.unchanged),
    )
    return tuple((word, count) for word, count in told if count)
