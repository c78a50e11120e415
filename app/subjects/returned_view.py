"""Returned files as their page shows them: what each was made on, whose it is, and its rows. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from app.subjects.returned_file import ReturnedFile, place_of
from app.subjects.returned_rows import changed_rows, tag
from app.subjects.signs_row import with_signs_of
from app.wording import long_date, of_those_left
from models.comparison.change import Comparison
from models.comparison.words.readable import readable
from models.draft import Draft, labels
from models.proposals.authors import Author
from models.proposals.proposal import Proposal
from models.proposals.returned import Returned
from models.proposals.untracked.matching import Match
from models.proposals.untracked.untracked import Untracked, in_rows
from models.reading.reading import Comment
from models.telling.figures import counted, figure
from widgets.paper.marked import marked
from widgets.paper.pieces import Mark, Piece
from widgets.returned.view import Answer, AuthorLine, BaseChoice, ReturnedRow, ReturnedView

_QUOTED = 60
_MARKS = {"equal": Mark.NONE, "insert": Mark.ADDED, "delete": Mark.REMOVED}


def tracked_rows(file: ReturnedFile, said: Mapping[str, str]) -> tuple[ReturnedRow, ...]:
    """The rows of what was tracked: all of the text is gone through for them, so they are made beside the window."""
    as_left = frozenset(one.key for one in file.plan.stand_as_they_left)
    return tuple(changed_rows(file.ground, file.plan.proposals, said, as_left))


def view_of(
    file: ReturnedFile,
    said: Mapping[str, str],
    place: tuple[int, int] = (1, 1),
    tracked: tuple[ReturnedRow, ...] | None = None,
) -> ReturnedView:
    """The file as its page shows it; `said` are the delegations by the names in the files."""
    rows = tuple(_rows(file, said, tracked_rows(file, said) if tracked is None else tracked))
    own, known = len(file.plan.asked), sum(one.key in file.there for one in file.plan.asked)
    left = len(file.plan.proposals) - own
    made, waiting, lost = len(file.wanted), file.undecided, len(file.not_placed)
    again = sum(all(one.key in file.there for one in file.made_of(number)) for number in file.wanted) if made else 0
    total, kept = own - known + made - again + len(file.plan.not_placed) - lost, known + again
    parts = [_kept_sum(total, kept, left)]
    parts += [f"{counted(waiting, 'place')} without tracking to decide"] * bool(waiting)
    parts += [f"{lost} without a place in the kept draft"] * bool(lost)
    keep = f"Keep {counted(total, 'new proposal' if kept or left else 'proposal')}"
    return ReturnedView(
        name=file.path.name,
        match=str(file.plan.match)
        if file.plan.match.base or file.plan.match.ties or file.base
        else "No kept draft is near this text.",
        base=file.base,
        bases=tuple(_bases(file.plan.match)),
        authors=tuple(_authors(file, said)),
        holds=f"{_holds(file.returned)}.{_kept_words(file)}",
        notices=(*file.plan.told_accepted, *file.plan.told_namesake, *file.plan.told_no_longer, *file.returned.notices),
        rows=rows,
        sums=". ".join(parts) + ".",
        keep=keep if total else "Keep the file",
        refused="Say first which draft the file was made on." if file.plan.match.ties and not file.base else "",
        done=not total and file.plan.known and not file.newly_answered,
        place=place,
    )


def _kept_sum(new: int, kept: int, left: int) -> str:
    """What there is to keep, what is kept and what stands as it left with a compilation, which add up."""
    if left:
        stands = of_those_left(left)
        parts = [counted(new, "new proposal")] * bool(new) + [f"{figure(kept)} kept already"] * bool(kept)
        return "; ".join((*parts, stands)) if parts else f"Nothing new: {stands}"
    if new and kept:
        return f"{counted(new + kept, 'proposal')}: {figure(new)} to keep, {figure(kept)} kept already"
    if new or not kept:
        return f"{counted(new, 'proposal')} to keep"
    return f"All {counted(kept, 'proposal')} are kept already" if kept > 1 else "The one proposal is kept already"


def _kept_words(file: ReturnedFile) -> str:
    if file.kept is None:
        return ""
    by = f" by {file.kept.who}" if file.kept.who else ""
    return f" Kept on {long_date(file.kept.at[:10])}{by}; keeping it again adds only what is new."


def _bases(match: Match) -> Iterator[BaseChoice]:
    near = [match.base] if match.base is not None else []
    for one in (*near, *match.ties, *match.others):
        share = (
            "the very same text"
            if one.same
            else f"{figure(one.equal)} of {counted(one.paragraphs, 'paragraph')} word for word"
        )
        yield BaseChoice(one.node, one.label, share)


def _authors(file: ReturnedFile, said: Mapping[str, str]) -> Iterator[AuthorLine]:
    """Those named in the file, and once there are proposals of what was not tracked whose these are."""
    yield from (_author(one, said) for one in file.returned.authors)
    places: dict[str, int] = {}
    for number in file.wanted:
        for name in {one.author for one in file.made_of(number) if not one.tracked}:
            places[name] = places.get(name, 0) + 1
    for name in sorted(places.keys() - {one.name for one in file.returned.authors}):
        yield AuthorLine(name, said.get(name, ""), f"{counted(places[name], 'place')} without tracking")


def _author(author: Author, said: Mapping[str, str]) -> AuthorLine:
    days = [long_date(moment[:10]) for moment in (author.first, author.last) if moment]
    when = " to ".join(dict.fromkeys(days))
    facts = ", ".join(part for part in (counted(author.changes, "change"), when) if part)
    return AuthorLine(author.name, said.get(author.name, ""), facts)


def _holds(returned: Returned) -> str:
    changes = len(returned.sent.revisions)
    had = len(returned.whole.sent.revisions) - changes if returned.whole is not None else 0
    if not changes:
        return f"{counted(had, 'tracked change')}, which the draft has already" if had else "No tracked change"
    names = counted(len(returned.authors), "author")
    comments = len(returned.sent.comments)
    beside = f"; {counted(comments, 'comment')}" if comments else ""
    more = f", and {figure(had)} that the draft has already" if had else ""
    return f"{counted(changes, 'tracked change')} by {names}{more}{beside}"


# Rows


def _rows(file: ReturnedFile, said: Mapping[str, str], changed: tuple[ReturnedRow, ...]) -> Iterator[ReturnedRow]:
    match = file.plan.match
    if match.base is not None and match.between is not None and file.base == match.base.node:
        yield ReturnedRow(heading=f"With all its changes accepted this is “{match.base.label}”: nothing in it is new.")
        yield ReturnedRow(says=f"To have its changes as proposals, choose “{match.between.label}” under “Made on”.")
    if file.plan.untracked and file.against is not None:
        yield ReturnedRow(heading=f"Changed without tracking, {len(file.plan.untracked)}")
        for numbers in in_rows(file.plan.untracked):
            found = [file.plan.untracked[number] for number in numbers]
            against = found[0].against or file.against
            row = _untracked_row(numbers[0], found[0], against, file.answers.get(numbers[0], Answer.OPEN))
            yield row if len(found) == 1 else with_signs_of(row, found)
    if file.not_placed:
        yield ReturnedRow(heading=f"No place in the kept draft, {len(file.not_placed)}")
        for proposal, reason in file.not_placed:
            yield from _lost_rows(proposal, reason, file.returned.base.draft, said)
    new, left = [one for one in changed if not one.as_left], [one for one in changed if one.as_left]
    for rows, heading in ((new, "New tracked changes" if left else "Tracked changes"), (left, "As they left")):
        if rows:
            yield ReturnedRow(heading=f"{heading}, {counted(len(rows), 'place')}")
            yield from rows
    comments = file.returned.sent.comments
    if comments:
        yield ReturnedRow(heading=f"{counted(len(comments), 'comment')}, kept with the file")
        yield from (row for one in comments for row in _comment_rows(one, file.returned.sent.draft, said))


def _comment_rows(comment: Comment, draft: Draft, said: Mapping[str, str]) -> Iterator[ReturnedRow]:
    at, note = comment.paragraph, draft.note.get(comment.footnote) if comment.footnote is not None else None
    text = note.text if note is not None else draft.paragraphs[at].text if at is not None else ""
    quoted = text[comment.start : comment.end]
    about = f" on “{_short(quoted)}”" if quoted else ""
    about += f" in note {note.mark}" if note is not None else ""
    state = ", resolved" if comment.resolved else ""
    day = long_date((comment.date or "")[:10])
    when = f", {day}" if day else ""
    yield ReturnedRow(
        says=f"{tag(comment.author or '', said)}{about}{when}{state}",
        label=labels(draft)[at] if at is not None else None,
        pieces=(Piece(comment.text),),
    )
    for reply in comment.replies:
        yield ReturnedRow(says=f"{tag(reply.author or '', said)} replies", pieces=(Piece(reply.text),))


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rsplit(' ', 1)[0]}…"


def _untracked_row(number: int, one: Untracked, against: Comparison, answer: Answer) -> ReturnedRow:
    old = [against.old.paragraphs[one.old]] if one.old is not None else []
    new = [against.new.paragraphs[one.new]] if one.new is not None else []
    change = next((c for c in against.changes if place_of(c.old, c.new) == (one.old, one.new)), None)
    if change is None or one.footnote is not None:  # of a note that was cited elsewhere too
        pieces = tuple(Piece(text, mark=_MARKS[op]) for op, text in readable(one.words))
    else:
        olds = [against.old.paragraphs[at] for at in change.old]
        news = [against.new.paragraphs[at] for at in change.new]
        words = marked(readable(change.words), olds, news, (against.old, against.new)).inline
        pieces = tuple(piece for part in words for piece in part)
    name = one.label if one.label.startswith(("PP", "OP")) else None
    return ReturnedRow(
        says=f"{one.sentence} No proposal can hold it." if not one.held else one.sentence,
        label=name,
        paragraph=(new or old)[0] if new or old else None,
        pieces=pieces,
        untracked=number if one.held else None,
        answer=answer,
        warns=True,
    )


def _lost_rows(proposal: Proposal, reason: str, own: Draft, said: Mapping[str, str]) -> Iterator[ReturnedRow]:
    found = list(changed_rows(own, [replace(proposal, against=None)], said))
    for row in found or [ReturnedRow(authors=(proposal.author,))]:
        yield replace(row, says=f"{tag(proposal.author, said)}: {reason}", warns=True)
