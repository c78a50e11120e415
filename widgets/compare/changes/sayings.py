"""A change as a delegate would say it, short enough for a row of the list."""

from __future__ import annotations

from collections.abc import Sequence

from models.comparison.by_hand import SaidByHand
from models.comparison.change import Change, Comparison
from models.comparison.units import Unit
from models.comparison.words.marked import Words
from models.comparison.words.openings import ADDITIVE_WORDS
from models.comparison.words.readable import readable
from models.draft import Kind, Paragraph
from models.draft.first_letter import with_capital
from models.telling.bracket_words import bracket_words, without_loose_brackets
from models.telling.note_fates import note_fate
from models.telling.sorts import Sort, sort_of
from models.telling.stray_references import strays
from widgets.compare.changes.folds import reason_words
from widgets.compare.changes.names import place_name
from widgets.compare.changes.said_by_hand import hand_words
from widgets.compare.changes.stray_lines import stray_lines
from widgets.paper.direction import apart, in_quotes, isolated
from widgets.paper.phrase import Phrase, plain

_INNER_QUOTES = str.maketrans({"“": "‘", "”": "’", "\n": " "})
_MARKS = {",": "a comma", ";": "a semicolon", ":": "a colon", ".": "a full stop"}
"""What marks are called where they come or go by themselves."""
_SPACES = " \u00a0\n\t"
_OPENING_WORDS, _QUOTED_WORDS = 9, 12


def crosses(change: Change, comparison: Comparison) -> bool:
    """Whether a paragraph went from the preamble to the operative part or back."""
    pair = {_kind(change.old, comparison.old.paragraphs), _kind(change.new, comparison.new.paragraphs)}
    return pair == {Kind.PREAMBULAR, Kind.OPERATIVE}


def _kind(positions: Sequence[int], paragraphs: Sequence[Paragraph]) -> Kind:
    return paragraphs[positions[0]].kind if positions else Kind.TEXT


def saying(change: Change, comparison: Comparison) -> Phrase:
    """What changed, in a few words: "“endorsement” becomes “recognition”"."""
    if change.weight == "housekeeping":
        why = reason_words(change, comparison) or "housekeeping"
        return ((with_capital(why), False),)
    sort = sort_of(change)
    if sort is Sort.NEW:
        back = comparison.back_from(change)
        words = opening(comparison.new.paragraphs[change.new[0]])
        return ((f"Back from {isolated(back)}: ", False), *words) if back else words
    if sort is Sort.DELETED:
        return opening(comparison.old.paragraphs[change.old[0]])
    if sort is Sort.SPLIT:
        return ((f"One paragraph becomes {_count(len(change.new))}", False),)
    if sort is Sort.MERGED:
        return ((f"{_count(len(change.old)).capitalize()} paragraphs become one", False),)
    if sort is Sort.FOOTNOTES:
        return ((_notes_words(change, comparison), False),)
    if sort is Sort.REFERENCES:
        return ((_reference_words(change, comparison), False),)
    if sort is Sort.LOOKS:
        return (("Only italics or bold", False),)
    if sort is Sort.RESHAPED:
        return _reshaped(change, comparison)
    if sort is Sort.MOVED:
        return _moved(change, comparison)
    if sort is Sort.BRACKETS:
        return _bracketed(change, comparison) or _reworded(change, comparison)
    if change.verb is not None and change.verb.instead:
        return _becomes(change.verb.old, change.verb.new)
    return _reworded(change, comparison)


def row_saying(unit: Unit, comparison: Comparison) -> Phrase | None:
    """The cells of a row that is new or gone: "4 · Disarmament · 14.0"; None of anything else."""
    if unit.what != "row" or unit.fate not in ("new", "deleted"):
        return None
    draft = comparison.new if unit.fate == "new" else comparison.old
    changes = [comparison.changes[number] for number in unit.changes]
    places = (at for change in changes for at in (change.new if unit.fate == "new" else change.old))
    said = [plain(opening(draft.paragraphs[at])).strip() for at in places if draft.paragraphs[at].text.strip()]
    return ((" · ".join(said), False),) if said else None


def _notes_words(change: Change, comparison: Comparison) -> str:
    """ "Adds a footnote", "Drops 2 footnotes", or that one was put in another's place."""
    old = sum(len(comparison.old.paragraphs[at].footnotes) for at in change.old)
    new = sum(len(comparison.new.paragraphs[at].footnotes) for at in change.new)
    if old == new:
        return "A footnote moved" if note_fate(comparison, change) == "place" else "Another footnote"
    more = abs(new - old)
    return f"{'Adds' if new > old else 'Drops'} {'a footnote' if more == 1 else f'{more} footnotes'}"


def _reference_words(change: Change, comparison: Comparison) -> str:
    """ "“paragraph 1” is another now": the words of a reference mean another paragraph."""
    stray = strays(comparison, change)[0]
    if not stray.words:
        return "Another paragraph is meant"
    said, may = ("leads nowhere", "may lead nowhere") if stray.nowhere else ("is another", "may be another")
    if stray.part:
        said, may = "means less", "may mean less"
    return f"“{stray.words}” {said if stray.sure else may} now"


def _bracketed(change: Change, comparison: Comparison) -> Phrase | None:
    old = [comparison.old.paragraphs[at] for at in change.old]
    new = [comparison.new.paragraphs[at] for at in change.new]
    words = bracket_words(old, new, in_quotes=in_quotes)
    return ((words, False),) if words else None


def _moved(change: Change, comparison: Comparison) -> Phrase:
    if crosses(change, comparison):
        to_preamble = _kind(change.new, comparison.new.paragraphs) is Kind.PREAMBULAR
        where = "To the preamble" if to_preamble else "To the operative part"
        worded = _reworded(change, comparison, crossing=True) if change.kind == "reworded" else ()
        if worded:
            return ((f"{where}; ", False), *worded)
        return ((f"{where}: ", False), *opening(comparison.new.paragraphs[change.new[0]]))
    if change.weight == "bracket" and (said := _bracketed(change, comparison)):
        return said
    if change.kind == "reworded":
        return _reworded(change, comparison)
    return opening(comparison.new.paragraphs[change.new[0]])


def _reshaped(change: Change, comparison: Comparison) -> Phrase:
    old, new = _kind(change.old, comparison.old.paragraphs), _kind(change.new, comparison.new.paragraphs)
    if old is not new:
        return ((f"{_kind_name(old).capitalize()} becomes {_kind_name(new)}", False),)
    return (("Now at another level" if "level" in change.reasons else "Now under another chapeau", False),)


def reshaped(change: Change, comparison: Comparison) -> list[str]:
    """That a paragraph is of another kind, at another level or under another chapeau now, where nothing else differs:
    its words do not show it."""
    return [plain(_reshaped(change, comparison))] if sort_of(change) is Sort.RESHAPED else []


def _kind_name(kind: Kind) -> str:
    return kind.value.replace("-", " ")


def _reworded(change: Change, comparison: Comparison, *, crossing: bool = False) -> Phrase:
    """The place that says most, not an "also" beside other words. Of what is `crossing` to the other part its last mark
    and the form of its verb follow from that: where nothing else differs there is nothing to say."""
    groups = _groups(readable(change.words))
    others = [group for group in groups if not _only_also(*group[:2])]
    if any(_bare(gone) or _bare(come) for gone, come, _ in others):
        groups = others
    if not groups:
        return opening(comparison.new.paragraphs[change.new[0]])
    if groups[0][2] == 0 and not crossing and _opens_italic(change, comparison, groups[0]):
        return _becomes(_bare(groups[0][0]), _bare(groups[0][1]))
    if crossing:
        groups = [group for group in groups if _bare(group[0]) or _bare(group[1])]
        if groups and groups[0][2] == 0 and (len(groups) > 1 or change.verb is None):
            groups = groups[1:]
        if not groups:
            return ()
    telling = [(without_loose_brackets(gone), without_loose_brackets(come)) for gone, come, _ in groups]
    gone, come = max(telling, key=lambda group: max(len(group[0].split()), len(group[1].split())))
    if not (gone.strip() or come.strip()):
        if "notes" in change.reasons:
            return ((_notes_words(change, comparison), False),)
        blank = not any((old + new).strip() for old, new, _ in groups)
        return _bracketed(change, comparison) or ((("Spacing" if blank else "Brackets"), False),)
    return _said(gone, come, lower=crossing)


def _said(gone: str, come: str, *, lower: bool) -> Phrase:
    # A mark in the place of words, or words in that of a mark, goes without saying.
    old = _quoted(gone) if _bare(gone) or not _bare(come) else ""
    new = _quoted(come) if _bare(come) or not _bare(gone) else ""
    if old and new:
        return ((f"{in_quotes(old)} becomes {in_quotes(new)}", False),)
    alone = old or new
    words = f"{'drops' if old else 'adds'} {_MARKS.get(alone) or in_quotes(alone)}"
    return ((words if lower else with_capital(words), False),)


def _groups(words: Words) -> list[tuple[str, str, int]]:
    """The places that differ: what went, what came, and how many characters of equal text stand before."""
    groups: list[tuple[str, str, int]] = []
    before, open_group = 0, False
    for op, text in words:
        if op == "equal":
            before, open_group = before + len(text), False
            continue
        if not open_group:
            groups.append(("", "", before))
            open_group = True
        gone, come, at = groups[-1]
        groups[-1] = (gone + text, come, at) if op == "delete" else (gone, come + text, at)
    return groups


def _only_also(gone: str, come: str) -> bool:
    """Whether all that differs is an "also" or a "further"."""
    words = [text.casefold().split() for text in (gone, come)]
    old, new = ([word for word in each if word not in ADDITIVE_WORDS] for each in words)
    return old == new and words[0] != words[1]


def _opens_italic(change: Change, comparison: Comparison, group: tuple[str, str, int]) -> bool:
    old, new = comparison.old.paragraphs[change.old[0]], comparison.new.paragraphs[change.new[0]]
    if not (group[0].strip() and group[1].strip() and old.runs and new.runs):
        return False
    return old.runs[0].italic and new.runs[0].italic and len(group[0].split()) <= 5 and len(group[1].split()) <= 5


def _becomes(old: str, new: str) -> Phrase:
    return ((apart(old), True), (" becomes ", False), (apart(new), True))


def _bare(text: str) -> str:
    """Words without the marks at their ends, and without what opens or closes where none of them can be its pair."""
    return text.lstrip(f"{_SPACES})”»").rstrip(f"{_SPACES}(“«,;:.")


def _quoted(text: str) -> str:
    bare = _bare(text).lstrip(",;:. ") or text.strip()
    words = bare.translate(_INNER_QUOTES).split()
    return " ".join(words[:_QUOTED_WORDS]) + ("…" if len(words) > _QUOTED_WORDS else "")


def quotation(text: str) -> str:
    """The first of some words in the quotation marks of their script, without the marks at their ends."""
    return in_quotes(_quoted(text))


def opening(paragraph: Paragraph) -> Phrase:
    """The first words of a paragraph with its verb in italics."""
    phrase: list[tuple[str, bool]] = []
    left = _OPENING_WORDS
    for run in paragraph.runs:
        words = run.text.split()
        if run.footnote is not None or not run.text:
            continue
        if len(words) > left:
            phrase.append(((" " if run.text[:1].isspace() and left else "") + " ".join(words[:left]) + "…", run.italic))
            break
        phrase.append((run.text, run.italic))
        left -= len(words)
    return tuple(phrase) or (("(empty)", False),)


def _count(number: int) -> str:
    return {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}.get(number, str(number))


def spoken(change: Change, comparison: Comparison, said: SaidByHand | None = None) -> str:
    """A change in words, for a screen reader: "OP9, reworded, Decides becomes Requests, was OP8"; `said` by hand."""
    new = [label for label in change.new_labels if label]
    old = [label for label in change.old_labels if label]
    parts = [", ".join(new or old) or place_name(change, comparison)]
    parts.append("housekeeping" if change.weight == "housekeeping" else sort_of(change).value)
    parts.append(plain(saying(change, comparison)))
    if change.verb is not None and change.verb.direction != "other":
        parts.append(f"usually read as {change.verb.direction}")
    if sort_of(change) is not Sort.REFERENCES:
        parts += stray_lines(comparison, change)
    if old and new and old != new:
        parts.append(f"was {', '.join(old)}")
    if said is not None:
        parts.append(hand_words(said))
    return ", ".join(parts)
