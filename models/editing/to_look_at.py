"""What there is to look at in a text that is written: references, "Ibid." and bis that lead elsewhere than meant."""

from __future__ import annotations

from collections.abc import Iterator

from models.draft.mentions import Mention
from models.draft.numbering import SUFFIX, has_suffix
from models.editing.before_in_list import before_in_list
from models.editing.cross_references import lost_references
from models.editing.directions import direction
from models.editing.footnotes import mark_of
from models.editing.ibid import citing_another
from models.editing.renaming import written_item
from models.editing.runs import shown
from models.editing.set_numbers import bare
from models.editing.targets import Targets
from models.editing.working import WorkingText


def to_look_at(working: WorkingText) -> dict[int, str]:
    """By position, what there is to look at in a paragraph, a sentence or several."""
    found: dict[int, list[str]] = {}
    for position, words in (*_references(working), *_unsure(working), *_suffixes(working), *_notes(working)):
        found.setdefault(position, []).append(words)
    return {position: " ".join(dict.fromkeys(words)) for position, words in found.items()}


def _references(working: WorkingText) -> Iterator[tuple[int, str]]:
    lost = lost_references(working)
    entries, stretches = working.entries, working.stretches
    targets: Targets | None = None
    for start, part in zip(stretches.starts, stretches.parts, strict=True):
        for offset in part.referring:
            at, entry = start + offset, part.entries[offset]
            words, places = lost.get(entry.key, ("", {}))
            signs = shown(entry.paragraph.runs)
            for number, mention in enumerate(entry.mentions):
                said = direction(signs, mention)
                gone = {part: key for (one, part), key in places.items() if one == number and words == entry.text}
                if said is None and not gone:
                    continue
                targets = targets or Targets(list(entries), stretches.copy())
                points = targets.resolve(at, mention)
                for item, key in gone.items():
                    position = points[item] if item < len(points) else None
                    if position is None or entries[position].key != key:
                        alive = next((one for one, other in enumerate(entries) if other.key == key), None)
                        now = f"is {working.label(alive) or 'a paragraph'} now" if alive is not None else "is gone"
                        yield at, f"It refers to what was {written_item(mention, item)}, which {now}."
                there = [one for one in points if one is not None]
                if said is not None and not gone and len(there) == len(points) and said.is_other(at, there):
                    what = written_item(mention, 0)
                    yield at, f"It says {what} {said.word}, which stands {said.other}."


def _unsure(working: WorkingText) -> Iterator[tuple[int, str]]:
    """References that may be to another document, where the paragraph of that number is another than in the base."""
    then: Targets | None = None
    now: Targets | None = None
    places: dict[int, int] = {}
    parts = working.stretches
    for at in (first + offset for first, part in zip(parts.starts, parts.parts, strict=True) for offset in part.unsure):
        entry = working.entries[at]
        if entry.key >= len(working.original):
            continue
        said = {what for mention in working.original[entry.key].unsure for what in _written(mention)}
        for mention in entry.unsure if said else ():
            then = then or Targets(working.original)
            now = now or Targets(list(working.entries), working.stretches.copy())
            places = places or {one.key: position for position, one in enumerate(working.entries)}
            both = then.resolve(entry.key, mention), now.resolve(at, mention)
            for what, was, there in zip(_written(mention), *both, strict=True):
                if what not in said or was is None or (there is not None and working.entries[there].key == was):
                    continue
                alive = places.get(was)
                called = f"is {working.label(alive) or 'a paragraph'} now" if alive is not None else "is gone"
                yield at, f"If it means this text by {what}, that {called}."


def _written(mention: Mention) -> list[str]:
    return [written_item(mention, part) for part in range(len(mention.items))]


def _suffixes(working: WorkingText) -> Iterator[tuple[int, str]]:
    """Bis, ter and alt that do not stand behind the paragraph they are the bis of."""
    for at, entry in enumerate(working.entries):
        paragraph = entry.paragraph
        number = paragraph.set_label or (paragraph.number if entry.printed else None)
        if number is None or not has_suffix(number):
            continue
        before = before_in_list(working, at)
        if before is None or _bare(bare(working, before)) != _bare(number):
            name = working.label(at) or number
            yield at, f"{name} does not stand after {SUFFIX.sub('', name).strip()}."


def _bare(number: str) -> str:
    return SUFFIX.sub("", number).strip().rstrip(".").strip().removeprefix("OP")


def _notes(working: WorkingText) -> Iterator[tuple[int, str]]:
    for note, words in citing_another(working).items():
        place = mark_of(working, note)
        if place is not None:
            yield place.position, f"{words[0].upper()}{words[1:]}."
