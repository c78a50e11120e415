"""Looking for words in all drafts of a dossier and in their footnotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.dossier.search.search_index import FORM, index_all, index_tables
from models.dossier.search.wanted import Wanted, marked, match_expression, wanted
from models.dossier.search.words_around import words_around
from models.draft import Draft, Kind, Paragraph, Run, labels
from models.draft.canonical import MOST_PARAGRAPHS

if TYPE_CHECKING:
    from sqlite_utils import Database

FOOTNOTE = "footnote"
"""The `kind` of what was found in a footnote."""

_FEW = 1_000
_CITES = re.compile(r'\{"footnote":(\d+)\}')


@dataclass(frozen=True, slots=True)
class Found:
    """A wording in which the words stand.

    `node` is the newest draft that has it and `drafts` all that do, newest first; `position` is where it stands in
    that draft, for a footnote the paragraph that cites it (None where none does), `positions` where in each of the
    drafts, and `label` what the paragraph is called in the newest. `snippet` is the words around in stretches, each
    with whether it is what was looked for. `kind` is the paragraph's kind or "footnote", and `mark` then the
    footnote's.
    """

    node: str
    position: int | None
    label: str | None
    snippet: tuple[tuple[str, bool], ...]
    kind: str
    drafts: tuple[str, ...]
    positions: tuple[int | None, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Hit:
    """Row of the wording in its index, and where it stands: row of the content, position or place of the note."""

    row: int
    content: int
    place: int


class Search:
    """The looking of one open dossier; remembers the labels of contents it has met."""

    def __init__(self) -> None:
        self._labels: dict[int, tuple[str | None, ...]] = {}
        self._ready = False

    def prepare(self, db: Database, form: int) -> None:
        """Makes the index beside a file of an older form that is only read."""
        if form < FORM and not self._ready:
            for statement in index_tables(temporary=True):
                db.execute(statement)
            index_all(db)
        self._ready = True

    def search(self, db: Database, words: str, limit: int) -> tuple[Found, ...]:
        """What `Dossier.search` gives."""
        looked_for = wanted(words)
        if not looked_for or limit < 1:
            return ()
        drafts = _drafts(db)
        order = {content: number for number, content in enumerate(drafts)}
        found = [
            *self._paragraphs(db, looked_for, order, drafts, limit),
            *self._notes(db, looked_for, order, drafts, limit),
        ]
        found.sort(key=lambda pair: pair[0])
        return tuple(one for _, one in found[:limit])

    def _paragraphs(
        self,
        db: Database,
        looked_for: Sequence[Wanted],
        order: dict[int, int],
        drafts: dict[int, tuple[str, ...]],
        limit: int,
    ) -> Iterator[tuple[tuple[int, int, int], Found]]:
        matches = {row for (row,) in _matching(db, "paragraph_words", looked_for)}
        hits = _newest(db, matches, order, limit)
        snippets = _snippets(db, "paragraph_texts", looked_for, [hit.row for hit in hits])
        rows = ",".join(str(hit.row) for hit in hits)
        having: dict[int, dict[int, int | None]] = {}
        for paragraph, content, position in db.execute(
            f"SELECT paragraph, content, min(position) FROM content_paragraphs WHERE paragraph IN ({rows}) "
            "GROUP BY paragraph, content"
        ).fetchall():
            having.setdefault(paragraph, {})[content] = position
        for hit in hits:
            kinds = self._naming(db, hit.content)
            kind = db.execute(
                "SELECT json_extract(value, '$.kind') FROM paragraphs WHERE id = ?", [hit.row]
            ).fetchone()[0]
            found = Found(
                drafts[hit.content][0], hit.place, kinds[hit.place], snippets.get(hit.row, ()), kind,
                *_all(having[hit.row], order, drafts),
            )  # fmt: skip
            yield (order[hit.content], hit.place, 0), found

    def _notes(
        self,
        db: Database,
        looked_for: Sequence[Wanted],
        order: dict[int, int],
        drafts: dict[int, tuple[str, ...]],
        limit: int,
    ) -> Iterator[tuple[tuple[int, int, int], Found]]:
        matches = [row for (row,) in _matching(db, "note_words", looked_for)]
        places: dict[int, list[_Hit]] = {}
        for row, content, place in _by_chunks(
            db, "SELECT note_text, content, place FROM content_notes WHERE note_text IN ({})", matches
        ):
            if content in order:
                places.setdefault(row, []).append(_Hit(row, content, place))
        hits = sorted(
            (min(its, key=lambda hit: (order[hit.content], hit.place)) for its in places.values()),
            key=lambda hit: (order[hit.content], hit.place),
        )[:limit]
        snippets = _snippets(db, "note_texts", looked_for, [hit.row for hit in hits])
        cited = _Cited(db)
        for hit in hits:
            mark, position = cited.mark(hit), cited.position(hit)
            label = None if position is None else self._naming(db, hit.content)[position]
            having = {other.content: cited.position(other) for other in reversed(places[hit.row])}
            found = Found(
                drafts[hit.content][0], position, label, snippets.get(hit.row, ()), FOOTNOTE,
                *_all(having, order, drafts), mark,
            )  # fmt: skip
            yield (order[hit.content], -1 if position is None else position, 1 + hit.place), found

    def _naming(self, db: Database, content: int) -> tuple[str | None, ...]:
        if content not in self._labels:
            self._labels[content] = _labels(db, content)
        return self._labels[content]


def _drafts(db: Database) -> dict[int, tuple[str, ...]]:
    """By content the drafts that have it, the newest of all first."""
    found: dict[int, list[str]] = {}
    for content, node in db.execute("SELECT content, hash FROM nodes ORDER BY id DESC").fetchall():
        found.setdefault(content, []).append(node)
    return {content: tuple(nodes) for content, nodes in found.items()}


def _all(
    having: dict[int, int | None], order: dict[int, int], drafts: dict[int, tuple[str, ...]]
) -> tuple[tuple[str, ...], tuple[int | None, ...]]:
    """The drafts that have contents, the newest first, and where the wording stands in each."""
    standing = sorted((order[content], content) for content in having if content in order)
    pairs = [(node, having[content]) for _, content in standing for node in drafts[content]]
    return tuple(node for node, _ in pairs), tuple(position for _, position in pairs)


def _matching(db: Database, index: str, looked_for: Sequence[Wanted]) -> list[tuple[int]]:
    expression = match_expression(looked_for)
    return db.execute(f"SELECT rowid FROM {index} WHERE {index} MATCH ?", [expression]).fetchall()


def _newest(db: Database, matches: set[int], order: dict[int, int], limit: int) -> list[_Hit]:
    """The matching paragraphs where they stand in the newest draft that has them, at most `limit`."""
    if len(matches) <= _FEW:
        rows = _by_chunks(
            db,
            "SELECT paragraph, content, min(position) FROM content_paragraphs WHERE paragraph IN ({}) "
            "GROUP BY paragraph, content",
            list(matches),
        )
        standing = sorted((order[content], place, row, content) for row, content, place in rows if content in order)
        hits = (_Hit(row, content, place) for _, place, row, content in standing)
    else:
        hits = (
            _Hit(row, content, place)
            for content in order
            for row, place in db.execute(
                "SELECT paragraph, position FROM content_paragraphs WHERE content = ? ORDER BY position", [content]
            )
            if row in matches
        )
    first: dict[int, _Hit] = {}
    for hit in hits:
        first.setdefault(hit.row, hit)
        if len(first) == min(limit, len(matches)):
            break
    return list(first.values())


def _by_chunks(db: Database, query: str, rows: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    for start in range(0, len(rows), _FEW):
        yield from db.execute(query.format(",".join(map(str, rows[start : start + _FEW])))).fetchall()


def _snippets(
    db: Database, texts: str, looked_for: Sequence[Wanted], rows: Sequence[int]
) -> dict[int, tuple[tuple[str, bool], ...]]:
    found = db.execute(f"SELECT id, text FROM {texts} WHERE id IN ({','.join(map(str, rows))})").fetchall()
    return {row: words_around(marked(text, looked_for), len(looked_for)) for row, text in found}


class _Cited:
    """The marks of footnotes and the positions of the first paragraphs that cite them, each content read once."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._notes: dict[int, list[dict[str, object]]] = {}
        self._citing: dict[int, dict[int, int]] = {}

    def mark(self, hit: _Hit) -> str:
        """The mark of the note as it is printed."""
        return str(self._note(hit)["mark"])

    def position(self, hit: _Hit) -> int | None:
        """Where the note is cited first; None where it is not."""
        if hit.content not in self._citing:
            rows = self._db.execute(
                "SELECT position, value FROM content_paragraphs JOIN paragraphs ON paragraphs.id = paragraph "
                "WHERE content = ? AND instr(value, '{\"footnote\":') ORDER BY position DESC",
                [hit.content],
            ).fetchall()
            self._citing[hit.content] = {int(n): position for position, value in rows for n in _CITES.findall(value)}
        return self._citing[hit.content].get(int(str(self._note(hit)["id"])))

    def _note(self, hit: _Hit) -> dict[str, object]:
        if hit.content not in self._notes:
            (footnotes,) = self._db.execute("SELECT footnotes FROM contents WHERE id = ?", [hit.content]).fetchone()
            self._notes[hit.content] = json.loads(footnotes)
        return self._notes[hit.content][hit.place]


def _labels(db: Database, content: int) -> tuple[str | None, ...]:
    """The labels of a content, from no more of its paragraphs than they depend on."""
    rows = db.execute(
        "SELECT json_extract(value, '$.kind'), json_extract(value, '$.level'), json_extract(value, '$.number'), "
        "json_extract(value, '$.set_label'), CASE json_extract(value, '$.kind') WHEN 'annex' THEN value END "
        "FROM content_paragraphs JOIN paragraphs ON paragraphs.id = paragraph WHERE content = ? ORDER BY position "
        "LIMIT ?",
        [content, MOST_PARAGRAPHS + 1],
    ).fetchall()
    if len(rows) > MOST_PARAGRAPHS:
        raise ValueError("there are more paragraphs than a text can have")
    return labels(
        Draft(
            tuple(
                Paragraph(Kind(kind), _words(annex), level, number, set_label)
                for kind, level, number, set_label, annex in rows
            )
        )
    )


def _words(value: str | None) -> tuple[Run, ...]:
    return tuple(Run(run.get("text", "")) for run in json.loads(value)["runs"]) if value else ()
