"""A Word file read back before it leaves: it says the two texts and no more, or there is no certificate for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial

from lxml import etree

from models.circulation.certificate import NotVerified, ReadBack, Verified
from models.draft import Draft
from models.draft.labels import labels
from models.draft.unsearched import unsearched
from models.draft.word_counts import count_words
from models.second_process import keep
from models.word.leaving.looked_for.both_ways import hidden_both_ways, letters_of_base, tracked_roots
from models.word.leaving.looked_for.found import LOOKED_FOR, Allowed, Found, part_title
from models.word.leaving.looked_for.lost_bullets import lost_bullets
from models.word.leaving.looked_for.search import NO_DATE, TRACKED, searched
from models.word.leaving.looked_for.told import authors_of, tells_more, told_beside, told_hidden, told_makers
from models.word.leaving.parts.makers import names_in, secrets
from models.word.leaving.unseen.running_heads import running_heads
from models.word.markup import legal
from models.word.namespaces import w
from models.word.package import Package
from models.word.read_back import let_go, read_both, read_plain
from models.word.redlining.check import SOFT, Difference, side_differences
from models.word.redlining.looks.head_symbol import changed_symbol, running_parts
from models.word.redlining.looks.wide_spaces import standing_otherwise
from models.word.redlining.things.box_places import in_other_boxes
from models.word.seldom import nothing_comes
from models.word.writing.written_notes import without_mark

_DIFFERS = {
    "count": "it has another number of paragraphs",
    "text": "{} reads otherwise",
    "cell": "{} stands in another cell, or in one where it stood in none",
    "apart": "of the two facts of {} the second stands elsewhere than in the masthead of the new text",
    "box": "{} stands in another text box, or in one or none against the new file",
    "notes": "the notes of {} are others",
    "number": "the number of {} is another",
    "kind": "{} is read as another kind of paragraph",
}


@unsearched()
def verify_word(
    data: bytes,
    new: Draft,
    old: Draft | None,
    allowed: Allowed | None,
    names: tuple[str, str] = ("", ""),
    *,
    kept: bool = False,
    new_file: bytes | None = None,
    searching: Callable[[], ReadBack] | None = None,
) -> ReadBack:
    """Read a Word file back and search it; `old` is the base of its tracked changes, None where it shows one text.

    `allowed` is None for a file that may say everything of its makers; `names` are those of the new text and the base.
    `new_file` is the new text's own Word file, if it has one: its bullets are looked for too, which no text has.
    `kept`: tracked changes of others stay in it, and with them words that somebody struck in what another inserted.
    `searching` waits for what `search_tracked` gives of these very bytes, where that was begun before.
    Raises NotVerified, in one sentence, where the file differs from the texts or says more than it may.
    """
    if old is None:
        lines = [_verified_side("new", new, read_plain(data), data, names[0], tracked=False)]
    else:
        both = read_both(data, new, old)
        let_go()
        tracked = None if kept else _tracked_heads(data, new, old)
        lines = [
            _verified_side("new", new, both.accepted, data, names[0], tracked=True, new_file=new_file),
            _verified_side("old", old, both.rejected, data, names[1], tracked=True),
        ]
        lines += [tracked] if tracked is not None else []
    search = searching or partial(search_tracked, data, new, old, allowed, kept=kept)
    return replace(search(), lines=tuple(lines))


@unsearched()
def search_tracked(data: bytes, new: Draft, old: Draft | None, allowed: Allowed | None, *, kept: bool) -> ReadBack:
    """Search a Word file as `verify_word` does, which reads it back too. Raises NotVerified where it says too much."""
    with ExitStack() as unchanged:
        found, package = _opened(data, allowed, unchanged)
        keep(package)
        if old is not None and not kept and (at := next(standing_otherwise(package, new, old), None)) is not None:
            raise NotVerified(_differs(Difference("new", "apart", at), new, "accepted", ""))
        if allowed is not None:
            _refuse_unsigned(package, allowed)
        if not kept:
            _refuse_hidden(tracked_roots(package), old)
        same = old is not None and [one.text for one in old.paragraphs] == [one.text for one in new.paragraphs]
        gone = [one for root in tracked_roots(package) for one in root.iter(w("del"))] if same else []
        struck = sum(count_words("".join(_letters(one))) for one in gone)
        return replace(_absent(data, package, found, allowed), struck=struck)


def _opened(data: bytes, allowed: Allowed | None, unchanged: ExitStack) -> tuple[Sequence[Found], Package]:
    """What a file says that it must not, and the file as it was opened, which nobody changes until that is closed."""
    if allowed is not None:
        return searched(data, allowed, unchanged)
    package = Package(data, of_text=False)
    unchanged.enter_context(nothing_comes(package.root(package.main)))
    return (), package


def _refuse_unsigned(package: Package, allowed: Allowed) -> None:
    """Every tracked change carries one of the names and moments it may, or no moment where there are none."""
    dates = allowed.dates or (None, NO_DATE)
    for root in (*tracked_roots(package), *map(package.root, running_parts(package))):
        for change in root.iter(*TRACKED):
            if change.get(w("author")) not in allowed.authors or change.get(w("date")) not in dates:
                raise NotVerified(
                    "A tracked change in the file that was made does not carry the name and date of the others; "
                    "nothing was written. Choose another form."
                )


def search_word(data: bytes, allowed: Allowed | None) -> ReadBack:
    """Search a Word file that shows both texts in fixed letters: nothing is tracked, so nothing is read back."""
    with ExitStack() as unchanged:
        found, package = _opened(data, allowed, unchanged)
        return _absent(data, package, found, allowed)


def _absent(data: bytes, package: Package, found: Sequence[Found], allowed: Allowed | None) -> ReadBack:
    if found:
        raise NotVerified(_told(found))
    secret = allowed.secret if allowed is not None else frozenset[str]()
    absent = tuple(LOOKED_FOR.values()) if allowed is not None else ()
    told = told_beside(package, secret)
    if allowed is None:
        told += (*told_hidden(data, package), *told_makers(package, secrets(names_in(data))))
    return ReadBack(
        lines=(),
        parts=len(package.names),
        absent=absent,
        heads=running_heads(package),
        told=told,
        authors=tuple(allowed.authors) if allowed is not None else authors_of(package),
        tells_more=tells_more(told),
    )


def _tracked_heads(data: bytes, new: Draft, old: Draft) -> Verified | None:
    """That heads and feet track the symbol alone, deleted as in the base and inserted as in the new text."""
    package = Package(data, of_text=False)
    roots = [package.root(name) for name in running_parts(package)]
    heads = [root for root in roots if next(root.iter(*TRACKED), None) is not None]
    if not heads:
        return None
    symbols = changed_symbol(old, new)
    for root in heads:
        changes = list(root.iter(*TRACKED))
        pairs = zip(changes[::2], changes[1::2], strict=len(changes) % 2 == 0) if symbols is not None else ()
        said = [("".join(_letters(one)), "".join(_letters(other))) for one, other in pairs]
        if symbols is None or len(changes) % 2 or any(one != symbols for one in said):
            raise NotVerified(
                "The heads or feet of the pages hold tracked changes that are not of the symbol; nothing was written. "
                "Accept or reject them in the base first."
            )
    return Verified("Heads and feet of the pages", "the symbol alone is tracked, in both ways that of its text")


def _letters(change: etree._Element) -> list[str]:
    tag = w("delText") if change.tag == w("del") else w("t")
    return [one.text or "" for one in change.iter(tag)]


def _verified_side(
    side: str, wanted: Draft, read: Draft, data: bytes, name: str, *, tracked: bool, new_file: bytes | None = None
) -> Verified:
    found = list(side_differences(side, wanted, read, data, of_file=new_file is not None))
    hard = [one for one in found if one.what not in SOFT]
    if new_file is not None and not hard:
        hard = [Difference(side, "box", at) for at in in_other_boxes(data, new_file)]
    doing = ("accepted" if side == "new" else "rejected") if tracked else ""
    if hard:
        raise NotVerified(_differs(hard[0], wanted, doing, name))
    what = f"All changes {doing}: {name or 'the text'}" if doing else f"The text: {name or 'as it reads now'}"
    detail, told = _counted(len(wanted.paragraphs), "paragraph"), ""
    if more := len(read.paragraphs) - len(wanted.paragraphs):  # those that Word keeps whatever happens
        lines = _counted(more, "empty line")
        detail += f" and {lines} more"
        lines = lines if more > 1 else "an empty line"
        told = f"With all changes {doing}, {lines} will be left that {name or 'the text'} has not" if doing else ""
    detail += f", {_counted(len(read.footnotes), 'note')}"
    if more := len(without_mark(wanted)):
        detail += f", without {_counted(more, 'note')} that no mark points to"
    if found:
        detail += f", {_counted(len(found), 'number or level', 'numbers or levels')} read otherwise"
    if new_file is not None and (lost := lost_bullets(data, new_file)):
        detail += f", {_counted(lost, 'bullet')} of the new file not shown or at another level"
    return Verified(what, detail, told)


def _differs(one: Difference, wanted: Draft, doing: str, name: str) -> str:
    known = labels(wanted)
    place = (known[one.paragraph] if one.paragraph < len(known) else None) or f"paragraph {one.paragraph + 1}"
    reading = f"with all changes {doing} " if doing else ""
    return (
        f"The file that was made is not {name or 'the text'}: {reading}{_DIFFERS[one.what].format(place)}. "
        "Nothing was written; choose another form."
    )


def _refuse_hidden(roots: Sequence[etree._Element], old: Draft | None) -> None:
    """What is struck within something new must be words of the base, which whoever gets the file has anyway."""
    texts = [paragraph.text for paragraph in old.paragraphs] if old is not None else []
    texts += [note.text for note in old.footnotes] if old is not None else []
    known = "\n".join(legal(text) for text in texts)
    unknown = [piece.strip() for piece in hidden_both_ways(roots) if piece.strip() not in known]
    shown = letters_of_base(roots) if unknown and old is not None else ""  # with its typed numbers
    if any(piece not in shown for piece in unknown):
        raise NotVerified(
            "The file that was made holds deleted words that are in neither text; nothing was written. "
            "Choose another form."
        )


def _told(found: Sequence[Found]) -> str:
    first = found[0]
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return (
        f"The file would have told more than it may: {LOOKED_FOR[first.what]}, in {part_title(first.part)} "
        f"({first.detail}){more}. Nothing was written; take it out in Word first, or choose a profile that keeps it."
    )


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
