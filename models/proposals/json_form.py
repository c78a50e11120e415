"""Returned files and proposals as plain data: what `adref read --json` adds, and `adref proposals --json`.

Keys and forms are stable; other people's programs rely on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.draft import Draft, Footnote, labels
from models.proposals.authors import Author
from models.proposals.proposal import Edit, Place, Proposal
from models.proposals.untracked.matching import Likeness, Match
from models.proposals.untracked.untracked import Untracked


def author_value(author: Author) -> dict[str, Any]:
    """An author in a file with the counts of changes."""
    return {
        "author": author.name,
        "changes": author.changes,
        "kinds": dict(author.kinds),
        "proposals": author.proposals,
        "first": author.first,
        "last": author.last,
    }


def proposals_value(proposals: Sequence[Proposal], base: Draft) -> list[dict[str, Any]]:
    """Proposals in their order; `against` is the position of the one that is amended, places are those of the base."""
    positions = {proposal.key: at for at, proposal in enumerate(proposals)}
    names = labels(base)
    return [
        {
            "key": proposal.key,
            "kind": proposal.kind,
            "author": proposal.author,
            "dates": list(proposal.dates),
            "place": place_value(proposal.place, names),
            "to": proposal.to,
            "edits": [_edit_value(edit) for edit in proposal.edits],
            "footnotes": [_note_value(note) for note in proposal.footnotes],
            "against": positions.get(proposal.against) if proposal.against is not None else None,
            "strikes": list(proposal.strikes),
            "tracked": proposal.tracked,
            "revisions": list(proposal.revisions),
        }
        for proposal in proposals
    ]


def place_value(place: Place, names: Sequence[str | None]) -> dict[str, Any]:
    """A place with the labels of its paragraphs; `paragraphs` are the first and the one after the last."""
    value: dict[str, Any] = {
        "paragraphs": [place.first, place.after],
        "labels": list(names[place.first : place.after]),
        "start": place.start,
        "end": place.end,
        "words": place.words,
    }
    if place.note is not None:
        value["footnote"] = place.note
    return value


def _edit_value(edit: Edit) -> dict[str, Any]:
    """An edit: from which (paragraph, code point) to which, the words that go and the paragraphs that come."""
    value: dict[str, Any] = {
        "start": [edit.start.paragraph, edit.start.offset],
        "end": [edit.end.paragraph, edit.end.offset],
        "gone": edit.gone,
        "come": [paragraph.text for paragraph in edit.come],
    }
    if edit.number is not None:
        value["number"] = edit.number
    if edit.look is not None:
        value["look"] = dict(zip(("italic", "bold", "underline"), edit.look, strict=True))
    if edit.becomes is not None:
        value["becomes"] = {"kind": edit.becomes.kind, "level": edit.becomes.level, "number": edit.becomes.number}
    return value


def _note_value(note: Footnote) -> dict[str, Any]:
    return {"id": note.id, "mark": note.mark, "text": note.text}


def match_value(match: Match) -> dict[str, Any]:
    """Which kept draft a text was made on, and which are as near."""
    found: dict[str, Any] = {"draft": None if match.base is None else likeness_value(match.base)}
    return found | {"ties": [likeness_value(one) for one in match.ties], "sentence": str(match)}


def likeness_value(one: Likeness) -> dict[str, Any]:
    """How near a kept draft is."""
    return {"id": one.node, "label": one.label, "equal": one.equal, "paragraphs": one.paragraphs, "same": one.same}


def untracked_value(one: Untracked) -> dict[str, Any]:
    """What was changed without tracking; `old` is a position in the draft, `new` in the text without its changes.

    Of the words of a footnote, which those positions cite, `footnote` has the ids; `not_held` is what of it can become
    no proposal.
    """
    value: dict[str, Any] = {
        "old": one.old,
        "new": one.new,
        "label": one.label,
        "words": [list(pair) for pair in one.words],
        "sentence": one.sentence,
    }
    if one.footnote is not None:
        value["footnote"] = {"old": one.footnote.old[0], "new": one.footnote.new[0]}
    if one.not_held:
        value["not_held"] = one.not_held
    return value
