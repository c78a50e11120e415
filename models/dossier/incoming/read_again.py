"""Kept drafts as their Word files are read today: what is kept stays in the reading of its time.

Cells, headings and levels are read otherwise now and then; that a file has them so is no change that anybody made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from models.draft import Draft, Kind, Paragraph, content_hash
from models.draft.canonical import dumps
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal, wish_value
from models.reading.reading import CannotRead

if TYPE_CHECKING:
    from models.dossier.dossier import Dossier
    from models.dossier.node import Node
    from models.dossier.proposals.kept_proposals import KeptProposal

_Aspect = tuple[object, ...]


def read_again(dossier: Dossier, node: str) -> Draft:
    """A kept draft with the kinds, levels, numbers and cells that its Word file is read with today: its own, or that of
    its nearest ancestor with the way to it.

    As it was kept where there is none, or where other words are read from it.
    """
    from models.dossier.incoming.own_package import package_of
    from models.word.read import read_word

    kept, file = dossier.draft(node), dossier.original(node)
    if file is None and (written := package_of(dossier, node)) is not None:
        file = written.data
    if file is None:
        return kept
    try:
        now = read_word(file, dossier.changes_taken(node)).draft.paragraphs
    except CannotRead:
        return kept
    if [one.text for one in now] != [one.text for one in kept.paragraphs]:
        return kept
    pairs = zip(now, kept.paragraphs, strict=True)
    return replace(kept, paragraphs=tuple(replace(one, runs=was.runs) for one, was in pairs))


def read_as(dossier: Dossier, node: str, text: Draft) -> Draft:
    """A kept draft as its file is read today, but kinds and cells as kept where a text made on it has them so."""
    kept = dossier.draft(node)
    words = {one.text for one in kept.paragraphs}
    if not any(shape[0] in words for aspect in (_kind, _cell) for shape in _all(aspect, text) - _all(aspect, kept)):
        return kept
    now, asked = read_again(dossier, node), _all(_cell, text)
    cells = max((kept, now), key=lambda one: (asked & _all(_cell, one)).total())
    kinds = _all(_kind, text)
    paragraphs = [
        replace(was if kinds[_kind(was)] else one, cell=placed.cell)
        for was, one, placed in zip(kept.paragraphs, now.paragraphs, cells.paragraphs, strict=True)
    ]
    return replace(kept, paragraphs=tuple(paragraphs))


def _kind(paragraph: Paragraph) -> _Aspect:
    return paragraph.text, paragraph.kind, paragraph.level


def _cell(paragraph: Paragraph) -> _Aspect:
    return paragraph.text, paragraph.cell


def _all(aspect: Callable[[Paragraph], _Aspect], draft: Draft) -> Counter[_Aspect]:
    return Counter(aspect(one) for one in draft.paragraphs if one.text.strip())


def content_again(dossier: Dossier, node: Node, content: str) -> str:
    """The hash of a kept draft, or of what it is read as today where that is `content`."""
    return content if node.content == content or content_hash(read_again(dossier, node.id)) == content else node.content


def read_alike(dossier: Dossier, nodes: Iterable[Node], draft: Draft) -> list[Node]:
    """The kept drafts that are this very text as their files are read today, though they were read otherwise."""
    content, words = content_hash(draft), [one.text for one in draft.paragraphs]
    from_word = dossier.read_from()
    return [
        node
        for node in nodes
        if node.id in from_word
        and node.paragraphs == len(words)
        and [one.text for one in dossier.draft(node.id).paragraphs] == words
        and content_again(dossier, node, content) == content
    ]


def known_again(
    made: Sequence[Proposal], kept: Iterable[KeptProposal], draft: Draft, node: str
) -> tuple[Proposal, ...]:
    """Proposals on a draft as they are kept already where these bring the same paragraphs, read as other cells and
    headings, or as moves and new paragraphs apart: what was decided of them holds.
    """
    kept = list(kept)
    there = {one.key: one.proposal for one in kept}
    new = [one for one in made if one.key not in there]
    if not new or not there:
        return tuple(made)
    keys = {one.key for one in made}
    before = {_wish_in_words(one): one for one in there.values() if one.key not in keys}
    found: dict[str, tuple[Proposal, ...]] = {
        one.key: (was,) for one in new if (was := before.get(_wish_in_words(one))) is not None
    }
    known = keys | {was.key for own in found.values() for was in own}
    left = [was for one in kept if one.key not in known and one.state is not None and (was := one.on(node)) is not None]
    found |= _moved_in_pieces([one for one in new if one.key not in found], made, left, draft)
    return tuple(was for one in made for was in _as_kept(one, found.get(one.key)))


def _as_kept(one: Proposal, kept: Sequence[Proposal] | None) -> Iterator[Proposal]:
    """What a proposal is kept as, its changes in the file being those of the first."""
    for n, was in enumerate(kept or ()):
        yield replace(was, revisions=() if n else one.revisions)
    if kept is None:
        yield one


def _moved_in_pieces(
    new: Sequence[Proposal], made: Sequence[Proposal], kept: Sequence[Proposal], draft: Draft
) -> dict[str, tuple[Proposal, ...]]:
    """The kept proposals that together move what a new one of their author does, by the key of that."""
    found: dict[str, tuple[Proposal, ...]] = {}
    amended = {one.against for one in (*made, *kept)}
    for one in new if kept else ():
        if one.kind != "move":
            continue
        own = _beside(one, [was for was in kept if was.author == one.author])
        plain = all(was.against is None and was.key not in amended for was in (one, *own))
        if own and plain and _texts(draft, own) == _texts(draft, [one]):
            found[one.key] = own
    return found


def _beside(one: Proposal, others: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Those that change something in the paragraphs of a proposal, or in those of such."""
    here, found = _paragraphs(one), set[str]()
    while more := [was for was in others if was.key not in found and not here.isdisjoint(_paragraphs(was))]:
        found |= {was.key for was in more}
        here = here.union(*map(_paragraphs, more))
    return tuple(was for was in others if was.key in found)


def _paragraphs(one: Proposal) -> set[int]:
    """The paragraphs in or before which a proposal changes something of the text."""
    edits = one.edits if one.place.note is None else ()
    return {at for edit in edits for at in range(edit.start.paragraph, edit.end.paragraph + 1)}


def _texts(draft: Draft, proposals: Iterable[Proposal]) -> list[str]:
    return [one.text for one in applied(draft, proposals).paragraphs if one.runs]


def _wish_in_words(one: Proposal) -> str:
    edits = tuple(replace(edit, come=tuple(map(_in_words, edit.come))) for edit in one.edits)
    return dumps(wish_value(replace(one, edits=edits)))


def _in_words(paragraph: Paragraph) -> Paragraph:
    """A paragraph without what readings differ in."""
    plain = paragraph.kind in (Kind.TEXT, Kind.HEADING)
    bare = replace(paragraph, cell=None if paragraph.cell is None else (0, 0, 0))
    return replace(bare, kind=Kind.TEXT, level=0) if plain else bare
