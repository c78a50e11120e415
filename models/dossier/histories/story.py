"""One line on what changed at each step, as a negotiator says it: "6 reworded, OP8 deleted; OP9 decides"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import suppress

from models.comparison.change import Change, Comparison
from models.dossier.dossier import Dossier
from models.dossier.errors import DossierError
from models.draft import Draft, Kind, brackets, note_brackets
from models.telling.sentences import listed
from models.telling.sorts import Sort, also_reworded, sort_of_unit

BASE = "Base of this dossier"
ALONE = "Not based on another draft here"
NOTHING = "Nothing changed"
TEXT_SAME = "Text unchanged"
"""Where only the masthead and the lines around the text are others."""

_MADE_BY = "9"
"""Lines remembered in dossiers are made again when this changes."""

_FRAME = (Kind.MASTHEAD, Kind.SPONSOR_NOTE, Kind.CLOSING)

_NAMED = 2
"""So many paragraphs of one fate, and twice as many in all, are named; more are counted."""

_SMALL = 3
"""Up to so many paragraphs, each with so many words changed, are told word by word."""


def step_line(dossier: Dossier, node: str, progress: Callable[[float], None] | None = None) -> str:
    """The line on how a draft came from the one before; remembered in the dossier where it may be written."""
    nodes = dossier.nodes()
    this = next((one for one in nodes if one.id == node), None) or dossier.node(node)
    if not this.parents:
        first = next(one for one in nodes if not one.parents)
        return BASE if first.id == node else ALONE
    parent, *others = this.parents
    line = dossier.remembered_line(parent, node, _MADE_BY)
    if line is None:
        line = summary_line(dossier.compared(parent, node, progress))
        if not dossier.read_only:
            with suppress(DossierError):  # another program is writing: the line is made again next time
                dossier.remember_line(parent, node, _MADE_BY, line)
    names = {one.id: one.label for one in nodes}
    return "; ".join([line, *(f"joined with {names[other]}" for other in others)])


def summary_line(comparison: Comparison) -> str:
    """What changed, in one line without a full stop."""
    text = [change for change in comparison.changes if not _is_frame(comparison, change)]
    substance = [change for change in comparison.changes if change.weight == "substance"]
    small = _small(substance)
    parts = [", ".join(small or _counts(comparison)), *_verbs(substance, bool(small)), *_brackets(comparison)]
    said = "; ".join(part for part in parts if part) or ", ".join(_notes(comparison))
    if said:
        return said
    housekeeping = [change for change in text if change.weight == "housekeeping"]
    if housekeeping:
        return f"{len(housekeeping)} editorial correction{_s(housekeeping)}"
    return TEXT_SAME if any(change.weight for change in comparison.changes) else NOTHING


def _s(many: Sequence[object]) -> str:
    return "" if len(many) == 1 else "s"


def _is_frame(comparison: Comparison, change: Change) -> bool:
    sides = [comparison.old.paragraphs[at] for at in change.old] + [comparison.new.paragraphs[at] for at in change.new]
    return all(paragraph.kind in _FRAME for paragraph in sides)


def _label(change: Change) -> str | None:
    """What a change is called by: the label in the new text, of what is gone the old one."""
    names = change.new_labels if change.new else change.old_labels
    return names[0] if names else None


def _counts(comparison: Comparison) -> Iterator[str]:
    fates: dict[Sort, list[Change]] = {}
    anew: set[int] = set()  # by identity: moved, split or merged, and worded anew
    lines: set[int] = set()  # and what is no paragraph, as the sponsor line
    for unit in comparison.units:
        changes = [comparison.changes[number] for number in unit.changes]
        told = next((change for change in changes if change.weight == "substance"), None)
        if told is not None:  # the brackets are told of on their own
            sort = sort_of_unit(unit, comparison)
            fates.setdefault(sort, []).append(told)
            if unit.what == "line":
                lines.add(id(told))
            if sort is not Sort.REWORDED and any(also_reworded(change, comparison) for change in changes):
                anew.add(id(told))
    words = {
        Sort.REWORDED: "reworded", Sort.SPLIT: "split", Sort.MERGED: "merged", Sort.MOVED: "moved", Sort.NEW: "new",
        Sort.DELETED: "deleted", Sort.FOOTNOTES: "with other notes",
        Sort.REFERENCES: "with a reference to something else", Sort.LOOKS: "in other italics",
        Sort.RESHAPED: "changed in form",
    }  # fmt: skip
    by_name = sum(len(found) for sort, found in fates.items() if sort is not Sort.REWORDED) <= 2 * _NAMED
    for sort, word in words.items():
        if found := fates.get(sort):
            if lines.issuperset(map(id, found)):
                yield f"{len(found)} line{_s(found)} {word}"
            else:
                yield _told(found, word, by_name, anew)


def _told(changes: Sequence[Change], word: str, by_name: bool, anew: Set[int]) -> str:
    """Those of one fate; of those that are counted, the whole count first, as every place counts them."""
    names, both = [_label(change) for change in changes], [change for change in changes if id(change) in anew]
    if word == "reworded" or len(changes) > _NAMED or None in names or not by_name:
        some = f", {len(both)} of them reworded" if 0 < len(both) < len(changes) else ""
        return f"{len(changes)} {word}{some or ' and reworded' * bool(both)}"
    alone = [change for change in changes if id(change) not in anew]
    parts = (_named(alone, word) if alone else "", f"{_named(both, word)} and reworded" if both else "")
    return ", ".join(filter(None, parts))


def _named(changes: Sequence[Change], word: str) -> str:
    names = [_label(change) for change in changes]
    named = " and ".join(name for name in names if name)
    if word == "split" and len(changes) == 1:
        named, parts = changes[0].old_labels[0] or named, len(changes[0].new)
        return f"{named} split in {_number(parts)}"
    if word == "merged" and len(changes) == 1:
        return f"{listed([name for name in changes[0].old_labels if name])} merged"
    return f"{named} {word}"


def _number(value: int) -> str:
    names = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
    return names[value - 2] if 2 <= value <= 10 - 1 else str(value)


def _small(changes: Sequence[Change]) -> list[str]:
    """The words themselves, where a few paragraphs changed by a few words; else nothing."""
    if not 1 <= len(changes) <= _SMALL:
        return []
    told = [_in_words(change) for change in changes]
    return [one for one in told if one] if all(told) else []


def _in_words(change: Change) -> str | None:
    gone = " ".join("".join(text for op, text in change.words if op == "delete").split())
    come = " ".join("".join(text for op, text in change.words if op == "insert").split())
    places = sum(
        op != "equal" and (at == 0 or change.words[at - 1][0] == "equal") for at, (op, _) in enumerate(change.words)
    )
    name = _label(change)
    if change.kind != "reworded" or change.moved or places != 1 or name is None:
        return None
    if len(gone.split()) > _SMALL or len(come.split()) > _SMALL:
        return None
    if gone and come:
        return f"{name} “{gone}” becomes “{come}”"
    return f"{name} “{come}” added" if come else f"{name} “{gone}” deleted"


def _verbs(changes: Sequence[Change], told_in_words: bool) -> Iterator[str]:
    """Operative verbs that became a decision, or weaker or stronger ones; decisions first."""
    turned = [
        (_label(change), change.verb.old.lower(), change.verb.new.lower(), change.verb.direction)
        for change in changes
        if change.verb is not None and _label(change) and not told_in_words
    ]
    decided = [f"{name} {new}" for name, _, new, _ in turned if new.startswith("decide")]
    graded = [
        f"{name} {new}, no longer {old}"
        for name, old, new, direction in turned
        if direction in ("stronger", "weaker") and not new.startswith("decide")
    ]
    yield from [*decided, *graded][:_NAMED]


def _brackets(comparison: Comparison) -> Iterator[str]:
    (old, alone), (new, alone_now) = map(_pairs_and_others, (comparison.old, comparison.new))
    if old and not new and not alone_now:
        yield "all brackets closed"
    elif old > new:
        yield f"{old - new} bracket{'' if old - new == 1 else 's'} closed{f', {new} left' if new else ''}"
    elif new > old:
        yield f"{new - old} bracket{'' if new - old == 1 else 's'} opened"
    elif moved := [change for change in comparison.changes if change.weight == "bracket"]:
        yield f"brackets moved in {len(moved)} paragraph{_s(moved)}"
    if alone_now > alone:
        yield f"{alone_now - alone} bracket{'' if alone_now - alone == 1 else 's'} without a partner"


def _pairs_and_others(draft: Draft) -> tuple[int, int]:
    """How many pairs of brackets a draft has, and how many brackets that are none."""
    found, noted = brackets(draft), note_brackets(draft.footnotes)
    pairs = sum(one.start is not None and one.end is not None for one in found)
    return pairs + noted.pairs, len(found) - pairs + len(noted.unmatched)


def _notes(comparison: Comparison) -> Iterator[str]:
    for kind, word in (("inserted", "new"), ("deleted", "gone"), ("reworded", "reworded")):
        if found := [note for note in comparison.footnotes if note.kind == kind]:
            yield f"{len(found)} note{_s(found)} {word}"
