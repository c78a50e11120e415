"""What a Word file shows and Adref's own layout of its text does not have: told, as nothing of it is in the draft."""

from __future__ import annotations

from dataclasses import replace

from models.draft.first_letter import with_small_letter
from models.forms.ledger_form import title
from models.reading.reading import LedgerEntry, Reading
from models.telling.figures import figure
from models.word.accepted import accepted
from models.word.archive import says
from models.word.leaving.unseen.hidden import is_separator
from models.word.leaving.unseen.running_heads import heads_that_say
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.read import read_word
from models.word.reading.ledger import ledger
from models.word.writing.lists import typed

_SHOWN = frozenset((
    "bullet", "running-head", "section-break", "page-break", "column-break", "frame",
    "page-background", "picture", "chart", "diagram", "text-box", "shape", "ink", "formula", "content-control",
    "form-field", "number-field", "drawn-field", "automatic-text", "web-link", "link-inside", "embedded-object",
    "form-control", "linked-picture", "embedded-document", "sub-document", "ruby",
))  # fmt: skip
_OUR_HEADS = b'"AdrefRunningHead"'  # a file that Adref laid out has its heads
_NAMED = 3  # forms of numbers
_WORDS, _LONGEST = 12, 16  # letters of a paragraph that are looked for, and of a number before it
_OF_LETTERS = frozenset(("colour", "strike", "raised-or-lowered", "text-effects"))  # no count says anything of them


def not_in_own_layout(*files: bytes, bullets: bool = False) -> str | None:
    """A line on what some Word files show that Adref's own layout of their text has not; None where it has everything.

    Tables are there, cells merged across too, text boxes and formulas as their words, and `bullets` where they are; of
    several files the one counts that has most of a thing. Errors: CannotRead.
    """
    found: dict[str, LedgerEntry] = {}
    down = joined = 0
    forms: list[str] = []
    for data in dict.fromkeys(files):
        reading, ours = read_word(data), says(data, _OUR_HEADS)
        forms += typed_otherwise(reading, data)
        joined = max(joined, _on_one_line(data))
        for entry in ledger(reading):
            if entry.code == "running-head":
                entry = replace(entry, count=0 if ours else heads_that_say(accepted(data)))
            if entry.code == "merged-cell":
                down = max(down, _merged_down(data))
            elif entry.count and not (bullets and entry.code == "bullet"):
                found[entry.code] = max(entry, found.get(entry.code, entry), key=lambda one: one.count)
    told = [said for entry in found.values() if (said := _said(entry))]
    if down:
        told.append(
            "a cell merged with the one above" if down == 1 else f"{figure(down)} cells merged with those above"
        )
    if joined:
        told.append(
            "a paragraph in the line of the one before"
            if joined == 1
            else f"{figure(joined)} paragraphs in the line of the one before"
        )
    if forms:
        told.append(f"numbers typed {', '.join(f'“{one}”' for one in list(dict.fromkeys(forms))[:_NAMED])}")
    return f"What the Word file shows and Adref’s own layout has not: {', '.join(told)}" if told else None


def typed_otherwise(reading: Reading, data: bytes) -> list[str]:
    """The numbers of a file that are letters and have another form than Adref types: "26 –" where that is "26."."""
    package = accepted(data)
    every = list(package.root(package.main).iter(w("p")))
    found: list[str] = []
    for paragraph, origin in zip(reading.draft.paragraphs, reading.origins, strict=False):
        if paragraph.number is None or not paragraph.text.strip():
            continue
        before, there, _ = letters_in(every[origin.element]).partition(paragraph.text[:_WORDS].strip())
        bare = "".join(before.split())
        ways = (typed(paragraph.number, right_to_left=turned) for turned in (False, True))
        known = ["".join(one.split()) for one in ("", paragraph.number, *ways)]
        if there and bare not in known and len(bare) <= _LONGEST:
            found.append(" ".join(before.split()))
    return found


def _merged_down(data: bytes) -> int:
    """How many cells of a file go on from the row above, or from the cell before as old files have it."""
    package = accepted(data)
    root = package.root(package.main)
    return sum(one.get(w("val")) != "restart" for one in root.iter(w("vMerge"), w("hMerge")))


def _on_one_line(data: bytes) -> int:
    """How many paragraphs of a file the next one goes on in the line of, as behind a heading."""
    if not says(data, b"specVanish"):
        return 0
    package = accepted(data)
    return sum(map(is_separator, package.root(package.main).iter(w("specVanish"))))


def _said(entry: LedgerEntry) -> str:
    if entry.code in _OF_LETTERS:
        return with_small_letter(title(entry))
    if entry.code not in _SHOWN:
        return ""
    said = with_small_letter(title(entry))
    return said if entry.count == 1 else f"{figure(entry.count)} {said}"
