"""What there is to look at in a text that is written: references, "Ibid." and bis that lead elsewhere than meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from models.comparison.references.unfollowed import Unfollowed
from models.draft.first_letter import with_capital, with_small_letter
from models.draft.mention import written
from models.draft.numbering import SUFFIX, has_suffix
from models.editing.acts.set_numbers import behind_another
from models.editing.edit import Entry
from models.editing.notes.ibid import citing_another
from models.editing.notes.named_notes import naming_another
from models.editing.references.directions import direction
from models.editing.references.referring_notes import note_of
from models.editing.references.remembered import ELSEWHERE, signs_of, words_of
from models.editing.references.targets import Targets
from models.editing.references.unfollowed import State, strayed
from models.editing.runs import shown
from models.editing.stretch import Stretch
from models.editing.working import WorkingText

_Found = Iterator[tuple[int, str]]
"""Positions of paragraphs that were looked at, and what there is to look at; "" for nothing."""


def looked_over(working: WorkingText) -> Iterator[dict[int, str]]:
    """By position, what there is to look at in a paragraph, a sentence or several.

    What was found so far, again and again until that is all; the text stays as it is.
    """
    said: dict[int, dict[str, None]] = {}
    found: dict[int, str] = {}
    for position, words in chain(
        _references(working), _unfollowed(working), _unfollowed_since(working), _suffixes(working), _notes(working)
    ):
        if words:
            said.setdefault(position, {})[words] = None
            found[position] = " ".join(said[position])
        yield found


def _references(working: WorkingText) -> _Found:
    lost = working.remembered.lost
    targets: Targets | None = None
    places: dict[int, int] = {}
    for at, entry, who in _referring(working):
        yield at, ""
        known = lost[entry.key].of(signs_of(entry.mentions)) if entry.key in lost else {}
        signs = shown(entry.paragraph.runs)
        for number, mention in enumerate(entry.mentions):
            said = direction(signs, mention)
            gone = {part: key for part, key in enumerate(known.get(number, ())) if key is not None}
            if mention.reach not in ("near", "present") and not gone:
                continue
            targets = targets or _now_in(working)
            points = targets.resolve(at, mention, inside=note_of(entry.key) is None)
            for part, item in enumerate(mention.items):
                if points[part] is None and part not in gone:
                    thus = written(signs, mention, item)
                    if said is not None and targets.resolve(at, mention)[part] == at:
                        yield at, f"{who} says {thus} {said.word}, and is that paragraph itself."
                    elif targets.is_nowhere(at, mention, item):
                        yield at, f"{who} says {thus}, and no paragraph has that number."
            for part, key in gone.items():
                position = points[part] if part < len(points) else None
                if position is None or working.entries[position].key != key:
                    places = places or _places(working)
                    said_thus = written(signs, mention, mention.items[part])
                    yield at, f"{who} refers to what was {said_thus}, which {_now(working, places, key)}."
            there = [one for one in points if one is not None]
            if said is not None and not gone and len(there) == len(points) and said.is_other(at, there):
                what = written(signs, mention, mention.items[0])
                yield at, f"{who} says {what} {said.word}, which stands {said.other}."


def _referring(working: WorkingText) -> Iterator[tuple[int, Entry, str]]:
    """Where each paragraph stands that refers to others, and where each such note is cited, and what it is called."""
    for at in _where(working, lambda part: part.referring):
        yield at, working.entries[at], "It"
    notes = {note: entry for note, entry in working.noted.referring.by_id.items() if entry.mentions}
    targets = _now_in(working) if notes else None
    for note, entry in notes.items():
        cited = targets.citing(note) if targets is not None else None
        if cited is not None:
            yield cited, entry, f"Footnote {working.mark(note)}"


def _unfollowed(working: WorkingText) -> _Found:
    """References that no figure follows, where they mean another paragraph than in the base."""
    then: State | None = None
    now: State | None = None
    places: dict[int, int] = {}
    for at in _where(working, lambda part: part.unfollowed):
        yield at, ""
        entry = working.entries[at]
        if entry.key >= len(working.original):
            continue
        known = {one.words for one in working.original[entry.key].unfollowed}
        held = working.remembered.astray.get(entry.key)
        since = held.of(words_of(entry)) if held is not None else {}
        for number, one in enumerate(entry.unfollowed):
            if number in since or one.words not in known:
                continue
            then = then or State(Targets(working.original))
            now = now or State(_now_in(working))
            for words, key in strayed(one, then.meant(entry.key, one), now.meant(at, one), working.has):
                places = places or _places(working)
                yield at, _meant(one, words, _now(working, places, key))


def _unfollowed_since(working: WorkingText) -> _Found:
    """The same of what was written since, and of what notes say."""
    found = working.remembered.astray
    now = State(_now_in(working)) if found else None
    places = _places(working) if found else {}
    for holder, held in found.items():
        note = note_of(holder)
        at = places.get(holder) if note is None else now.targets.citing(note) if now is not None else None
        if now is None or at is None:
            continue
        entry = working.entries[at] if note is None else working.noted.referring.by_id[note]
        who = f"Footnote {working.mark(note)}" if note is not None else "It"
        for number, was in held.of(words_of(entry)).items():
            one = entry.unfollowed[number]
            for words, key in strayed(one, was, now.meant(at, one), working.has):
                yield at, _meant(one, words, _now(working, places, key), who)


def _meant(one: Unfollowed, words: str, now: str, who: str = "It") -> str:
    return (
        f"{who} says {words}; what that meant {now}."
        if one.sure
        else f"If {with_small_letter(who)} means this text by {words}, that {now}."
    )


def _now_in(working: WorkingText) -> Targets:
    return Targets(list(working.entries), working.stretches.copy())


def _where(working: WorkingText, which: Callable[[Stretch], tuple[int, ...]]) -> Iterator[int]:
    """Positions in the text of what stretches know the places of."""
    stretches = working.stretches
    for first, part in zip(stretches.starts, stretches.parts, strict=True):
        yield from (first + offset for offset in which(part))


def _places(working: WorkingText) -> dict[int, int]:
    return {one.key: position for position, one in enumerate(working.entries)}


def _now(working: WorkingText, places: Mapping[int, int], key: int) -> str:
    """What a paragraph is called now."""
    if key == ELSEWHERE:
        return "did not come with it"
    alive = places.get(key)
    return f"is {working.label(alive) or 'a paragraph'} now" if alive is not None else "is gone"


def _suffixes(working: WorkingText) -> _Found:
    """Bis, ter and alt that do not stand behind the paragraph they are the bis of."""
    for at, entry in enumerate(working.entries):
        yield at, ""
        paragraph = entry.paragraph
        number = paragraph.set_label or (paragraph.number if entry.printed else None)
        if number is None or not has_suffix(number):
            continue
        if behind_another(working, at):
            name = working.label(at) or number
            yield at, f"{name} does not stand after {SUFFIX.sub('', name).strip()}."


def _notes(working: WorkingText) -> _Found:
    named = naming_another(working)
    wrong = {-1 - key: words for key, words in named.items() if key < 0} | citing_another(working)
    for at, entry in enumerate(working.entries if named or wrong else ()):
        if words := named.get(entry.key):
            yield at, f"{words}."
        for note in entry.paragraph.footnotes:
            words = wrong.pop(note, "")
            yield at, f"{with_capital(words)}." if words else ""
