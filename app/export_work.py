"""Writing what is exported, as pure functions; the forms are those of the command line."""

from __future__ import annotations

from pathlib import Path

from app.commands.comparison_file import STYLES, Ground, Manner, Names
from app.commands.comparison_file import write as write_comparison
from app.commands.profiles import Profile
from app.commands.writing import write_beside_then_replace
from app.compared import Compared
from app.sides import Side
from models.dossier import Dossier
from models.dossier.own_package import package_of
from widgets.export.choices import Choices


def write_export(path: Path, side: Side, compared: Compared | None, choices: Choices, dossier: Dossier | None) -> Path:
    """Write a text, or what changed, to a path; its ending is made to fit the form. Errors: DraftError, OSError."""
    ending = choices.form.ending
    place = path if path.suffix.lower() == ending else path.with_name(path.name + ending)
    if choices.form.compares and compared is not None:
        names = Names(compared.old.title, compared.new.title)
        style = choices.form.key if choices.form.key in STYLES else None
        manner = Manner(style=style, author=choices.author, draft_mark=choices.draft_mark)
        write_comparison(place, compared.comparison, names, _ground(compared.old, dossier), manner)
    else:
        _write_text(place, side, choices, dossier)
    return place


def _ground(old: Side, dossier: Dossier | None) -> Ground:
    """The old text's own Word file, on which its changes are tracked."""
    if old.reading is not None:
        return Ground(old.reading.package, old.reading.origins)
    own = package_of(dossier, old.node) if dossier is not None and old.node is not None else None
    return Ground(own.data, own.origins) if own is not None else Ground()


def _write_text(place: Path, side: Side, choices: Choices, dossier: Dossier | None) -> None:
    node = dossier.node(side.node) if dossier is not None and side.node is not None else None
    if dossier is not None and node is not None:
        from app.commands.draft_file import write

        write(place, dossier, node, Profile(draft_mark=choices.draft_mark, names_author=True))
        return
    from models.word.clean import write_clean

    write_beside_then_replace(place, write_clean(side.draft, draft_mark=choices.draft_mark, title=side.title))
