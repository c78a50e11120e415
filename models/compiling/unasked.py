"""Changes of a compiled file that nobody asks for: looked for in the file as it is, whoever wrote it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from models.circulation.certificate import NotVerified, Verified
from models.draft import Draft, labels
from models.proposals.proposal import Edit, Proposal
from models.word.markup import legal
from models.word.woven import Woven, WovenNote, read_woven

_ONE_AT_A_TIME = " Write the proposals of one delegation at a time."


def verify_unasked(data: bytes, draft: Draft, wishes: Mapping[str, Sequence[Proposal]]) -> Verified:
    """That nothing is changed in a file where no wish stands. Raises NotVerified where something is."""
    for place in unasked(data, draft, wishes):
        raise NotVerified(
            f"The file that was made changes {place}, where nobody asks for a change; nothing was written."
            f"{_ONE_AT_A_TIME if len(wishes) > 1 else ''}"
        )
    return Verified("Where nobody asks for a change: none")


def verify_taken(taken: Draft, wanted: Draft, names: Collection[str] = (), apart: Collection[str] = ()) -> None:
    """That a file, all accepted, has the words of the draft with all proposals. Raises NotVerified where it has others.

    Where paragraphs end is chosen in the file, by what each delegation asks for; `names` are the delegations, `apart`
    numbers that are words or not, by where these ends are.
    """
    if letters_of(taken, apart) != letters_of(wanted, apart):
        raise NotVerified(
            "The file that was made, all changes accepted, has other words than all proposals together give; nothing "
            f"was written.{_ONE_AT_A_TIME if len(names) > 1 else ''}"
        )


def letters_of(draft: Draft, apart: Collection[str] = ()) -> tuple[str, list[str]]:
    """The words of a text, wherever its paragraphs end and with what space, and those of its notes; some `apart`."""
    words = "".join("".join(legal(one.text).split()) for one in draft.paragraphs)
    for one in sorted(apart):
        words = words.replace(one, "")
    return words, sorted("".join(legal(note.text).split()) for note in draft.footnotes)


def unasked(data: bytes, draft: Draft, wishes: Mapping[str, Sequence[Proposal]]) -> Iterator[str]:
    """What is changed in a file of wishes on a draft where no wish stands.

    Each paragraph whose words nobody touches has to stand there with its words, and none of these may come or go; the
    order is that of the draft. So it is with notes. Typed numbers are counted anew, and the end of a paragraph goes
    with what stands beside it: neither is looked at.
    """
    woven = read_woven(data)
    own = [one for wish in wishes.values() for one in wish]
    yield from _in_text(woven, draft, own)
    yield from _in_notes(woven, draft, own)


def _in_text(woven: Woven, draft: Draft, own: Sequence[Proposal]) -> Iterator[str]:
    touched = set(_touched(own))
    places, at = labels(draft), 0
    for number, paragraph in enumerate(draft.paragraphs):
        words = legal(paragraph.text).strip()
        if number in touched or not words:
            continue
        found = next((n for n in range(at, len(woven.paragraphs)) if _stands(woven, n, words)), None)
        if found is None:
            yield places[number] or f"paragraph {number + 1}"
        else:
            at = found + 1


def _stands(woven: Woven, at: int, words: str) -> bool:
    """Whether a paragraph of a file ends with these words, none of which comes or goes."""
    one = woven.paragraphs[at]
    text = one.paragraph.text.rstrip()
    if not text.endswith(words) or any(woven.changes[n].adds is not None for n in one.whole):
        return False
    first = len(text) - len(words)
    return not any(woven.changes[span.change].adds is not None and span.end > first for span in one.spans)


def _in_notes(woven: Woven, draft: Draft, own: Sequence[Proposal]) -> Iterator[str]:
    gone = {note for one in own for edit in one.edits for note in edit.gone_notes}
    touched = gone | {one.place.note for one in own}
    cited = set(_cited(own))
    there = [(one.note.text.strip(), _adds(woven, one)) for one in woven.notes.values()]
    unchanged = [words for words, adds in there if not adds]
    # A note that is cited further up stands there from then on, and where it stood it is cited.
    coming = [words for words, adds in there if adds == {True}]
    for paragraph in draft.paragraphs:
        for note in paragraph.footnotes:
            words = legal(draft.note[note].text).strip() if note in draft.note else ""
            if note in touched or words in unchanged or not words or ((note, words) in cited and words in coming):
                continue
            yield f"the note “{words[:40]}”"


def _adds(woven: Woven, note: WovenNote) -> set[bool]:
    """Whether words of a note come, or go, by its changes."""
    return {adds for span in note.spans if (adds := woven.changes[span.change].adds) is not None}


def _cited(own: Iterable[Proposal]) -> Iterator[tuple[int, str]]:
    """The notes that proposals cite where they bring words, and what these say."""
    for one in own:
        says = {note.id: legal(note.text).strip() for note in one.footnotes}
        cited = {note for edit in one.edits for paragraph in edit.come for note in paragraph.footnotes}
        yield from ((note, says[note]) for note in cited if note in says)


def _touched(own: Iterable[Proposal]) -> Iterator[int]:
    """The paragraphs whose words proposals change, or which they move."""
    for one in own:
        for edit in one.edits if one.place.note is None else ():
            yield from range(edit.start.paragraph, _last(edit) + 1)


def _last(edit: Edit) -> int:
    """The last paragraph an edit has to do with: not the one before which whole paragraphs come or go.

    One that is joined to words may be written anew, where its own section or control holds it.
    """
    last = edit.end.paragraph
    words = bool(edit.come and edit.come[-1].runs) or edit.look is not None or edit.becomes is not None
    words = words or (edit.start.offset > 0 and edit.ends_gone > 0)
    return last if words or edit.end.offset or not (edit.ends_come or edit.ends_gone or edit.come) else last - 1
