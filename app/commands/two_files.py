"""Two files read and compared, beside one another where they are long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.text_file import read_text_file
from models.second_process import LEAST, beside_and_on, beside_in_turn

if TYPE_CHECKING:
    from models.comparison.change import Change, Comparison, FootnoteChange
    from models.comparison.compare import Comparing
    from models.comparison.words.features import Profile
    from models.forms.json_form import BothWarnings
    from models.reading.reading import Reading, ReadingWarning
    from models.word.leaving.looked_for.laid_open import Unseen
    from models.word.redlining.both_files import BothFiles
    from models.word.resolve import Choice

_LONG = 300_000
"""Bytes of an old file that is looked at while the new one is read: to import what compares takes as long as is waited
for a new one that long, and for a shorter one is done beside what a redline needs."""


@dataclass(frozen=True)
class TwoFiles:
    """Two files and what differs: their words, and `things` beside them; where `links` lead is told, not compared."""

    files: tuple[Path, Path]
    before: Reading
    after: Reading
    comparison: Comparison
    links: tuple[ReadingWarning, ...]
    things: tuple[ReadingWarning, ...]

    @cached_property
    def differs(self) -> bool:
        """Whether anything differs that is compared: words, or what a number or note says with them."""
        from models.telling.quiet_notes import anything_differs

        return anything_differs(self.comparison)

    @property
    def warnings(self) -> BothWarnings:
        """What was not sure in the old file and in the new, and what differs beside the words."""
        return self.before.warnings, (*self.after.warnings, *self.links, *self.things)


def read_and_compare(
    old: Path, new: Path, base_changes: str, *, leaves: bool, tracks: bool
) -> tuple[TwoFiles, Unseen, BothFiles | None]:
    """Both files read and compared; if a file `leaves`, what nobody sees in them; if it `tracks`, what it asks for.

    What waits for no other thing comes before that is waited for: the new file is read, and then the two compared, on
    the other core.
    """
    from models.word.leaving.looked_for.laid_open import Unseen, unseen_in

    way: Choice = "reject" if base_changes == "reject" else "accept"
    read_new, learn_new = _reading(new)
    before = read_text_file(old, way)
    known = _known(before)
    after = read_new()
    compared = _comparing(before, after, known, tracks=tracks)
    learn_new()
    # Whoever opens the old file to write on it keeps it, so that others look into it before.
    unseen = unseen_in([before.package]) | unseen_in([after.package]) if leaves else Unseen()
    files = _both_files(before, after, base_changes) if tracks else None
    from models.word.links import warnings_of_links

    links = warnings_of_links(before.package, after.package)
    things: tuple[ReadingWarning, ...] = ()
    in_word = before.package is not None and after.package is not None
    if in_word:
        from models.word.unlike_things import warnings_of_things

        things = warnings_of_things(before.package, after.package, way)
    found = TwoFiles((old, new), before, after, compared(), links, things)
    if in_word and not found.differs:
        from models.word.unlike_places import warnings_of_places

        places = warnings_of_places(found.comparison, before.package, after.package)
        found = replace(found, things=(*things, *places))
    return found, unseen, files


def _reading(new: Path) -> tuple[Callable[[], Reading], Callable[[], None]]:
    """What reads the new file, a long Word file beside the old one; and what keeps the structure found in it, which
    nobody asks for before a file with that text is read back.
    """
    read = partial(read_text_file, new)
    if new.suffix.lower() != ".docx" or not new.is_file():
        return read, lambda: None
    import models.word.read  # noqa: F401  # before there are two processes, which both need it
    from models.word.reading.recognised import last, learn

    there, recognised = beside_and_on(read, lambda _: last(), new.stat().st_size)
    return there, lambda: learn(recognised())


def _known(before: Reading) -> dict[str, Profile]:
    """What matching sees of a long old text, found while the new file is read; of another nothing yet."""
    if len(before.package or b"") < _LONG:
        return {}
    from models.comparison.compare import known_of

    return known_of(before.draft)


def _comparing(before: Reading, after: Reading, known: dict[str, Profile], *, tracks: bool) -> Callable[[], Comparison]:
    """What compares two texts, and their words to be shown: those of files beside what else there is to do.

    `known` is what matching sees of the old one; `tracks` as in `read_and_compare`. A redline is begun once it is known
    what became of each paragraph: all else that is told of it is worked out while it is written.
    """
    from models.comparison.aligned import UnderWay
    from models.comparison.change import Comparison, GoingOver, reworded

    @cache
    def comparing() -> Comparing:
        from models.comparison.compare import Comparing

        return Comparing(before.draft, after.draft, known=known)

    size = min(len(one.package or b"") for one in (before, after))
    if size and tracks:  # as much as that is imported to compare, which a redline does not need
        there, shown, rest = beside_in_turn(
            lambda: comparing().aligned(),
            lambda: comparing().readable(),
            lambda: comparing().rest(),
            max(size, LEAST),
        )
        return lambda: UnderWay.begun(there().comparison(before.draft, after.draft), shown, rest)

    @cache
    def found() -> Comparison:
        return comparing().whole()

    def parts() -> tuple[Sequence[Change], tuple[FootnoteChange, ...], bool]:
        return GoingOver(found().changes), found().footnotes, found().bounded

    waited, words = beside_and_on(parts, lambda _: reworded(found().changes), size)

    def wait() -> Comparison:
        changes, notes, bounded = waited()
        comparison = Comparison(before.draft, after.draft, tuple(changes), notes, bounded)
        comparison.begin_readable_words(words)
        return comparison

    return wait


def _both_files(before: Reading, after: Reading, base_changes: str) -> BothFiles | None:
    """Both files as a redline asks for them; None where the old text has none, or its changes are to stay."""
    import app.commands.as_shown  # noqa: F401
    import models.circulation.outgoing
    import models.telling.quiet_notes
    import models.word.leaving.scrub
    import models.word.leaving.shown_alone
    import models.word.leaving.verify
    import models.word.left_out
    import models.word.redline  # noqa: F401  # which a redline needs later

    if before.package is None or base_changes == "keep":
        return None
    from models.word.redlining.both_files import BothFiles
    from models.word.redlining.open_base import OpenBase

    opened = OpenBase(before.draft, before.package, before.origins, "reject" if base_changes == "reject" else "accept")
    new_file = (after.package, after.origins) if after.package is not None else None
    files = BothFiles(opened, before.draft, after.draft, new_file)
    files.look_closely()
    return files
