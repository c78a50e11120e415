"""What the sides say where they clash, with their notes where these are what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.comparison.references.sources import is_ibid
from models.merging.pairs.blocks import Block
from models.merging.pairs.clusters import Sides
from models.merging.references.sources_meant import cited
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.pieces import Clash, Streams
from models.merging.words.streams import Stream

Notes = tuple[str, str, str]
"""What the notes of base, ours and theirs say."""


def clashing(streams: Streams, clash: Clash, sides: Sides) -> tuple[list[str], Notes]:
    """What the three sides say where they clash, and what their notes there do that are not alike.

    Where the words are the same the notes stand with them, or a sign where a paragraph ends or begins.
    """
    texts = [stream.plain(*span) for stream, span in zip(streams, clash.spans, strict=True)]
    cites = [
        [key for key in _keys(stream, *span) if key in sides[side].notes]
        for side, (stream, span) in enumerate(zip(streams, clash.spans, strict=True))
    ]
    own = [{key: side.notes[key].text for key in keys} for side, keys in zip(sides, cites, strict=True)]
    said = [[*one.values()] for one in own]
    if texts[OURS] == texts[THEIRS] and said[OURS] == said[THEIRS] and any(map(is_ibid, said[OURS])):
        # The notes say the same of different sources.
        full = [cited(side.draft, {note.id: side.key(note.id) for note in side.draft.footnotes}) for side in sides]
        own = [{key: meant[key].text for key in keys} for meant, keys in zip(full, cites, strict=True)]
    notes = _differing(own, (True, True, True))
    if texts[OURS] != texts[THEIRS]:
        return texts, notes
    if notes[OURS] == notes[THEIRS]:
        spans = ([*stream.words[slice(*span)]] for stream, span in zip(streams, clash.spans, strict=True))
        texts = [_with_breaks(text, words) for text, words in zip(texts, spans, strict=True)]
    return with_notes(texts, notes), ("", "", "")


def _with_breaks(text: str, words: Sequence[str]) -> str:
    """A text with a sign for the start of a paragraph that it begins or ends with."""
    before, after = ("¶" if words[at:][:1] == ["\n"] else "" for at in (0, -1))
    return " ".join(filter(None, (before, text, after if len(words) > 1 else "")))


def with_notes(texts: Sequence[str], notes: Notes) -> list[str]:
    """Texts of the sides with what their notes say."""
    return [" ".join(filter(None, (text, note and f"(note: {note})"))) for text, note in zip(texts, notes, strict=True)]


def notes_that_differ(sides: Sides, block: Block) -> Notes:
    """What the notes of a block say on each side that has it, those left out that the base has too."""
    cited = [
        {side.key(note): side.draft.note[note].text for at in places for note in side.draft.paragraphs[at].footnotes}
        for side, places in zip(sides, block.places, strict=True)
    ]
    base, ours, theirs = map(bool, block.places)
    return _differing(cited, (base, ours, theirs)) if base else ("", "", "")


def _keys(stream: Stream, start: int, end: int) -> Iterator[str]:
    return (cell.note for at in range(start, end) for cell in stream.word(at) if cell.note is not None)


def _differing(cited: Sequence[Mapping[str, str]], having: tuple[bool, bool, bool]) -> Notes:
    """What notes say by their keys, those left out that all sides have alike."""
    there = [one for one, has in zip(cited, having, strict=True) if has]
    alike = {key for key in cited[BASE] if all(one.get(key) == cited[BASE][key] for one in there)}
    base, ours, theirs = (" ".join(text for key, text in one.items() if key not in alike) for one in cited)
    return base, ours, theirs
