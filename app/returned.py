"""A returned Word file ready for its page: read, matched to a kept draft, its changes as rows by author. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from app.aside import making_what_stays
from app.listing import Listing, listing_of
from app.wording import counted, long_date
from models.comparison.change import Comparison
from models.comparison.readable import readable
from models.dossier import Dossier, Node, Recorded
from models.dossier import ReturnedFile as Kept
from models.dossier.importing import Incoming, Progress, import_files
from models.draft import Draft, labels
from models.proposals.carrying import Carried
from models.proposals.compared import compared_proposals
from models.proposals.matching import Match, Untracked, matched, untracked
from models.proposals.proposal import Proposal
from models.proposals.rendering import Piece as Rendered
from models.proposals.rendering import Row, rendered
from models.proposals.returned import Author, Returned, read_returned
from models.reading.reading import Comment
from widgets.paper.pieces import Mark, Piece, Pieces, apart, marked, plain, tidy
from widgets.returned.view import Answer, AuthorLine, BaseChoice, ReturnedRow, ReturnedView

_DOES = {
    "reword": "rewords",
    "insert": "adds",
    "delete": "deletes",
    "move": "moves",
    "split": "splits",
    "merge": "joins to the next",
    "note": "changes a footnote of",
    "format": "changes the look of",
}
_QUOTED = 60
_PILCROW = "¶"


@dataclass(frozen=True)
class Came:
    """A Word file to be looked at: its bytes, whether marks made by hand are its changes, and where it is kept."""

    path: Path
    data: bytes = field(repr=False)
    by_hand: bool = False
    kept: Kept | None = None


@dataclass(eq=False)
class CameBack:
    """Files that came back, one of which is shown; `said` are the delegations by the names in the files."""

    files: list[ReturnedFile] = field(repr=False)
    at: int = 0
    said: dict[str, str] = field(default_factory=dict)
    delegations: tuple[str, ...] = ()

    @property
    def now(self) -> ReturnedFile:
        """The file that is shown."""
        return self.files[self.at]

    def view(self) -> ReturnedView:
        """It as its page shows it."""
        return view_of(self.now, self.said, (self.at + 1, len(self.files)))


@dataclass(frozen=True)
class ReturnedFile:
    """A file, the kept draft `base` its proposals are set on ("" where none: then on its own text), and that text.

    `found` are the places changed without tracking against that draft, and `answers` what becomes of them, by number.
    """

    path: Path
    returned: Returned = field(repr=False)
    match: Match
    base: str
    ground: Draft = field(repr=False)
    carried: Carried = field(repr=False)
    against: Comparison | None = field(default=None, repr=False)
    found: tuple[Untracked, ...] = field(default=(), repr=False)
    answers: Mapping[int, Answer] = field(default_factory=dict)
    kept: Kept | None = None

    def answered(self, number: int, answer: Answer) -> ReturnedFile:
        """The same file after something was said of a place without tracking."""
        return replace(self, answers={**self.answers, number: answer})

    @property
    def wanted(self) -> tuple[int, ...]:
        """The places without tracking that become proposals."""
        return tuple(n for n, _ in enumerate(self.found) if self.answers.get(n) is Answer.PROPOSAL)

    @property
    def author(self) -> str:
        """Whose words without tracking are taken to be: the one author's of the file, nobody's where there are more."""
        return self.returned.authors[0].name if len(self.returned.authors) == 1 else ""

    def proposals(self) -> tuple[Proposal, ...]:
        """All that is kept: the placed proposals, and those the user made of words without tracking."""
        made = [one for number in self.wanted for one in self.made_of(number)]
        return (*self.carried.placed, *made)

    def made_of(self, number: int) -> tuple[Proposal, ...]:
        """The proposals that a place without tracking comes to."""
        if self.against is None:
            return ()
        place = (self.found[number].old, self.found[number].new)
        here = {id(one) for one in self.against.changes if _place(one.old, one.new) == place}
        return compared_proposals(self.against, self.author, draft=self.base, only=lambda change: id(change) in here)


def _place(old: Sequence[int], new: Sequence[int]) -> tuple[int | None, int | None]:
    return (old[0] if old else None), (new[0] if new else None)


def open_returned(came: Came, dossier: Dossier | None, progress: Progress) -> ReturnedFile:
    """Read a Word file and find the draft it was made on. Errors: CannotRead, in one sentence."""
    with making_what_stays():
        returned = read_returned(came.data, by_hand=came.by_hand)
        progress(0.4)
        kept = [(node.id, node.label, node.content) for node in dossier.nodes()] if dossier else []
        drafts: Callable[[str], Draft] = dossier.draft if dossier else lambda node: returned.base.draft
        match = matched(returned.base.draft, kept, drafts, lambda share: progress(0.4 + 0.3 * share))
        node = came.kept.node if came.kept is not None else match.base.node if match.base is not None else ""
        read = ReturnedFile(came.path, returned, match, "", returned.base.draft, Carried(()), kept=came.kept)
        return _as_kept(_on(read, dossier, node), dossier)


def _as_kept(file: ReturnedFile, dossier: Dossier | None) -> ReturnedFile:
    """Of a file that is kept, the places without tracking of which proposals were made."""
    if file.kept is None or dossier is None or not file.found:
        return file
    known = {one.key for one in dossier.proposals()}
    for number, _ in enumerate(file.found):
        made = file.made_of(number)
        if made and all(one.key in known for one in made):
            file = file.answered(number, Answer.PROPOSAL)
    return file


def on_base(file: ReturnedFile, dossier: Dossier, node: str) -> ReturnedFile:
    """The same file, its proposals set on another kept draft; "" sets them on its own text."""
    with making_what_stays():
        return _on(file, dossier, node)


def _on(file: ReturnedFile, dossier: Dossier | None, node: str) -> ReturnedFile:
    returned = file.returned
    if not node or dossier is None:
        own = Carried(returned.proposals)
        return replace(file, base="", ground=returned.base.draft, carried=own, against=None, found=(), answers={})
    kept = dossier.draft(node)
    against = returned.compared_to(kept)
    return replace(
        file,
        base=node,
        ground=kept,
        carried=returned.on(kept, node),
        against=against,
        found=untracked(against),
        answers={},
    )


def view_of(file: ReturnedFile, said: Mapping[str, str], place: tuple[int, int] = (1, 1)) -> ReturnedView:
    """The file as its page shows it; `said` are the delegations by the names in the files."""
    rows = tuple(_rows(file, said))
    own = len(file.carried.placed)
    made, waiting = (
        len(file.wanted),
        sum(file.answers.get(n, Answer.OPEN) is Answer.OPEN for n, _ in enumerate(file.found)),
    )
    lost = len(file.carried.not_placed)
    parts = [f"{counted(own, 'proposal')} to keep"]
    parts += [f"{made} of words without tracking"] * bool(made)
    parts += [f"{counted(waiting, 'place')} without tracking to decide"] * bool(waiting)
    parts += [f"{lost} without a place in the kept draft"] * bool(lost)
    total = own + made
    return ReturnedView(
        name=file.path.name,
        match=str(file.match)
        if file.match.base or file.match.ties or file.base
        else "No kept draft is near this text.",
        base=file.base,
        bases=tuple(_bases(file.match)),
        authors=tuple(_author(one, said) for one in file.returned.authors),
        holds=f"{_holds(file.returned)}.{_kept_words(file)}",
        notices=file.returned.notices,
        rows=rows,
        sums=", ".join(parts) + ".",
        keep=f"Keep {counted(total, 'proposal')}" if total else "Keep the file",
        place=place,
    )


def _kept_words(file: ReturnedFile) -> str:
    if file.kept is None:
        return ""
    by = f" by {file.kept.who}" if file.kept.who else ""
    return f" Kept on {long_date(file.kept.at[:10])}{by}; keeping it again adds only what is new."


def _bases(match: Match) -> Iterator[BaseChoice]:
    near = [match.base] if match.base is not None else []
    for one in (*near, *match.ties, *match.others):
        share = "the very same text" if one.same else f"{one.equal} of {one.paragraphs} paragraphs word for word"
        yield BaseChoice(one.node, one.label, share)


def _author(author: Author, said: Mapping[str, str]) -> AuthorLine:
    days = [long_date(moment[:10]) for moment in (author.first, author.last) if moment]
    when = " to ".join(dict.fromkeys(days))
    facts = ", ".join(part for part in (counted(author.changes, "change"), when) if part)
    return AuthorLine(author.name, said.get(author.name, ""), facts)


def _holds(returned: Returned) -> str:
    changes = len(returned.sent.revisions)
    if not changes:
        return "No tracked change"
    places = len({one.paragraph for one in returned.sent.revisions if one.paragraph is not None})
    names = counted(len(returned.authors), "author")
    comments = len(returned.sent.comments)
    beside = f"; {counted(comments, 'comment')}" if comments else ""
    return f"{counted(changes, 'tracked change')} in {counted(places, 'paragraph')}, by {names}{beside}"


# Rows


def _rows(file: ReturnedFile, said: Mapping[str, str]) -> Iterator[ReturnedRow]:
    if file.found and file.against is not None:
        yield ReturnedRow(heading=f"Changed without tracking, {len(file.found)}")
        for number, one in enumerate(file.found):
            yield _untracked_row(number, one, file.against, file.answers.get(number, Answer.OPEN))
    if file.carried.not_placed:
        yield ReturnedRow(heading=f"No place in the kept draft, {len(file.carried.not_placed)}")
        for proposal, reason in file.carried.not_placed:
            yield from _lost_rows(proposal, reason, file.returned.base.draft, said)
    changed = list(_changed_rows(file.ground, file.carried.placed, said))
    if changed:
        yield ReturnedRow(heading=f"Tracked changes, {counted(len(changed), 'paragraph')}")
        yield from changed
    comments = file.returned.sent.comments
    if comments:
        yield ReturnedRow(heading=f"{counted(len(comments), 'comment')}, kept with the file")
        yield from (row for one in comments for row in _comment_rows(one, file.returned.sent.draft, said))


def _comment_rows(comment: Comment, draft: Draft, said: Mapping[str, str]) -> Iterator[ReturnedRow]:
    at = comment.paragraph
    quoted = draft.paragraphs[at].text[comment.start : comment.end] if at is not None else ""
    about = f" on “{_short(quoted)}”" if quoted else ""
    state = ", resolved" if comment.resolved else ""
    day = long_date((comment.date or "")[:10])
    when = f", {day}" if day else ""
    yield ReturnedRow(
        says=f"{_tag(comment.author or '', said)}{about}{when}{state}",
        label=labels(draft)[at] if at is not None else None,
        pieces=(Piece(comment.text),),
    )
    for reply in comment.replies:
        yield ReturnedRow(says=f"{_tag(reply.author or '', said)} replies", pieces=(Piece(reply.text),))


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rsplit(' ', 1)[0]}…"


def _untracked_row(number: int, one: Untracked, against: Comparison, answer: Answer) -> ReturnedRow:
    old = [against.old.paragraphs[one.old]] if one.old is not None else []
    new = [against.new.paragraphs[one.new]] if one.new is not None else []
    change = next(c for c in against.changes if _place(c.old, c.new) == (one.old, one.new))
    olds = [against.old.paragraphs[at] for at in change.old]
    news = [against.new.paragraphs[at] for at in change.new]
    words = marked(readable(change.words), olds, news, (against.old, against.new)).inline
    pieces = tuple(piece for part in words for piece in part)
    paragraph = (new or old)[0]
    name = one.label if one.label.startswith(("PP", "OP")) else None
    return ReturnedRow(
        says=one.sentence, label=name, paragraph=paragraph, pieces=pieces, untracked=number, answer=answer, warns=True
    )


def _lost_rows(proposal: Proposal, reason: str, own: Draft, said: Mapping[str, str]) -> Iterator[ReturnedRow]:
    found = list(_changed_rows(own, [replace(proposal, against=None)], said))
    for row in found or [ReturnedRow(authors=(proposal.author,))]:
        yield replace(row, says=f"{_tag(proposal.author, said)}: {reason}", warns=True)


def _changed_rows(ground: Draft, proposals: Sequence[Proposal], said: Mapping[str, str]) -> Iterator[ReturnedRow]:
    names = labels(ground)
    by_place: dict[int, list[Proposal]] = {}
    for proposal in proposals:
        if proposal.place.note is not None or not proposal.edits:
            by_place.setdefault(proposal.place.first, []).append(proposal)
    for row in rendered(ground, proposals):
        if row.changed:
            about = tuple(dict.fromkeys(_about(row)))
            label = names[row.base] if row.base is not None else None
            pieces = tuple(_pieces(row, ground, proposals, said))
            yield ReturnedRow(
                says=_says(about, row, names, said),
                label=label,
                paragraph=row.paragraph,
                pieces=tidy(pieces),
                authors=tuple(dict.fromkeys(one.author for one in about)),
            )
        for proposal in by_place.pop(row.base, ()) if row.base is not None else ():
            yield _aside_row(proposal, ground, names, said)


def _about(row: Row) -> Iterator[Proposal]:
    for piece in (*row.pieces, row.end):
        yield from (*piece.by, *piece.struck_by, *piece.look)


def _pieces(row: Row, ground: Draft, proposals: Sequence[Proposal], said: Mapping[str, str]) -> Iterator[Piece]:
    """The words of a row; where there are several authors, before those of each stands whose they are."""
    several = len({proposal.author for proposal in proposals}) > 1
    whose, spaced = "", True
    before: tuple[Piece, ...] = ()
    for piece in (*_old_first(row.pieces), row.end):
        words = tuple(_end_mark(row) if piece is row.end else _words(piece, ground))
        if not words:
            continue
        tags = _whose(piece, said)
        if several and tags and tags != whose:
            yield Piece(f"{'' if spaced else ' '}{tags}\u00a0", mark=Mark.SIDE)
        elif words[0].mark is Mark.ADDED:
            yield from apart(before, words[0].text)
        whose, spaced = tags, words[-1].text.endswith(" ")
        yield from words
        before = words


def _whose(piece: Rendered, said: Mapping[str, str]) -> str:
    names = dict.fromkeys(_tag(one.author, said) for one in (*piece.by, *piece.look))
    struck = dict.fromkeys(_tag(one.author, said) for one in piece.struck_by)
    return ", ".join(names) + (f", struck by {', '.join(struck)}" if struck else "")


def _words(piece: Rendered, ground: Draft) -> Iterator[Piece]:
    mark = {"insert": Mark.ADDED, "delete": Mark.REMOVED}.get(piece.op, Mark.QUIET if piece.look else Mark.NONE)
    if piece.struck_by:
        mark = Mark.REMOVED
    for run in piece.runs:
        if run.footnote is None:
            yield Piece(run.text, run.italic, run.bold, run.underline, mark)
            continue
        own = next((note.mark for one in piece.by for note in one.footnotes if note.id == run.footnote), None)
        kept = ground.note.get(run.footnote)
        yield Piece(own or (kept.mark if kept is not None else "*"), mark=mark, note=True)


def _end_mark(row: Row) -> Iterator[Piece]:
    """A paragraph end that comes or goes beside words that stay, or without any."""
    stays = any(one.op == "equal" for one in row.pieces if one.text.strip())
    if row.end.op != "equal" and (stays or not any(one.text for one in row.pieces)):
        yield Piece(_PILCROW, mark=Mark.ADDED if row.end.op == "insert" else Mark.REMOVED)


def _old_first(pieces: Sequence[Rendered]) -> list[Rendered]:
    """What one hand takes out before what it puts in its place, as one reads it."""
    found = list(pieces)
    for at, (one, other) in enumerate(pairwise(found)):
        if one.op == "insert" and other.op == "delete" and one.by == other.by and not one.struck_by:
            found[at], found[at + 1] = other, one
    return found


def _says(about: Sequence[Proposal], row: Row, names: Sequence[str | None], said: Mapping[str, str]) -> str:
    parts: list[str] = []
    for proposal in about:
        tag, place = _tag(proposal.author, said), proposal.place
        if proposal.kind == "move" and proposal.to is not None:
            here = row.base is not None and place.first <= row.base < place.after
            other = proposal.to if here else place.first
            name = names[other] if other < len(names) else None
            where = (
                f"to before {name}" if here and name else "elsewhere" if here else f"here from {name or 'elsewhere'}"
            )
            parts.append(f"{tag} moves this {where}")
        elif proposal.against is not None:
            parts.append(f"{tag} amends what another adds")
        elif proposal.kind == "insert" and row.base is not None:
            parts.append(f"{tag} adds before this")
        else:
            parts.append(f"{tag} {_DOES[proposal.kind]}{'' if proposal.kind == 'merge' else ' this'}")
    return "; ".join(dict.fromkeys(parts))


def _aside_row(proposal: Proposal, ground: Draft, names: Sequence[str | None], said: Mapping[str, str]) -> ReturnedRow:
    """A change in the words of a note, or one that changes no words."""
    at, note = proposal.place.first, proposal.place.note
    paragraph = ground.paragraphs[at] if at < len(ground.paragraphs) else None
    tag = _tag(proposal.author, said)
    if note is not None and note in ground.note:
        pieces = _note_pieces(ground, note, proposal)
        says = f"{tag} changes footnote {ground.note[note].mark}"
    else:
        pieces = plain(paragraph, ground) if paragraph is not None else ()
        says = f"{tag} changes the look of this, no words"
    return ReturnedRow(says=says, label=names[at], paragraph=paragraph, pieces=pieces, authors=(proposal.author,))


def _note_pieces(ground: Draft, note: int, proposal: Proposal) -> Pieces:
    text, at = ground.note[note].text, 0
    found: list[Piece] = []
    for edit in sorted(proposal.edits, key=lambda one: (one.start, one.rank)):
        start, end = edit.start.offset, edit.end.offset
        found.append(Piece(text[at:start]))
        found.append(Piece(text[start:end], mark=Mark.QUIET if edit.look else Mark.REMOVED))
        found.append(Piece(edit.come_text, mark=Mark.ADDED))
        at = max(at, end)
    found.append(Piece(text[at:]))
    return tidy(found)


def _tag(author: str, said: Mapping[str, str]) -> str:
    return said.get(author) or author or "No name"


# Keeping


@dataclass(frozen=True)
class KeptReturn:
    """What keeping a file came to: the dossier as it is now, the draft it was made on, and what was recorded."""

    listing: Listing
    node: Node
    recorded: Recorded
    file: ReturnedFile = field(repr=False)


def keep_returned(dossier: Dossier, file: ReturnedFile, who: str) -> KeptReturn:
    """Keep the proposals of a file, and the file; where it was made on no kept draft, its own text becomes one."""
    if not file.base:
        (node,) = import_files(dossier, [Incoming(file.returned.base, file.path.name)], who=who)
        file = on_base(file, dossier, node.id)
    facts = {
        "authors": {one.name: one.changes for one in file.returned.authors},
        "proposals": len(file.proposals()),
        "not_placed": len(file.carried.not_placed),
        "untracked": len(file.found),
        "by_hand": file.returned.by_hand,
        "exact": file.returned.exact,
    }
    recorded = dossier.keep_proposals(
        file.proposals(),
        data=file.returned.data,
        file_name=file.path.name,
        facts=facts,
        node=file.base,
        who=who,
    )
    return KeptReturn(listing_of(dossier), dossier.node(file.base), recorded, file)


def keep_sent(dossier: Dossier, file: ReturnedFile, who: str) -> tuple[Listing, Node]:
    """Keep the text with all changes accepted as a draft on the one the file was made on."""
    parent = dossier.node(file.base) if file.base else None
    (node,) = import_files(dossier, [Incoming(file.returned.sent, file.path.name)], parent=parent, who=who)
    return listing_of(dossier), node


def said_of(dossier: Dossier) -> dict[str, str]:
    """By the names in Word files, the short names of the delegations they were said to be."""
    short = {one.key: one.short for one in dossier.delegations()}
    return {author: short[key] for author, key in dossier.authors().items() if key in short}


def say_delegation(dossier: Dossier, author: str, delegation: str, who: str) -> dict[str, str]:
    """Say whose the changes of a name are, for all files, "" that nobody knows; what is said of all names now."""
    key = dossier.add_delegation(delegation, who=who).key if delegation else None
    dossier.map_author(author, key, who=who)
    return said_of(dossier)
