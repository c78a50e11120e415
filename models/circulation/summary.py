"""A comparison told in a few sentences, to be read out: "Twelve paragraphs changed: eleven are reworded, OP9 is new."

Every change of the text is counted in one place: the parts of a sentence add up to its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.circulation.telling import listed
from models.circulation.verb_words import instead_of
from models.comparison.change import Change, Comparison
from models.draft import Kind, Paragraph
from models.draft.masthead import masthead_roles

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NAMED = 2
"""So many paragraphs of one fate are named; more are counted."""
_VERBS = 3
"""So many verbs are called out; more are counted."""
_FRAME = (Kind.MASTHEAD, Kind.SPONSOR_NOTE, Kind.CLOSING)
_ROLES = {
    "agenda_item": "agenda item", "agenda_title": "title of the agenda item", "sponsor_line": "sponsor line",
    "original": "original language", "adopted": "line of adoption", "report": "report it was adopted on",
    "other": "other lines", "sponsor-note": "note on the sponsors", "closing": "closing lines",
}  # fmt: skip
_FIRST = ("title", "agenda_title", "sponsor_line", "symbol", "date", "session")
_LINES = 5
"""So many kinds of lines around the text are named, those of `_FIRST` first; more are counted."""
_FATES = {
    "reworded": ("is reworded", "are reworded"),
    "moved and reworded": ("moved and is reworded", "moved and are reworded"),
    "moved": ("moved", "moved"),
    "split": ("is split", "are split"),
    "merged": ("is merged from several", "are merged from several"),
    "notes": ("has other notes", "have other notes"),
    "form": ("changed in kind or level", "changed in kind or level"),
    "inserted": ("is new", "are new"),
    "deleted": ("is deleted", "are deleted"),
}
"""What is said of one paragraph and of several; a change has the first fate that fits it."""


def summary(comparison: Comparison) -> str:
    """What changed, in sentences; numbers up to twelve in words, verbs by name, long lists shortened."""
    if not comparison.differs:
        return "Nothing differs."
    text = [change for change in comparison.changes if change.weight and not _is_frame(comparison, change)]
    sentences = (
        _substance(comparison, [change for change in text if change.weight == "substance"]),
        _verbs(text),
        _quiet(text),
        _notes(comparison),
        _frame(comparison),
    )
    return " ".join(sentence[:1].upper() + sentence[1:] + "." for sentence in sentences if sentence)


def number(count: int) -> str:
    """A number as it is read out: in words up to twelve."""
    return _WORDS[count] if count < len(_WORDS) else str(count)


def _paragraphs(count: int) -> str:
    return f"{number(count)} paragraph{'' if count == 1 else 's'}"


def _sides(comparison: Comparison, change: Change) -> Iterator[Paragraph]:
    yield from (comparison.old.paragraphs[at] for at in change.old)
    yield from (comparison.new.paragraphs[at] for at in change.new)


def _is_frame(comparison: Comparison, change: Change) -> bool:
    return all(paragraph.kind in _FRAME for paragraph in _sides(comparison, change))


def _called(comparison: Comparison, change: Change) -> str | None:
    """What a change is called by: the label in the new text, of what is gone or split the old one."""
    if change.new:
        return (change.old_labels if change.kind == "split" else change.new_labels)[0]
    (label,) = change.old_labels
    taken = label is not None and any(label in other.new_labels for other in comparison.changes)
    return f"the former {label}" if taken else label


def _substance(comparison: Comparison, changes: Sequence[Change]) -> str:
    fates: dict[str, list[Change]] = {}
    for change in changes:
        fates.setdefault(_fate(change), []).append(change)
    told = [(found, _told(comparison, fate, found)) for fate in _FATES if (found := fates.get(fate))]
    if not told:
        return "no paragraph changed in substance"
    if len(told) > 1:
        return f"{_paragraphs(len(changes))} changed: {_joined([words for _, words in told])}"
    ((_, words),) = told
    counted = number(len(changes))
    return words.replace(counted, _paragraphs(len(changes)), 1) if words.startswith(f"{counted} ") else words


def _joined(parts: Sequence[str]) -> str:
    """One, two and three; one, two, and three and four."""
    comma = "," if any(" and " in part for part in parts[-2:]) else ""
    return f"{', '.join(parts[:-1])}{comma} and {parts[-1]}"


def _fate(change: Change) -> str:
    """The one count a change goes into."""
    if change.kind == "unchanged":
        return "moved" if change.moved else "notes" if change.reasons[:1] == ("notes",) else "form"
    return "moved and reworded" if change.moved and change.kind == "reworded" else change.kind


def _told(comparison: Comparison, fate: str, changes: Sequence[Change]) -> str:
    """Those of one fate: named where they are few, else counted."""
    one, many = _FATES[fate]
    few = changes if len(changes) <= _NAMED else ()
    names = [name for change in few if (name := _called(comparison, change))]
    if len(names) < len(changes):
        return f"{number(len(changes))} {one if len(changes) == 1 else many}"
    if len(changes) > 1:
        return f"{listed(names)} {many}"
    (change,) = changes
    if change.moved and fate in ("moved", "moved and reworded"):
        came = change.old_labels[0]
        place = f"{came} moved to {names[0]}" if came and came != names[0] else f"{names[0]} moved"
        return place + " and is reworded" * (fate != "moved")
    if fate == "split":
        return f"{names[0]} is split in {number(len(change.new))}"
    if fate == "merged":
        return f"{listed([label or 'another line' for label in change.old_labels])} are merged"
    return f"{names[0]} {one}"


def _verbs(changes: Sequence[Change]) -> str:
    """The verbs called out, first those with a direction."""
    found = [change for change in changes if change.verb is not None and any(change.new_labels)]
    ranked = sorted(found, key=lambda change: change.verb is None or change.verb.direction == "other")
    shown = [change for change in found if change in ranked[:_VERBS]]
    told = []
    for change in shown:
        assert change.verb is not None
        usual = f" (usually read as {change.verb.direction})" if change.verb.direction != "other" else ""
        told.append(f"{change.new_labels[0]} {instead_of(change.verb.old, change.verb.new)}{usual}")
    more = len(found) - len(shown)
    if more:
        told.append(f"{number(more)} more {'opens' if more == 1 else 'open'} with another verb")
    return "; ".join(told)


def _quiet(changes: Sequence[Change]) -> str:
    """What is brackets only, and what is housekeeping."""
    brackets = sum(change.weight == "bracket" for change in changes)
    quiet = [change for change in changes if change.weight == "housekeeping"]
    told = []
    if brackets:
        told.append(f"in {_paragraphs(brackets)} only brackets changed")
    if quiet:
        numbers = all(set(change.reasons) <= {"renumbered", "label", "note number"} for change in quiet)
        what = "only in numbers" if numbers else "only in housekeeping"
        told.append(f"{_paragraphs(len(quiet))} {'differs' if len(quiet) == 1 else 'differ'} {what}")
    return "; ".join(told)


def _notes(comparison: Comparison) -> str:
    told = []
    for kind, word in (("inserted", "new"), ("deleted", "gone"), ("reworded", "reworded")):
        if count := sum(note.kind == kind for note in comparison.footnotes):
            told.append(f"{number(count)} {'is' if count == 1 else 'are'} {word}")
    return f"of the footnotes, {listed(told)}" if told else ""


def _frame(comparison: Comparison) -> str:
    """What differs around the text, each sort of line named once."""
    roles = masthead_roles(comparison.old), masthead_roles(comparison.new)
    found: set[str] = set()
    for change in comparison.changes:
        if change.weight and _is_frame(comparison, change):
            draft, role_of, at = (
                (comparison.new, roles[1], change.new[0]) if change.new else (comparison.old, roles[0], change.old[0])
            )
            kind = draft.paragraphs[at].kind
            found.add(role_of.get(at, "other") if kind is Kind.MASTHEAD else kind.value)
    ordered = [role for role in _FIRST if role in found] + sorted(found - {*_FIRST})
    named = [_ROLES.get(role, role.replace("_", " ")) for role in ordered]
    if len(named) > _LINES:
        named[_LINES - 1 :] = [f"{number(len(named) - _LINES + 1)} other lines"]
    plural = len(named) > 1 or (named[:1] and named[0].endswith("lines"))
    return f"around the text, the {listed(named)} {'differ' if plural else 'differs'}" if named else ""
