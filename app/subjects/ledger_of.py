"""The ledger of the Word file of a draft as its page shows it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from app.running.what_stays import making_what_stays
from models.dossier import Dossier
from models.reading.reading import LedgerEntry
from models.telling.figures import counted
from widgets.ledger.page import LedgerRow, LedgerView


@dataclass(eq=False)
class LedgerOf:
    """The ledger of the file of a draft; `told` is one sentence when it comes, "" where there is nothing to tell."""

    node: str
    view: LedgerView = field(repr=False)
    text: str = field(repr=False)
    told: str = ""


def ledger_of(dossier: Dossier, node: str) -> LedgerOf | None:
    """The ledger of the Word file that a draft was read from, None where it was read from none."""
    data = dossier.original(node)
    if data is None:
        return None
    from models.forms.ledger_form import GROUPS, headline, ledger_text, remark, title
    from models.word.read import read_word
    from models.word.reading.ledger import ledger

    with making_what_stays():
        reading = read_word(data, dossier.changes_taken(node))
        entries = ledger(reading)
        groups = []
        for group, own in groupby(entries, key=lambda entry: entry.group):
            rows = [
                LedgerRow(
                    title(one),
                    remark(one, reading.draft),
                    one.count,
                    one.places[0] if one.places and group != "edited" else None,
                )
                for one in own
            ]
            groups.append((group, GROUPS[group], tuple(rows)))
        name = dossier.node(node).file_name or dossier.node(node).label
        view = LedgerView(name, headline(entries), tuple(groups))
        return LedgerOf(node, view, ledger_text(entries, reading.draft), _told(entries))


def _told(entries: Sequence[LedgerEntry]) -> str:
    from models.forms.ledger_form import is_quiet

    count = sum(entry.count for entry in entries if not is_quiet(entry))
    if not count:
        return ""
    kept = "is kept as it is, not edited" if count == 1 else "are kept as they are, not edited"
    return f"{counted(count, 'thing')} in this Word file {kept}."
