"""What the sides say where they clash, with their notes where these are what differs."""

from __future__ import annotations

from models.merging.blocks import Block
from models.merging.clusters import Sides
from models.merging.pieces import Clash, Streams
from models.merging.sides import BASE, OURS, THEIRS


def clashing(streams: Streams, clash: Clash, sides: Sides) -> list[str]:
    """What the three sides say where they clash; with their notes where the words are the same."""
    texts = [stream.plain(*span) for stream, span in zip(streams, clash.spans, strict=True)]
    if texts[OURS] != texts[THEIRS]:
        return texts
    for side, (stream, (start, end)) in enumerate(zip(streams, clash.spans, strict=True)):
        keys = [cell.note for at in range(start, end) for cell in stream.word(at) if cell.note is not None]
        notes = [sides[side].notes[key].text for key in keys if key in sides[side].notes]
        texts[side] = " ".join([*([texts[side]] if texts[side] else []), *(f"(note: {text})" for text in notes)])
    return texts


def notes_that_differ(sides: Sides, block: Block) -> tuple[str, str, str]:
    """What the notes of a block say on each side that has it, those left out that the base has too."""
    cited = [
        {side.key(note): side.draft.note[note].text for at in places for note in side.draft.paragraphs[at].footnotes}
        for side, places in zip(sides, block.places, strict=True)
    ]
    there = [one for one, places in zip(cited, block.places, strict=True) if places]
    alike = {key for key in cited[BASE] if all(one.get(key) == cited[BASE][key] for one in there)}
    base, ours, theirs = (" ".join(text for key, text in one.items() if key not in alike) for one in cited)
    return (base, ours, theirs) if block.places[BASE] else ("", "", "")
