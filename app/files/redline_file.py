"""What changed as tracked changes on the old text's own Word file; verified before it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app.files.terms import certified
from app.files.two_sides import Ground, Manner, Names
from models.circulation.certificate import Certificate, ReadBack, Verified
from models.second_process import beside
from models.word.package import Package

if TYPE_CHECKING:
    from models.comparison.change import Comparison
    from models.word.redlining.open_base import BaseChanges

_TAKEN = {"accept": "accepted", "reject": "rejected", "keep": "kept, with their authors"}


def redline(
    file: str, comparison: Comparison, names: Names, ground: Ground, manner: Manner
) -> tuple[bytes, Certificate]:
    """The bytes of what changed as tracked changes on the old text's own file, and what was verified of them."""
    from models.circulation.outgoing import said
    from models.word.leaving.looked_for.told import is_protected
    from models.word.leaving.unseen.running_heads import told_heads
    from models.word.leaving.verify import search_tracked, verify_word

    terms = manner.terms
    had_changes = terms.has_changes(ground.original or ground.package, names.old, ground.tracked)
    old, kept = comparison.old, had_changes and terms.base_changes == "keep"
    had = 0
    if kept:
        from models.word.read import read_word

        ground = replace(ground, package=ground.original or ground.package)
        base = read_word(ground.package or b"", "reject")
        old, had = base.draft, len(base.revisions)
    taken: BaseChanges = "keep" if kept else "reject" if ground.taken == "reject" else "accept"
    allowed = terms.allowed(ground.original or ground.package, "", tracked=True, new_file=ground.new_file)
    own = ground.new_file[0] if ground.new_file is not None else None
    begun: dict[bytes, Callable[[], ReadBack]] = {}

    def begin(made: bytes) -> None:
        """Search the file on the other core, while this one reads it back."""
        search = partial(search_tracked, made, comparison.new, old, allowed, kept=kept)
        begun[made] = beside(search, len(made))

    secret = allowed.secret if allowed is not None else frozenset[str]()
    data = _tracked(comparison, ground, manner, taken, secret, begin)
    # What is told of the file is worked out before the search is waited for, which takes longer.
    stays, _ = _left_out(data, own, ground.package), comparison.summary
    named = names.new, names.old
    back = verify_word(data, comparison.new, old, allowed, named, kept=kept, new_file=own, searching=begun[data])
    lines = (*back.lines, *_verified_beside(comparison, back, _TAKEN[taken] if had_changes else ""))
    if allowed is not None and ground.package is not None and is_protected(Package(ground.package, of_text=False)):
        lines = (*lines, Verified("The protection of the base is taken off: its changes can be accepted and rejected"))
    heads = told_heads(back.heads, of_base=ground.package is not None)
    if kept:
        heads = [f"{said(len(read_word(data).revisions), 'tracked change')} in all, {had} of the base", *heads]
    terms, back = terms.without_embedded(ground.package).without(*stays), replace(back, lines=lines)
    return data, certified(data, file, terms, back, (comparison.new, old), names.old, comparison, heads=heads)


def _verified_beside(comparison: Comparison, back: ReadBack, taken: str) -> Iterator[Verified]:
    """What is said beside what was read back; `taken` is what became of the changes that the base had, "" of none."""
    from models.circulation.outgoing import said
    from models.telling.quiet_notes import anything_differs

    if taken:
        yield Verified(f"Tracked changes the base had already are {taken}")
    if back.struck and not anything_differs(comparison):
        yield Verified(f"No word differs: what is struck ({said(back.struck, 'word')}) comes elsewhere again")


def _left_out(written: bytes, new: bytes | None, base: bytes | None) -> tuple[str, ...]:
    """Lines on what a redline has not of the base and of the new text's own file."""
    from models.word.leaving.parts.parts import embedded_left_out
    from models.word.left_out import layout_left_out
    from models.word.links import links_left_out, links_taken_off

    off = links_taken_off(written, base) if base is not None else None
    if new is None:
        return (off,) if off is not None else ()
    theirs, *others = (Package(one, of_text=False) for one in (new, written, base) if one is not None)
    embedded = embedded_left_out(theirs, *others)
    lines = (off, links_left_out(written, new, base), *embedded, *layout_left_out(written, new, base))
    return tuple(line for line in lines if line is not None)


def _tracked(
    comparison: Comparison,
    ground: Ground,
    manner: Manner,
    base_changes: BaseChanges,
    secret: frozenset[str],
    made: Callable[[bytes], object],
) -> bytes:
    from models.word.leaving.scrub import scrub
    from models.word.redline import write_redline

    terms = manner.terms
    finish: Callable[[Package], object] = partial(scrub, secret=secret, goes_back=terms.profile.goes_back)
    if terms.profile.traces:
        from models.word.leaving.own_copy import keep_back
        from models.word.private_note import add_note

        def finish(package: Package) -> None:
            keep_back(package, terms.profile)
            add_note(package, terms.note, terms.signed)

    return write_redline(
        comparison,
        base=ground.package,
        origins=ground.origins,
        author=terms.signed,
        date=terms.dated,
        readable_words=not manner.plain_words,
        draft_mark=terms.marked,
        setting=terms.set_as,
        base_changes=base_changes,
        new_file=ground.new_file,
        finish=finish,
        made=made,
        files=ground.files,
    )
