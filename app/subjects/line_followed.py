"""The lineage of a paragraph followed, as its page shows it; no part of the start. No Qt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.running.what_stays import making_what_stays
from app.subjects.line_of import LineOf
from app.wording import long_date, short_day
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.dossier import Dossier, Node
from models.dossier.incoming.importing import Progress
from models.draft import Draft
from widgets.compare.changes.sayings import quotation
from widgets.lineage.view import DraftHead, LineView, PhraseRow, VersionRow
from widgets.paper.direction import apart
from widgets.paper.marked import marked
from widgets.paper.pieces import Pieces, plain

if TYPE_CHECKING:
    from models.dossier.histories.line import Line, Version
    from models.dossier.histories.phrases import Phrase, Standing
    from models.dossier.histories.proposed import Proposals

_SAYS = {
    "first": "First appears",
    "same": "Unchanged",
    "reworded": "Reworded",
    "moved": "Moved",
    "split": "Split from a longer paragraph",
    "merged": "Merged from several paragraphs",
    "returned": "Comes back",
    "chapeau": "Under another chapeau",
}
_BY = {"engine": "found by its words", "editor": "known from writing", "hand": "paired by hand"}


def line_of(dossier: Dossier, node: str, position: int, selected: str, progress: Progress, start: int = 0) -> LineOf:
    """The lineage of a paragraph of a draft; `selected` are words of it whose way is wanted, "" for none.

    They begin at `start` or near it, in code points.
    """
    from models.dossier.histories.line import Steps, line
    from models.dossier.histories.proposed import Proposals, told_who

    with making_what_stays():
        steps = Steps(dossier)
        proposals = Proposals(dossier, steps)
        found = line(dossier, node, position, steps)
        progress(0.5)
        drafts = _Drafts(dossier)
        versions = []
        by_node: dict[str, list[Version]] = {}
        for version in found.versions:
            by_node.setdefault(version.node.id, []).append(version)
        for number, one in enumerate(found.nodes):
            progress(0.5 + 0.45 * number / len(found.nodes))
            head = _head(one)
            its = by_node.get(one.id)
            versions += [
                _version(version, head, drafts, told_who(proposals.moved(found, version), apart))
                for version in its or ()
            ] or [VersionRow(head)]
        here = next(version for version in found.versions if (version.node.id, version.position) == (node, position))
        rows = _phrases(found, here, (selected.strip(), start), proposals)
        return LineOf(
            LineView(
                here.label or "",
                _opening(here.text),
                node,
                position,
                tuple(_head(one) for one in found.nodes),
                tuple(versions),
                drafts.words(node, position),
                rows,
                _first(rows),
            )
        )


class _Drafts:
    """The drafts as they are asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._read: dict[str, Draft] = {}

    def draft(self, node: str) -> Draft:
        """A draft."""
        if node not in self._read:
            self._read[node] = self._dossier.draft(node)
        return self._read[node]

    def words(self, node: str, position: int) -> Pieces:
        """A paragraph without marks."""
        draft = self.draft(node)
        return plain(draft.paragraphs[position], draft)


def _head(node: Node) -> DraftHead:
    return DraftHead(node.id, node.label, short_day(node.date), long_date(node.date), node.author or "")


def _version(version: Version, head: DraftHead, drafts: _Drafts, move: str) -> VersionRow:
    former = version.came_from[0] if version.came_from else None
    by = _BY.get(version.by, "")
    says = " and ".join(_SAYS[fate] for fate in version.fates).capitalize() + version.rest_named
    if former is None:
        words = drafts.words(head.node, version.position)
        return VersionRow(head, version.position, version.label or "", says, by, words, words)
    old, new = drafts.draft(former[0]), drafts.draft(head.node)
    # Only what stands in the first of the drafts it comes from is what its words are marked against.
    olds = [old.paragraphs[at] for node, at in version.came_from if node == former[0]]
    now = new.paragraphs[version.position]
    if version.kind == "same":
        # What did not change gives way to what did; it is one key away.
        words, whole = (), plain(now, new)
    else:
        at = sorted([version.position, *(part for part, _ in version.rest)])
        parts, said = [new.paragraphs[part] for part in at], version.words
        if version.rest:
            # A part is marked within all of them: the words of the others live on.
            said = readable(word_diff(olds[0].text, "\n".join(part.text for part in parts)))
        number = at.index(version.position)
        words, whole = (marked(said, olds, parts, (old, new), fold=fold).inline[number] for fold in (True, False))
    label = _label(old, former[1])
    return VersionRow(head, version.position, version.label or "", says, by, words, whole, former, label, move)


def _label(draft: Draft, position: int) -> str:
    from models.draft import labels

    return labels(draft)[position] or ""


def _opening(text: str) -> str:
    from models.reading.openings import opening

    found = opening(text)
    return text[: found.end].strip(' [“"') if found else " ".join(text.split()[:4])


def _phrases(found: Line, here: Version, selected: tuple[str, int], proposals: Proposals) -> tuple[PhraseRow, ...]:
    from models.dossier.histories.phrases import phrase_history, phrases

    rows = []
    words = " ".join(selected[0].split())
    start = _nearest(here.text, *selected)
    told = phrase_history(found, words, start) if words else ()
    if told:
        end = start + len(selected[0]) if start is not None else 0
        rows.append(_row("", start or 0, end, words, proposals.told(found, told)))
    for number, phrase in enumerate(phrases(found)):
        text, start = _trimmed(here.text, phrase)
        history = proposals.told(found, phrase.history)
        rows.append(_row(_letter(number), start, start + len(text), text, history))
    return tuple(rows)


def _nearest(text: str, words: str, start: int) -> int | None:
    """Where words stand nearest to a place: a text that is written may be another than the draft it is of."""
    places = [one.start() for one in re.finditer(re.escape(words), text)]
    return min(places, key=lambda at: abs(at - start), default=None)


def _row(letter: str, start: int, end: int, text: str, told: Sequence[Standing]) -> PhraseRow:
    proposed = tuple(_proposed(one) for one in told)
    return PhraseRow(letter, start, end, text, _who(told), tuple(one.shown for one in told), proposed)


def _proposed(one: Standing) -> str:
    from models.dossier.histories.proposed import told_proposed

    return told_proposed(one, apart, quotation)


def _trimmed(text: str, phrase: Phrase) -> tuple[str, int]:
    """The words of a phrase and where they begin, the spaces about them left out."""
    whole = text[phrase.start : phrase.end]
    inside = whole.strip()
    return inside, phrase.start + whole.find(inside)


def _who(told: Sequence[Standing]) -> str:
    """Who wrote words first, as far as the drafts say."""
    begun = next((one for one in told if one.there), None)
    if begun is None:
        return "in no draft"
    if begun.shown == "first":
        return f"stood already in {begun.node.label}"
    proposed = _proposed(begun)
    # Who proposed all of it is known, whoever put it into the draft.
    unknown = "" if proposed and not begun.proposed[0].words else "author unknown"
    drafted = ", ".join(filter(None, (begun.node.author or unknown, f"in {begun.node.label}")))
    return "; ".join(filter(None, (drafted, proposed) if unknown else (proposed, drafted)))


def _letter(number: int) -> str:
    """a, b … z, aa, ab …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _first(rows: Sequence[PhraseRow]) -> int:
    """The phrase to look at first: the one that was selected, else the one with most comings and goings."""
    if not rows or not rows[0].letter:
        return 0

    def events(row: PhraseRow) -> int:
        count = Counter(row.states)
        return count["came"] + count["left"] + count["returned"]

    return max(range(len(rows)), key=lambda at: (events(rows[at]), -at))
