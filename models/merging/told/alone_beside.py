"""What is told of places: what stands beside a paragraph now, or changed beside what is asked in it.

What one side alone changed in a paragraph in which something else is asked is combined, and told: whoever answers looks
at the question, and the words beside it stand otherwise than the other side has them. Marks, notes, capitals, articles
and an "and" alone are not worth a sentence. Told is, too, where what stands before a paragraph asks for an “also” or
none now, where what was asked as one and taken from a side has others between on that side, and what both put in twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from models.comparison.weighing.also_due import neighbours
from models.comparison.words.openings import Opening, demanded
from models.comparison.words.text_parts import TextParts
from models.draft import Draft, Kind, Paragraph, labels
from models.draft.end_marks import SIGNS
from models.merging.pairs.blocks import Block, Woven
from models.merging.pairs.clusters import consecutive
from models.merging.sheet import Sheet, on_sides
from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.told.said_of_words import Said, in_short, instead_of, sentence
from models.merging.words.called import name_of, quoted
from models.merging.words.pieces import BOTH, Clash, Part, Span, Word
from models.merging.words.streams import Stream
from models.telling.sentences import listed

_MARKS = "".join(SIGNS) + " "
_BODY = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT


def alone(sheet: Sheet, draft: Draft, blocks: Sequence[Block]) -> Iterator[str]:
    """A sentence for each paragraph in which words clash and one side alone changed others."""
    names = labels(draft) if sheet.conflicts else ()
    for at, row in enumerate(sheet.rows):
        if not row.conflicts or not row.merged or row.key in sheet.choices:
            continue
        block = blocks[int(row.key)]
        content = block.content
        if not isinstance(content, Woven) or not any(isinstance(part, Clash) for part in content.parts):
            continue
        said = [words for side in BOTH if (words := _from(content, side))]
        if said:
            yield f"Beside what is asked in {_called(sheet, blocks, at, names)}: {'; '.join(said)}."


def _called(sheet: Sheet, blocks: Sequence[Block], at: int, names: Sequence[str | None]) -> str:
    """As the question of a row is called; where it is asked in another row, also what the paragraph is called."""
    row = sheet.rows[at]
    here = name_of(sheet.sides, blocks, row, names)
    asked = [one.row for one in sheet.conflicts if one.key in row.conflicts and one.row is not None]
    if at in asked or not asked:
        return here
    there = name_of(sheet.sides, blocks, sheet.rows[asked[0]], names)
    return there if there == here else f"{there}, in {here}"


def _from(content: Woven, side: int) -> str:
    """What a side alone put in and took out: "from ours alone “also” instead of “further” and “all”"."""
    found = dict.fromkeys(filter(None, (instead_of(new, old) for new, old in _changes(content, side))))
    return f"from {NAMES[side]} alone {listed([*found])}" if found else ""


def _changes(content: Woven, side: int) -> Iterator[tuple[str, str]]:
    """What a side put in at each place that it alone changed, and what it took out there, which the other still has."""
    other, streams = OURS + THEIRS - side, content.streams
    passed = [0, 0, 0]
    put: list[int] = []
    gone: tuple[list[int], list[int], list[int]] = [], [], []
    base, ours, theirs = ((len(stream.words),) * 2 for stream in streams)
    for part in (*content.parts, Clash((base, ours, theirs))):
        if isinstance(part, Word) and None not in part.at and not put and not any(gone):
            goes_on = (part.at[BASE], part.at[other]) == (passed[BASE], passed[other])
            if goes_on:
                passed[BASE] += 1
                passed[other] += 1
                continue
        spans = _spans(part)
        for one in (BASE, other):
            if (span := spans[one]) is not None:
                gone[one].extend(range(passed[one], span[0]))
                passed[one] = span[1]
        here = spans[side]
        if here is None:
            continue
        if spans[other] is None:
            put.extend(range(*here))
            continue
        if not put and not any(gone):
            continue
        # Figures that each side set otherwise, and that mean the same, are no change of one side.
        if Counter(map(streams[other].words.__getitem__, gone[other])) <= Counter(
            map(streams[BASE].words.__getitem__, gone[BASE])
        ):
            yield _phrase(streams[side], put), _phrase(streams[other], gone[other])
        for words in (put, *gone):
            words.clear()


def _spans(part: Part) -> Sequence[Span | None]:
    if isinstance(part, Clash):
        return part.spans
    return [None if at is None else (at, at + 1) for at in part.at]


def _phrase(stream: Stream, words: Sequence[int]) -> str:
    """Some words of a text, those side by side as they stand there."""
    runs: list[list[int]] = []
    for at in words:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return " ".join(" ".join(stream.plain(run[0], run[-1] + 1).split()) for run in runs).strip(" ,;.:")


def openings(sheet: Sheet, draft: Draft) -> list[str]:
    """What there is to say of paragraphs that opened rightly on their side and stand behind others now."""
    before = neighbours(draft.paragraphs)
    on = on_sides(sheet)
    there = {side: neighbours(sheet.sides[side].draft.paragraphs) for side in (OURS, THEIRS)}
    names = labels(draft)
    told = []
    for at, one in enumerate(draft.paragraphs):
        known = [(side, place) for side in (OURS, THEIRS) if (place := on[side][at]) is not None]
        if not known or any(_as_there(on[side], before, there[side], at, place) for side, place in known):
            continue
        last = before.get(at)
        if any(draft.paragraphs[n].text.startswith("[") for n in (at, last) if n is not None):
            continue  # how it opens is not settled: in brackets stands what is asked, or what was answered by both
        if _right(draft.paragraphs, one, last) or not all(
            _right(sheet.sides[side].draft.paragraphs, one, there[side].get(place)) for side, place in known
        ):
            continue
        called, opens = names[at] or "A paragraph", _opening(one)
        if opens.additive is None and last is not None:
            told.append(
                f"{called} opens as {names[last] or 'the one before it'} does: look whether it is to say “also”."
            )
        else:
            words = " ".join(one.text.split()[:2])
            told.append(f"{called} opens with “{words}”, and what stands before it now does not lead up to that.")
    return told


def _as_there(
    places: Sequence[int | None], before: Mapping[int, int], there: Mapping[int, int], at: int, place: int
) -> bool:
    """Whether on a side the same stands before a paragraph as in the merged text."""
    last, own = before.get(at), there.get(place)
    return own is None if last is None else places[last] == own


def _right(paragraphs: Sequence[Paragraph], one: Paragraph, before: int | None) -> bool:
    """Whether a paragraph opens as what stands before it asks for."""
    opens = _opening(one)
    return opens.additive in demanded(_opening(paragraphs[before]) if before is not None else None, opens.verb)


def _opening(paragraph: Paragraph) -> Opening:
    return TextParts(paragraph).opening


def put_in_twice(sheet: Sheet, draft: Draft) -> Iterator[str]:
    """A sentence for each paragraph, too short to be known again, that both sides put in, each at another place."""
    by: dict[tuple[Kind, str], list[tuple[str, int]]] = defaultdict(list)
    for row in sheet.rows:
        if not row.base and row.kind in NAMES and len(row.merged) == 1:
            one = draft.paragraphs[row.merged[0]]
            if one.cell is None and one.kind in _BODY:
                by[one.kind, one.text.casefold().rstrip(_MARKS)].append((row.kind, row.merged[0]))
    names = labels(draft) if by else ()
    for (_, text), places in by.items():
        if text and len({side for side, _ in places}) > 1:
            phrase = in_short(draft.paragraphs[places[0][1]].text.rstrip(_MARKS))
            yield sentence("twice", Said([phrase], [names[at] or quoted(text) for _, at in places]))


def side_by_side(sheet: Sheet, draft: Draft) -> Iterator[str]:
    """A sentence for each answer by which paragraphs, or rows of a table, came together that do not stand so there."""
    for one in sheet.conflicts:
        if one.kind != "shape" or one.choice is None or one.row is None or one.choice.way not in NAMES:
            continue
        row = sheet.rows[one.row]
        if consecutive((row.base, row.ours, row.theirs)[NAMES.index(one.choice.way)]):
            continue
        paragraphs = [draft.paragraphs[at] for at in row.merged]
        firsts = [at for at, its in zip(row.merged, paragraphs, strict=True) if its.cell is None or not its.cell[2]]
        if len(firsts) > 1:
            names = labels(draft)
            first, last = (names[at] or quoted(draft.paragraphs[at].text) for at in (firsts[0], firsts[-1]))
            said = f"{first} {'and' if len(firsts) == 2 else 'to'} {last} stand side by side now"
            yield f"{said}, and the text they are taken from has others between them: look where they belong."
