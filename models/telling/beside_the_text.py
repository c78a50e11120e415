"""What differs beside the paragraphs, in parts of a sentence: the footnotes, and the lines around the text."""

from __future__ import annotations

from models.comparison.change import Change, Comparison
from models.draft.masthead_lines import masthead_roles
from models.telling.quiet_notes import QuietNotes
from models.telling.reasons import OF_NOTES, in_a_sentence, reason_phrases
from models.telling.sentences import joined, listed, number
from models.telling.sorts import Weight, weight_of
from models.telling.what_happened import role_name

_FIRST = ("title", "agenda_title", "sponsor_line", "symbol", "date", "session")
_LINES = 5
"""So many kinds of lines around the text are named, those of `_FIRST` first; more are counted."""
_NOTES = {"inserted": "new", "deleted": "gone", "reworded": "reworded"}
_OTHER, _PLACE = "other lines", "place"


def told_notes(comparison: Comparison) -> str:
    """ "Of the footnotes, two are new and one is gone"; empty where none differs."""
    quiet = QuietNotes(comparison)
    fates: dict[str, int] = {}
    for note in comparison.footnotes:
        fate = quiet.reason(note) or _NOTES.get(note.kind, "")
        fates[fate] = fates.get(fate, 0) + 1
    told = [
        f"{number(count)} {'is' if count == 1 else 'are'} {fate}"
        for fate in _NOTES.values()
        if (count := fates.get(fate))
    ]
    told += [
        f"{number(count)} {'differs' if count == 1 else 'differ'} only in {in_a_sentence(words)}"
        for reason, words in OF_NOTES.items()
        if (count := fates.get(reason))
    ]
    return f"of the footnotes, {listed(told)}" if told else ""


def told_around(comparison: Comparison) -> str:
    """What differs in the lines around the text that are no substance, each sort of line named once."""
    lines: dict[str, list[str]] = {}
    roles = masthead_roles(comparison.old), masthead_roles(comparison.new)
    for change in comparison.changes:
        if change.weight is not None and weight_of(change, comparison) is Weight.MASTHEAD:
            role = role_of(change, roles)
            told = list(reason_phrases(change, bare_title=role == "title"))
            if change.moved and change.kind == "unchanged":
                told.append(_PLACE)
            lines.setdefault(role, []).extend(told or [""])
    lines = {role: [] if "" in told else told for role, told in lines.items()}
    ordered = [role for role in _FIRST if role in lines] + sorted(lines.keys() - {*_FIRST})
    plain = [role_name(role) if role != "other" else _OTHER for role in ordered if not lines[role]]
    if len(plain) > _LINES:
        plain[_LINES - 1 :] = [f"{number(len(plain) - _LINES + 1)} other lines"]
    plural = len(plain) > 1 or plain[:1] == [_OTHER]
    article = "" if plain[:1] == [_OTHER] else "the "
    told = [f"{article}{listed(plain)} {'differ' if plural else 'differs'}"] if plain else []
    for role in ordered:
        if lines[role]:
            said = [in_a_sentence(one) for one in dict.fromkeys(lines[role])]
            line = f"{_OTHER} differ" if role == "other" else f"the {role_name(role)} differs"
            told.append(f"{line} only in {listed(said)}")
    return f"around the text, {joined(told)}" if told else ""


def role_of(change: Change, roles: tuple[dict[int, str], dict[int, str]]) -> str:
    """The part of the masthead a line is, by the roles in both drafts; "other" where it is none."""
    known, at = (roles[1], change.new[0]) if change.new else (roles[0], change.old[0])
    return known.get(at, "other")
