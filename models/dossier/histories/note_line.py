"""The lineage of a footnote: what it said in every draft that has it, as the comparison of each step pairs it."""

from __future__ import annotations

from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.dossier.histories.line import Line, Steps, Version
from models.dossier.node import Node


def note_line(node: str, note: int, steps: Steps) -> Line:
    """The lineage of the note of an id in a draft; the positions of its versions are ids of notes.

    A note that was gone for a while begins anew.
    """
    stands, ahead = {node: note}, [node]
    while ahead:
        here = ahead.pop()
        for other in steps.beside(here):
            known = steps.note_beside(here, stands[here], other) if other not in stands else None
            if known is not None:
                stands[other] = known
                ahead.append(other)
    versions = tuple(_version(one, stands, steps) for one in steps.nodes if one.id in stands)
    return Line(node, note, versions, steps.nodes, of_note=True)


def _version(node: Node, stands: dict[str, int], steps: Steps) -> Version:
    note = steps.draft(node.id)[0].note[stands[node.id]]
    came = tuple(
        (before, stands[before])
        for before in node.parents
        if before in stands and steps.note_beside(node.id, note.id, before) == stands[before]
    )
    former = steps.draft(came[0][0])[0].note[came[0][1]].text if came else ""
    kind = "first" if not came else "same" if former == note.text else "reworded"
    words = word_diff(former, note.text)
    by = "engine" if came else ""
    return Version(node, note.id, f"note {note.mark}", note.text, kind, by, came, readable(words) if came else words)
