"""`adref merge BASE OURS THEIRS`: what two sides made of one text as one text, and what clashes between them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.commands.printing import complain, printable, say
from app.commands.wrapped import wrapped
from app.files.file_name import shown
from app.files.text_file import read_text_file
from app.files.writing import write_beside_then_replace

if TYPE_CHECKING:
    from models.draft import Draft
    from models.merging import Conflict, Merge
    from models.word.leaving.shown_alone import Shown

CLASHES = 1
_SIDES = ("base", "ours", "theirs")


@click.command(short_help="Put together what two sides made of one text.")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path),
              help="Writes the merged text: .docx (clean), .html .pdf .md .json .xml (Akoma Ntoso)")  # fmt: skip
@click.option("--certificate", metavar="FILE", type=click.Path(path_type=Path),
              help="With -o: writes what was verified of the file to FILE, as text or .json.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The conflicts, and where each paragraph comes from, as JSON.")
def merge(base: Path, ours: Path, theirs: Path, output: Path | None, certificate: Path | None, as_json: bool) -> int:
    """Puts together what OURS and THEIRS made of BASE, paragraph by paragraph and word by word.

    Changes of different words, moves, new and deleted paragraphs combine. Where both sides changed the same words
    otherwise, or one deleted what the other reworded, it is a conflict: it is listed, and the merged text holds both,
    marked as in “[ours: by July | theirs: by June]”, for you to choose. Tracked changes are taken as accepted.

    References to paragraphs keep the paragraph they meant, and “Ibid.” its source; what was set for that is told.

    The file is read back and searched before it is written; if it is not the merged text, nothing is written.

    Exit status: 0 merged, 1 there are conflicts, 2 trouble.
    """
    if certificate is not None and output is None:
        raise click.UsageError("--certificate goes with -o")
    if output is not None:
        from app.files.comparison_file import TEXT_ENDINGS, check

        check(output, None, inputs=(base, ours, theirs), certificate=certificate, known=TEXT_ENDINGS)
    readings = [read_text_file(path) for path in (base, ours, theirs)]
    files, wholes = [reading.package for reading in readings], [reading.draft for reading in readings]
    hidden: list[Shown | None] = [None] * len(readings)
    if output is not None:
        from app.files.as_shown import readings_as_shown
        from app.files.terms import Terms
        from models.word.leaving.looked_for.laid_open import unseen_in

        terms = Terms(unseen=unseen_in(files))
        readings, hidden, terms = readings_as_shown(readings, _SIDES, terms, read_back=False)
    drafts = [reading.draft for reading in readings]
    from models.merging import merge as merge_drafts

    found = merge_drafts(drafts[0], drafts[1], drafts[2])
    if output is not None:
        from app.files.draft_file import made, not_on
        from app.files.terms import write_certificate

        terms = not_on(terms, *files)
        data, verified = made(output, found.draft, shown(output.stem), terms)
        write_beside_then_replace(output, data)
        for sentence in verified.told:
            complain(sentence)
        if certificate is not None:
            write_certificate(certificate, verified)
    if as_json:
        names = [shown(path) for path in (base, ours, theirs)]
        value = _value(found, names, shown(output) if output else None, wholes, hidden)
        say(json.dumps(value, ensure_ascii=False, indent=1))
    else:
        say(_text(found, output))
    return CLASHES if found.conflicts else 0


def _value(
    found: Merge, names: list[str], output: str | None, wholes: Sequence[Draft], hidden: Sequence[Shown | None]
) -> dict[str, Any]:
    """The merge as plain data; positions are those of `adref read`, in the merged text those of its paragraphs.

    `wholes` are the three texts as read, `hidden` those of them as they were merged, without what their files hide.
    """
    numbers = {conflict.key: number for number, conflict in enumerate(found.conflicts, 1)}
    sides = {
        side: {"file": name, "paragraphs": len(draft.paragraphs)}
        for side, name, draft in zip(_SIDES, names, wholes, strict=True)
    }
    base, ours, theirs = (partial(_as_read, side) for side in hidden)
    return {
        **sides,
        "merged": {"file": output, "paragraphs": len(found.draft.paragraphs)},
        "summary": _summary(found),
        "conflicts": [_conflict(found, conflict, numbers[conflict.key]) for conflict in found.conflicts],
        "rows": [
            {
                "kind": row.kind,
                "base": base(row.base),
                "ours": ours(row.ours),
                "theirs": theirs(row.theirs),
                "merged": list(row.merged),
                "moved": list(row.moved),
                "conflicts": [numbers[key] for key in row.conflicts],
            }
            for row in found.rows
        ],
        "told": list(found.told),
    }


def _as_read(shown_text: Shown | None, positions: Iterable[int]) -> list[int]:
    """Positions of a text without what its file hides, as those of the text that was read."""
    if shown_text is None:
        return list(positions)
    places = {there: at for at, there in shown_text.places.items()}
    return [places[at] for at in positions if at in places]


def _summary(found: Merge) -> dict[str, int]:
    """How many rows of each kind; they add up to all."""
    kinds = ("same", "ours", "theirs", "both", "combined", "conflict")
    return {kind: sum(row.kind == kind for row in found.rows) for kind in kinds}


def _conflict(found: Merge, conflict: Conflict, number: int) -> dict[str, Any]:
    merged = found.rows[conflict.row].merged if conflict.row is not None else ()
    return {
        "number": number,
        "kind": conflict.kind,
        "label": conflict.label,
        "paragraph": merged[0] if merged else None,
        "base": conflict.base,
        "ours": None if conflict.deleted_by == "ours" else conflict.ours,
        "theirs": None if conflict.deleted_by == "theirs" else conflict.theirs,
        "section": asdict(conflict.section) if conflict.section is not None else None,
        "notes": dict(zip(_SIDES, conflict.notes, strict=True)) if any(conflict.notes) else None,
    }


_SAYS = {
    "words": "the same words changed otherwise",
    "deleted": "deleted on one side, reworded on the other",
    "moved": "moved to two places",
    "shape": "divided, joined or placed otherwise on each side",
    "kind": "two kinds or levels",
    "number": "two numbers",
    "new": "new on both sides, in two forms",
    "footnote": "the same words changed otherwise",
    "clause": "words moved by one side, changed or deleted with their paragraph by the other, or moved elsewhere",
    "reference": "one reference by which each side means another paragraph",
}
_SAYS_OF_KEYS = {
    ":number:twice": "one number for two paragraphs",
    ":under": "under two headings",
    ":source": "one note that cites another source on each side",
    ":parted": "put between two that the other side moved apart",
}


def _text(found: Merge, output: Path | None) -> str:
    """The counts, and each conflict with what the three sides say."""
    counts = _summary(found)
    lines = [
        f"{counts['same']} the same, {counts['ours']} from ours, {counts['theirs']} from theirs, "
        f"{counts['both']} alike on both sides, {counts['combined']} combined, "
        f"{_counted(counts['conflict'], 'paragraph')} in conflict."
    ]
    width = max(40, min(100, shutil.get_terminal_size((100, 24)).columns))
    for sentence in found.told:
        lines += wrapped(printable(sentence), width)
    for number, conflict in enumerate(found.conflicts, 1):
        lines += ["", f"{number}. {printable(conflict.label)}  {_says(conflict)}"]
        for name, note in zip(_SIDES, conflict.notes, strict=True):
            text = "(deleted)" if conflict.deleted_by == name else getattr(conflict, name) or "(nothing)"
            lines += _hung(name, f"{text}\n(note: {note})" if note else text, width)
    if found.conflicts:
        where = f" “{shown(output)}” holds both sides of each" if output is not None else " The merged text holds both"
        lines += [
            "",
            f"{_counted(len(found.conflicts), 'conflict')} to settle.{where}, marked “[ours: … | theirs: …]”.",
        ]
    return "\n".join(lines)


def _says(conflict: Conflict) -> str:
    if (section := conflict.section) is not None:
        if conflict.kind == "moved":
            return f"{section.called} moved to two places, {section.holds}"
        kept = section.kept or "moved or needed"
        return f"{section.called} deleted on one side, {section.holds}; {kept} on the other"
    if conflict.kind == "deleted" and not conflict.base:
        return "new on one side, where the other deleted what it belongs to"
    if conflict.kind == "deleted" and conflict.base in (conflict.ours, conflict.theirs):
        how = "its notes changed" if any(conflict.notes) else "moved, needed or in other brackets"
        return f"deleted on one side, {how} on the other"
    told = next((words for end, words in _SAYS_OF_KEYS.items() if conflict.key.endswith(end)), None)
    return told or _SAYS[conflict.kind]


def _counted(number: int, what: str) -> str:
    return f"1 {what}" if number == 1 else f"{number} {what}s"


def _hung(name: str, text: str, width: int) -> Iterator[str]:
    margin = 11
    lines = [line for part in printable(text).split("\n") for line in wrapped(part, width - margin) or [""]]
    for at, line in enumerate(lines):
        yield f"   {name if not at else '':<8}{line}".rstrip()
