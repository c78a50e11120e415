"""Two files read and compared, beside one another where they are long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.files.text_file import read_text_file
from models.second_process import LEAST, beside_and_on, beside_in_turn

if TYPE_CHECKING:
    from models.comparison.change import Change, Comparison, FootnoteChange
    from models.comparison.compare import Comparing
    from models.comparison.words.features import Profile
    from models.forms.json_form import BothWarnings
    from models.reading.reading import Reading, ReadingWarning
    from models.word.leaving.looked_for.laid_open import Unseen
    from models.word.reading.recognised import Recognised
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
    old: Path, new: Path, base_changes: str, *, leaves: bool, tracks: bool, plain_words: bool = False
) -> tuple[TwoFiles, Unseen, BothFiles | None]:
    """Both files read and compared; if a file `leaves`, what nobody sees in them; if it `tracks`, what it asks for.

    `plain_words` are to be shown in it.

    What waits for no other thing comes before that is waited for: the new file is read, and then the two compared, on
    the other core.
    """

    way: Choice = "reject" if base_changes == "reject" else "accept"
    early = tracks and not plain_words  # a redline is begun before the plain words are known
    if early and _is_short(old) and _is_short(new):
        before, after, compared = _both_beside(old, new, way)
    else:
        before, after, compared = _one_by_one(old, new, way, early=early)
    from models.word.leaving.looked_for.laid_open import Unseen, unseen_in

    # Whoever opens the old file to write on it keeps it, so that others look into it before.
    unseen = unseen_in((before.package, after.package)) if leaves else Unseen()
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


Compared = Callable[[], "Comparison"]


def _is_short(file: Path) -> bool:
    """Whether a Word file is read as soon as what makes a redline of it is imported."""
    return file.suffix.lower() == ".docx" and file.is_file() and file.stat().st_size < LEAST


def _both_beside(old: Path, new: Path, way: Choice) -> tuple[Reading, Reading, Compared]:
    """Two short files read and compared on the other core, while this one imports what a redline needs of them."""

    @cache
    def read() -> tuple[Reading, Reading]:
        return read_text_file(old, way), read_text_file(new)

    @cache
    def steps() -> list[Callable[[], Any]]:
        return _steps(*read(), {})

    def step(number: int) -> Any:
        return steps()[number]()

    def learnt() -> tuple[Reading, Reading, tuple[Recognised, ...]]:
        from models.word.reading.recognised import last

        return *read(), last()

    works: list[Callable[[], Any]] = [learnt, *(partial(step, number) for number in range(3))]
    readings, aligned, shown, rest = beside_in_turn(works, LEAST)
    _import_for_redline()
    before, after, recognised = readings()
    from models.word.reading.recognised import learn

    learn(recognised)
    return before, after, _under_way(before, after, aligned, shown, rest)


def _one_by_one(old: Path, new: Path, way: Choice, *, early: bool) -> tuple[Reading, Reading, Compared]:
    """The old file read here, a long new one on the other core; then both compared."""
    read_new, learn_new = _reading(new)
    before = read_text_file(old, way)
    known = _known(before)
    after = read_new()
    compared = _comparing(before, after, known, early=early)
    learn_new()
    return before, after, compared


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


def _comparing(before: Reading, after: Reading, known: dict[str, Profile], *, early: bool) -> Compared:
    """What compares two texts, and their words to be shown: those of files beside what else there is to do.

    `known` is what matching sees of the old one; `early`: a redline of them is begun once it is known what became of
    each paragraph, and all else that is told of it is worked out while it is written.
    """
    size = min(len(one.package or b"") for one in (before, after))
    if size and early:  # as much as that is imported to compare, which a redline does not need
        return _under_way(before, after, *beside_in_turn(_steps(before, after, known), max(size, LEAST)))
    from models.comparison.change import Comparison, GoingOver, reworded

    @cache
    def found() -> Comparison:
        from models.comparison.compare import Comparing

        return Comparing(before.draft, after.draft, known=known).whole()

    def parts() -> tuple[Sequence[Change], tuple[FootnoteChange, ...], bool]:
        return GoingOver(found().changes), found().footnotes, found().bounded

    waited, words = beside_and_on(parts, lambda _: reworded(found().changes), size)

    def wait() -> Comparison:
        changes, notes, bounded = waited()
        comparison = Comparison(before.draft, after.draft, tuple(changes), notes, bounded)
        comparison.begin_readable_words(words)
        return comparison

    return wait


def _steps(before: Reading, after: Reading, known: dict[str, Profile]) -> list[Callable[[], Any]]:
    """What finds, one after the other, what became of each paragraph, the words to be shown, and all else."""

    @cache
    def comparing() -> Comparing:
        from models.comparison.compare import Comparing

        return Comparing(before.draft, after.draft, known=known)

    return [lambda: comparing().aligned(), lambda: comparing().readable(), lambda: comparing().rest()]


def _under_way(
    before: Reading, after: Reading, aligned: Callable[[], Any], shown: Callable[[], Any], rest: Callable[[], Any]
) -> Compared:
    """What waits for a comparison of which no more is known than what became of each paragraph."""
    from models.comparison.aligned import UnderWay

    return lambda: UnderWay.begun(aligned().comparison(before.draft, after.draft), shown, rest)


def _import_for_redline() -> None:
    """Import what a redline needs, before it is needed."""
    import app.files.as_shown  # noqa: F401
    import models.circulation.outgoing
    import models.telling.quiet_notes
    import models.word.leaving.scrub
    import models.word.leaving.shown_alone
    import models.word.leaving.verify
    import models.word.left_out
    import models.word.redline  # noqa: F401


def _both_files(before: Reading, after: Reading, base_changes: str) -> BothFiles | None:
    """Both files as a redline asks for them; None where the old text has none, or its changes are to stay."""
    _import_for_redline()
    if before.package is None or base_changes == "keep":
        return None
    from models.word.redlining.both_files import BothFiles
    from models.word.redlining.open_base import OpenBase

    opened = OpenBase(before.draft, before.package, before.origins, "reject" if base_changes == "reject" else "accept")
    new_file = (after.package, after.origins) if after.package is not None else None
    files = BothFiles(opened, before.draft, after.draft, new_file)
    files.look_closely()
    return files
