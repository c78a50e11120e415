"""What is exported as a file, as chosen in the dialog, in the forms of the command line: pure functions. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.files.as_shown import columns_as_shown, text_as_shown
from app.files.writing import Put, write_beside_then_replace
from app.subjects.compared import Compared, InColumns
from app.subjects.sides import Side, kept_among
from models.circulation.certificate import Certificate
from models.dossier import Dossier
from models.dossier.incoming.own_package import OwnPackage, file_as_read, nearest_file, package_of, package_under
from widgets.export.choices import Choices

if TYPE_CHECKING:
    from app.files.terms import Terms
    from app.files.two_sides import Ground


@dataclass(frozen=True, slots=True)
class Written:
    """A file that left, and what was verified of it before."""

    path: Path
    certificate: Certificate


def write_export(
    path: Path,
    side: Side,
    compared: Compared | None,
    choices: Choices,
    dossier: Dossier | None,
    put: Put = write_beside_then_replace,
) -> Written:
    """Write a text, or what changed, to a path that ends as the form does.

    Errors: DraftError (NotVerified among them: then nothing is written), OSError.
    """
    from app.files.comparison_file import write  # these are no part of the start
    from app.files.two_sides import STYLES, Manner, Names

    sides = (compared.old, compared.new) if compared is not None else (side,)
    terms = terms_chosen(side, choices, dossier, sides, kept_among(sides if choices.form.compares else (side,)))
    if choices.form.compares and compared is not None:
        names = Names(compared.old.title, compared.new.title)
        style = choices.form.key if choices.form.key in STYLES else None
        manner = Manner(style=style, terms=terms)
        ground = _ground(compared.old, compared.new, dossier)
        if ground.new_file is None and terms.unseen.goes and dossier is not None:
            ground = replace(ground, written_on=_written_on(compared.new, dossier))
        return Written(path, write(path, compared.comparison, names, ground, manner, put))
    return Written(path, _write_text(path, side, terms, dossier, put))


def write_in_columns(
    path: Path,
    columned: InColumns,
    choices: Choices,
    dossier: Dossier | None,
    put: Put = write_beside_then_replace,
) -> Written:
    """Write the drafts that stand in columns as a Word file, to a path. Errors: as there."""
    from app.files.columns_file import write
    from app.files.draft_file import not_on

    sides = columned.sides
    of_dossier = [side for side in sides if side.node or side.upon]
    terms = terms_chosen(of_dossier[-1] if of_dossier else sides[-1], choices, dossier, sides, kept_among(sides))
    files = (
        side.reading.package if side.reading is not None
        else nearest_file(dossier, at) if dossier is not None and (at := side.node or side.upon) is not None
        else None
        for side in sides
    )  # fmt: skip
    terms = not_on(terms, *files)
    columns = columned.columns
    if terms.unseen.goes:
        columns, terms = columns_as_shown(columns, [_word_file(side, dossier) for side in sides], terms)
    return Written(path, write(path, columns, [side.title for side in sides], terms, put))


def terms_chosen(
    side: Side, choices: Choices, dossier: Dossier | None, sides: Sequence[Side], leaving: int = 1
) -> Terms:
    """The terms that were chosen, with what the dossier knows; the working text is known by the draft it stands on."""
    from app.files.terms import Terms, terms_of  # no part of the start
    from models.word.leaving.looked_for.laid_open import unseen_in

    mark = choices.draft_mark
    files = [one.reading.package for one in sides if one.reading is not None]
    unseen = unseen_in(files)
    chosen = Terms(choices.profile, author=choices.author, draft_mark=mark, setting=choices.setting, unseen=unseen)
    at = side.node or side.upon
    if dossier is None or at is None:
        return chosen
    known = terms_of(dossier, dossier.node(at), choices.profile, leaving, author=choices.author)
    return replace(known, draft_mark=mark, setting=choices.setting, unseen=known.unseen | unseen)


def _written_on(side: Side, dossier: Dossier) -> OwnPackage | None:
    """The Word file that a text was written on, with its words in it."""
    if side.node is not None:
        return package_of(dossier, side.node)
    return package_under(dossier, side.upon, side.draft) if side.upon is not None else None


def _word_file(side: Side, dossier: Dossier | None) -> tuple[OwnPackage | None, bool]:
    """The Word file of a text, and whether it was written on that and not read from it."""
    if side.reading is not None:
        data = side.reading.package
        return OwnPackage(data, side.reading.origins) if data is not None else None, False
    if dossier is None:
        return None, True
    return _written_on(side, dossier), side.node is None or dossier.original(side.node) is None


def _ground(old: Side, new: Side, dossier: Dossier | None) -> Ground:
    """The old text's own Word file, on which its changes are tracked, and that of the new one, if it has one."""
    from app.files.two_sides import Ground, kept_ground  # no part of the start

    file = None
    if new.reading is not None and new.reading.package is not None:
        file = new.reading.package, new.reading.origins
    elif dossier is not None and new.node is not None and (own := file_as_read(dossier, new.node)) is not None:
        file = own.data, own.origins
    if old.reading is not None:
        before = old.reading
        taken, tracked = before.revisions_taken, bool(before.revisions)
        return Ground(before.package, before.origins, before.package, taken, file, tracked)
    if dossier is None or old.node is None:
        return Ground()
    return kept_ground(dossier, old.node, file)


def _write_text(place: Path, side: Side, terms: Terms, dossier: Dossier | None, put: Put) -> Certificate:
    from app.files.draft_file import made, not_on, printed, write

    node = dossier.node(side.node) if dossier is not None and side.node is not None else None
    if dossier is not None and node is not None:
        return write(place, dossier, node, terms, put)
    terms.check()
    docx = place.suffix.lower() == ".docx"
    draft, own = side.draft, None
    if dossier is not None and side.upon is not None:
        own = package_under(dossier, side.upon, draft) if docx or terms.unseen.goes else None
        draft, own, terms = text_as_shown(draft, own, terms, written=True)
        own = own if docx else None
        terms = terms if own is not None else not_on(terms, nearest_file(dossier, side.upon))
    elif side.reading is not None and side.reading.package is not None:
        file = OwnPackage(side.reading.package, side.reading.origins)
        draft, _, terms = text_as_shown(draft, file, terms, written=False)
        terms = not_on(terms, side.reading.package)
    data, certificate = made(place, printed(draft, terms), side.title, terms, own)
    put(place, data)
    return certificate
