"""A comparison as tracked changes on the old draft's own Word file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.circulation.typesetting import USUAL, Typesetting
from models.comparison.change import Change, Comparison, FootnoteChange
from models.draft import Draft, DraftError
from models.draft.labels import labels
from models.draft.unsearched import unsearched
from models.reading.reading import Origin
from models.second_process import keep
from models.word.markup import legal
from models.word.package import Package
from models.word.read import read_word
from models.word.read_back import read_both
from models.word.redlining.both_files import BothFiles
from models.word.redlining.broken_ranges import broken_ranges
from models.word.redlining.check import SOFT, Difference, differences
from models.word.redlining.letters.revision_marks import By
from models.word.redlining.looks.looks import is_numbered
from models.word.redlining.looks.wide_spaces import standing_otherwise
from models.word.redlining.numbers.left_to_lists import left_to_lists
from models.word.redlining.open_base import BaseChanges, OpenBase
from models.word.redlining.paragraphs.attempt import Coarser
from models.word.redlining.planned.table_map import has_tables
from models.word.redlining.signed_by import Signing
from models.word.redlining.things.box_places import in_other_boxes
from models.word.redlining.things.things import NewFile
from models.word.redlining.tree import RedlineTree
from models.word.resolve import text_parts
from models.word.resolving.saved_by_libreoffice import written_by_other
from models.word.seldom import nothing_comes
from models.word.showing import hollow as hollow_in

_ATTEMPTS = 6
_IN_PIECES = ("count", "cell", "box", "hollow")
"""What differs where paragraphs, or what holds them, came apart or together."""
AuthorOf = Callable[[Change | FootnoteChange], str]
DateOf = Callable[[Change | FootnoteChange], str | None]


class NotBesideTracked(DraftError):
    """New changes cannot stand beside the tracked ones a file has; `place` is where, as " at OP4", or ""."""

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__(
            f"The new changes{place} cannot be kept beside the tracked changes that the old file has; accept or reject "
            "those first."
        )


@unsearched()
def write_redline(
    comparison: Comparison,
    *,
    base: bytes | None,
    origins: Sequence[Origin] = (),
    author: str | AuthorOf = "Adref",
    date: str | DateOf | None = None,
    readable_words: bool = True,
    draft_mark: bool = True,
    setting: Typesetting = USUAL,
    base_changes: BaseChanges = "accept",
    counted: bool = False,
    new_file: NewFile | None = None,
    finish: Callable[[Package], object] | None = None,
    made: Callable[[bytes], object] | None = None,
    files: BothFiles | None = None,
) -> bytes:
    """The bytes of a Word file that shows the new draft as tracked changes of the old one.

    `base` is the Word file the old draft was read from and `origins` its paragraphs there; without one, Adref's clean
    file of the old draft takes its place, set as `setting` says. Accepting all changes gives the new text, rejecting
    all gives the old one, paragraph by paragraph, with notes and numbers: the file is read back both ways before it is
    given out, and what cannot be shown finely is shown as replaced. Raises DraftError where even that does not give the
    words of both. `date` is written as given ("2025-11-17T00:00:00Z"), or left out. New paragraphs look like their
    kind in the old file; nothing is taken over from the new draft's own file, least of all its page settings.
    `counted`: what Word's lists number has the number they give it, whatever that of the new draft. `finish`
    changes the package in the end, before its bytes are made and read back; `made` is told them before they are read,
    and others after them where they do not do. `files` are those of both texts where they were looked into for
    this before; they are not asked for where they are not those of these very texts.
    """
    typed_anew = base is None and setting.literal_numbers
    if base is None:
        if not comparison.old.paragraphs:
            raise DraftError("The older text is empty, so there is nothing to track changes on; export the text clean.")
        from models.word.clean import write_clean  # what makes a new file is not needed for one that there is

        base = write_clean(comparison.old, setting, draft_mark=draft_mark)
        origins = read_word(base).origins
    if readable_words:
        comparison = comparison.aligned
        comparison.begin_readable_words()  # which the tree asks for once it is planned
    rejected = read_word(base, "reject").draft if base_changes == "keep" else None
    if files is not None and not files.are_for(comparison.old, comparison.new, base, base_changes, new_file):
        files = None
    asked = _Asked(comparison, rejected, base_changes, _signing(author, date), readable_words, new_file, finish, made)
    best: tuple[tuple[int, int, int], bytes] | None = None
    coarser = Coarser(counted=counted)
    if typed_anew:
        coarser.typed |= {at for at, one in enumerate(comparison.new.paragraphs) if is_numbered(one)}
    for attempt in range(_ATTEMPTS):
        if files is None:
            opened = OpenBase(comparison.old, base, origins, base_changes)
            files = BothFiles(opened, comparison.old, comparison.new, new_file, coarser.typed)
        written, found = asked.written(files, coarser)
        files = None  # the old one is changed
        if not found:
            return written
        if all(one.what in SOFT for one in found):
            wrong = (sum(one.what == "number" for one in found), sum(one.what == "typed" for one in found), len(found))
            best = (wrong, written) if best is None or wrong < best[0] else best
        if not _coarsen(coarser, comparison, found, attempt):
            break
    if best is None and rejected is not None:
        raise NotBesideTracked(_place(comparison, found))
    if best is None:
        raise DraftError(
            f"The changes{_place(comparison, found)} cannot be shown as exact tracked changes on the old file; write "
            "marked text or columns instead, or make these changes in Word."
        )
    return best[1]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What each attempt at a redline is to show, and what is to come of it.

    `rejected` is what the old file reads as where its own changes are kept and all are rejected.
    """

    comparison: Comparison
    rejected: Draft | None
    base_changes: BaseChanges
    by: Signing
    readable_words: bool
    new_file: NewFile | None
    finish: Callable[[Package], object] | None
    made: Callable[[bytes], object] | None

    def written(self, files: BothFiles, coarser: Coarser) -> tuple[bytes, tuple[Difference, ...]]:
        """The bytes of one attempt, written as plainly as it says, and where they do not read as they should."""
        broken, hollow = files.opened.broken, files.opened.hollow
        tree = RedlineTree(self.comparison, files, self.by, self.readable_words, coarser)
        package = tree.write()
        if self.base_changes != "keep":
            written_by_other(package)
        hollow += self._finished(package)
        written = package.to_bytes()
        if self.made is not None:
            self.made(written)
        read_both(written, self.comparison.new, self.rejected or self.comparison.old)  # one on the other core, still
        out_of_place = self._out_of_place(package, broken)
        of_file = self.new_file is not None
        found = differences(self.comparison, written, self.rejected, of_file=of_file, hollow=hollow) + out_of_place
        if self.new_file is not None:
            found += tuple(Difference("new", "box", at) for at in in_other_boxes(written, self.new_file[0]))
        if coarser.counted and any(one.what == "number" for one in found):
            theirs = left_to_lists(written)
            found = tuple(
                one for one in found if (one.side, one.what) != ("new", "number") or one.paragraph not in theirs
            )
        keep((tree, package))
        return written, found

    def _finished(self, package: Package) -> int:
        """Finish the package, and count what that leaves hollow: what it takes away is no change's."""
        if self.finish is None:
            return 0
        with nothing_comes(package.root(package.main)):
            before = hollow_in(package, text_parts(package))
            self.finish(package)
            return max(0, hollow_in(package, text_parts(package)) - before)

    def _out_of_place(self, package: Package, broken: set[tuple[str, str]]) -> tuple[Difference, ...]:
        """What reads as it should and does not stand so: ranges that end nowhere, and spaces that came apart."""
        new, old = self.comparison.new, self.comparison.old
        apart = tuple(Difference("new", "apart", at) for at in standing_otherwise(package, new, old))
        if any(fault not in broken for name in text_parts(package) for fault in broken_ranges(package.root(name))):
            return (Difference("old", "count", 0), *apart)  # as far from the base as words that are not its own
        return apart


def _place(comparison: Comparison, found: Sequence[Difference]) -> str:
    """Where the changes are too much for the old file, as far as that is known."""
    first = next((one for one in found if one.what not in (*SOFT, "count", "hollow")), None)
    if first is None:
        return ""
    draft = comparison.new if first.side == "new" else comparison.old
    return f" at {labels(draft)[first.paragraph] or f'paragraph {first.paragraph + 1}'}"


def _signing(author: str | AuthorOf, date: str | DateOf | None) -> Signing:
    def by(change: Change | FootnoteChange) -> By:
        name = author(change) if callable(author) else author
        return legal(name).strip() or "Adref", date(change) if callable(date) else date

    return by


def _coarsen(coarser: Coarser, comparison: Comparison, found: Sequence[Difference], attempt: int) -> bool:
    """Choose a plainer way for what differs; False where there is none left."""
    if coarser.across and any(one.what in ("count", "hollow") for one in found):
        coarser.across = False
        return True
    before = _size(coarser)
    for one in found:
        if coarser.boxed and one.what in _IN_PIECES:
            coarser.as_text |= coarser.boxed
        elif one.side == "new" and one.what != "kind" and one.paragraph in coarser.boxed:
            coarser.as_text.add(one.paragraph)
    if before != _size(coarser):
        return True
    # What reads otherwise for the sake of a note says nothing of a typed number.
    noted = {one.paragraph for one in found if one.what == "notes" and one.side == "new"}
    wrong = any(one.what == "number" for one in found)
    for one in found:
        left = one.side == "old" or coarser.counted  # what a list prints is right, whatever it is read as
        if one.what == "kind" and (left or not is_numbered(comparison.new.paragraphs[one.paragraph])):
            continue  # how a file of another house is read there follows from its own styles and lines
        if one.what == "notes" and one.side == "new":
            cited = set(comparison.new.paragraphs[one.paragraph].footnotes) - coarser.mentions
            coarser.mentions |= cited
            if cited:
                continue
        if one.what in _IN_PIECES and not coarser.tables and has_tables(comparison.old, comparison.new):
            coarser.tables = True
        elif one.what in _IN_PIECES or attempt >= _ATTEMPTS - 2:
            coarser.everything = coarser.everything or one.what not in SOFT
        elif one.what == "typed" and wrong:
            continue  # it is printed right, as another is not yet
        elif one.what in SOFT:
            _number_otherwise(coarser, one)
        elif one.what == "text" and one.side == "new" and one.paragraph in coarser.typed - noted:
            coarser.typed.discard(one.paragraph)
            coarser.listed.add(one.paragraph)
        else:
            _write_anew(coarser, comparison, one)
    if before == _size(coarser) and any(one.what not in SOFT for one in found):
        if has_tables(comparison.old, comparison.new) and not coarser.tables:
            coarser.tables = True
        else:
            coarser.everything = True
    return before != _size(coarser)


def _number_otherwise(coarser: Coarser, one: Difference) -> None:
    """Choose whether the number of a paragraph of the new text is typed or left to its list."""
    if one.side != "new":
        return
    if one.what != "kind" and one.paragraph in coarser.typed:
        coarser.typed.discard(one.paragraph)  # typed, it reads as another number, or as words
        coarser.listed.add(one.paragraph)
    elif one.paragraph not in coarser.listed:
        coarser.typed.add(one.paragraph)


def _write_anew(coarser: Coarser, comparison: Comparison, one: Difference) -> None:
    """Choose that paragraphs of the old text go whole, and those of the new come whole, where one differs."""
    for change in comparison.changes:
        if one.paragraph not in (change.new if one.side == "new" else change.old):
            continue
        if one.what == "text" and one.side == "new" and coarser.old.issuperset(change.old):
            coarser.listed.add(one.paragraph)  # what reads as text is a number typed before it
        coarser.old.update(change.old)
        coarser.unmoved.update(change.new)


def _size(coarser: Coarser) -> tuple[int, ...]:
    kinds = (coarser.old, coarser.typed, coarser.listed, coarser.mentions, coarser.unmoved, coarser.as_text)
    return (*map(len, kinds), int(coarser.tables), int(coarser.everything))
