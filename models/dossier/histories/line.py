"""The lineage of one paragraph: what it was in every draft of a dossier, and what changed at each step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING

from models.comparison.aligning.chapeaux import chapeaux, is_another
from models.comparison.paragraph_ends import share, stretches
from models.comparison.words.marked import Words
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.dossier.errors import DossierError
from models.draft import Draft, Kind, labels
from models.telling.sentences import listed

if TYPE_CHECKING:
    from models.dossier.dossier import Dossier
    from models.dossier.node import Node
    from models.lineage import Edge, Known


class ParagraphNotFound(DossierError):
    """No paragraph, or more than one, answers to a label."""


@dataclass(frozen=True, slots=True)
class Version:
    """A paragraph as it stands in one draft.

    `kind` is first (nothing stands before it), same, reworded, moved, split, merged or returned (it was gone for a
    while); `by` is who says so: engine, editor or hand, "" of a first one. `came_from` names drafts (ids) and positions
    it comes from, `words` is what changed since those of the first of these drafts, readable; of a split its share,
    and `rest` holds the other parts, each with its position and label. An item that kept its place may stand
    `under_another` chapeau.
    """

    node: Node
    position: int
    label: str | None
    text: str
    kind: str
    by: str
    came_from: tuple[tuple[str, int], ...]
    words: Words
    rest: tuple[tuple[int, str | None], ...] = ()
    under_another: bool = False

    @property
    def reworded(self) -> bool:
        """Whether its words are others than what it comes from had, whatever else happened to it."""
        return self.kind != "first" and any(op != "equal" for op, _ in self.words)

    @property
    def rest_named(self) -> str:
        """What the other parts of a split are called: "; the rest is OP4", "" where there are none."""
        return f"; the rest is {listed([label or 'another line' for _, label in self.rest])}" if self.rest else ""

    @property
    def fates(self) -> tuple[str, ...]:
        """Its kind, "reworded" behind it where that says nothing of words and they are others, and "chapeau"."""
        fates = (self.kind, "reworded") if self.reworded and self.kind in ("moved", "returned") else (self.kind,)
        return (*fates, "chapeau") if self.under_another else fates


@dataclass(frozen=True)
class Line:
    """All versions of a paragraph, oldest draft first; `nodes` are all drafts, `node` and `position` where it began.

    `of_note`: those of a footnote, and its ids for positions.
    """

    node: str
    position: int
    versions: tuple[Version, ...]
    nodes: tuple[Node, ...]
    of_note: bool = False

    @property
    def absent(self) -> tuple[Node, ...]:
        """The drafts in which it does not stand."""
        there = {version.node.id for version in self.versions}
        return tuple(node for node in self.nodes if node.id not in there)


def line(dossier: Dossier, node: str, position: int, steps: Steps | None = None) -> Line:
    """The lineage of a paragraph of a draft, along every way of the graph; splits branch, mergers run together.

    Where it was gone for a while and came back, the line goes on. `steps` are those of the paragraphs
    that were followed before it, where there are several.
    """
    steps = steps or Steps(dossier)
    nodes = steps.nodes

    stands: dict[str, tuple[int, ...]] = {node: (position,)}
    for here, known in steps.known_from(node).items():
        if there := tuple(sorted(edge.new for edge in known.edges if edge.old == position)):
            stands[here] = there
    versions = [
        steps.version(one, at, stands) for one in nodes if one.id in stands for at in stands[one.id]
    ]  # fmt: skip
    return Line(node, position, tuple(versions), nodes)


class Steps:
    """The drafts and the edges between them as they are asked for; `drafts` are read already."""

    def __init__(self, dossier: Dossier, drafts: Mapping[str, Draft] = MappingProxyType({})) -> None:
        self._dossier, self.nodes = dossier, dossier.nodes()
        self._nodes = {one.id: one for one in self.nodes}
        self._back = {
            (later, edge.new): (earlier, edge.old)
            for (earlier, later), edges in dossier.came_back().items()
            for edge in edges
        }
        """What came back, and from where."""
        self._read = drafts
        self._drafts: dict[str, tuple[Draft, tuple[str | None, ...]]] = {}
        self._known: dict[tuple[str, str], Known] = {}
        self._known_from: dict[str, dict[str, Known]] = {}
        self._moved: dict[tuple[str, str], set[int]] = {}
        self._notes: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}

    def draft(self, node: str) -> tuple[Draft, tuple[str | None, ...]]:
        """A draft and its labels."""
        if node not in self._drafts:
            draft = self._read.get(node) or self._dossier.draft(node)
            self._drafts[node] = draft, labels(draft)
        return self._drafts[node]

    def known_from(self, node: str) -> dict[str, Known]:
        """The lineage between a draft and every other one."""
        if node not in self._known_from:
            self._known_from[node] = self._dossier.known_from(node)
        return self._known_from[node]

    def known(self, old: str, new: str) -> Known:
        """The lineage between two drafts."""
        if (old, new) not in self._known:
            self._known[old, new] = self._dossier.known_between(old, new)
        return self._known[old, new]

    def beside(self, node: str) -> tuple[str, ...]:
        """The drafts one step before a draft, and those one step after it."""
        return (*self._nodes[node].parents, *(one.id for one in self.nodes if node in one.parents))

    def note_beside(self, node: str, note: int, other: str) -> int | None:
        """As which note one of a draft stands in a draft one step before or after it, by their ids; None as none."""
        own, its = (self.draft(one)[0].footnotes for one in (node, other))
        text = self.draft(node)[0].note[note].text
        same = [one.id for one in its if one.text == text]
        if len(same) == 1 and sum(one.text == text for one in own) == 1:
            return same[0]  # known without all of both drafts being compared
        after = node in self._nodes[other].parents
        pairs = self.notes(node, other) if after else self.notes(other, node)
        return next((pair[after] for pair in pairs if pair[not after] == note), None)

    def notes(self, before: str, node: str) -> tuple[tuple[int, int], ...]:
        """The notes of an earlier draft that live on in a later one, and as which there, by their ids."""
        if (before, node) not in self._notes:
            drafts = self.draft(before)[0], self.draft(node)[0]
            noted = all(draft.footnotes for draft in drafts)
            found = self._dossier.compared(before, node, drafts=drafts).footnotes if noted else ()
            self._notes[before, node] = tuple((one.old[0], one.new[0]) for one in found if one.old and one.new)
        return self._notes[before, node]

    def version(self, node: Node, at: int, stands: dict[str, tuple[int, ...]]) -> Version:
        draft, names = self.draft(node.id)
        text = draft.paragraphs[at].text
        came = [
            (before, edge) for before in node.parents for edge in self.known(before, node.id).edges if edge.new == at
        ]
        if not any(edge.old in stands.get(before, ()) for before, edge in came):
            # What the parents have of it is not of this line.
            came = self._from_afar(node.id, at, stands) or came
        if not came and (node.id, at) in self._back:
            return self._returned(node, at, names[at], text)
        if not came:
            return Version(node, at, names[at], text, "first", "", (), word_diff("", text))
        first = [edge for before, edge in came if before == came[0][0]]
        former = "\n".join(self.draft(came[0][0])[0].paragraphs[edge.old].text for edge in first)
        known = self.known(came[0][0], node.id).edges
        sprung = sorted({edge.new for edge in known if edge.old == first[0].old}) if len(first) == 1 else [at]
        parts = [draft.paragraphs[part].text for part in sprung]
        words = readable(word_diff(former, "\n".join(parts)))
        if len(parts) > 1:
            words = share(stretches(words, [former], parts), sprung.index(at))
        kind = self._kind(came[0][0], node.id, first, sprung, former == text)
        return Version(
            node,
            at,
            names[at],
            text,
            kind,
            first[0].said_by,
            tuple((before, edge.old) for before, edge in came),
            words,
            tuple((part, names[part]) for part in sprung if part != at),
            kind in ("same", "reworded") and self._under_another(came[0][0], node.id, first[0].old, at),
        )

    def _under_another(self, before: str, node: str, was: int, at: int) -> bool:
        """Whether an item stands under another chapeau than it did in an earlier draft."""
        olds, news = self.draft(before)[0], self.draft(node)[0]
        one, two = olds.paragraphs[was], news.paragraphs[at]
        if not one.kind is two.kind is Kind.SUBPARAGRAPH or one.level != two.level:
            return False
        head, other = chapeaux(olds)[was], chapeaux(news)[at]
        if head is None or other is None:
            return False
        edges = self.known(before, node).edges
        lives_on, came = ([e.new for e in edges if e.old == head], [e.old for e in edges if e.new == other])
        return is_another(olds.paragraphs[head], news.paragraphs[other], lives_on, came)

    def _kind(self, before: str, node: str, came: Sequence[Edge], parts: Sequence[int], same: bool) -> str:
        if len(came) > 1:
            return "merged"
        if len(parts) > 1:
            return "split"
        # Who pairs by hand says no more than that two are one: whether it moved their comparison tells.
        if came[0].kind == "moved" or (came[0].by == "hand" and came[0].new in self._moved_in(before, node)):
            return "moved"
        return "same" if same else "reworded"

    def _moved_in(self, before: str, node: str) -> set[int]:
        """What of a draft is moved in its comparison with an earlier one."""
        if (before, node) not in self._moved:
            found = self._dossier.compared(before, node, drafts=(self.draft(before)[0], self.draft(node)[0]))
            self._moved[before, node] = {at for change in found.changes if change.moved for at in change.new}
        return self._moved[before, node]

    def _returned(self, node: Node, at: int, name: str | None, text: str) -> Version:
        before, there = self._back[node.id, at]
        words = readable(word_diff(self.draft(before)[0].paragraphs[there].text, text))
        return Version(node, at, name, text, "returned", "engine", ((before, there),), words)

    def _from_afar(self, node: str, at: int, stands: dict[str, tuple[int, ...]]) -> list[tuple[str, Edge]]:
        """From an earlier draft that is no parent: a hand may join any two."""
        earlier = list(self._nodes)[: list(self._nodes).index(node)]
        for before in reversed([one for one in earlier if one in stands]):
            found = [edge for edge in self.known(before, node).edges if edge.new == at and edge.by == "hand"]
            if found:
                return [(before, edge) for edge in found]
        return []


def called(draft: Draft, label: str, where: str) -> int:
    """The position of the paragraph that people call so ("OP10 (a)", "op10(a)"); `where` names the draft in messages.

    Raises ParagraphNotFound, naming labels that are near.
    """
    names = labels(draft)
    wanted = _plain(label)
    found = [at for at, name in enumerate(names) if name is not None and _plain(name) == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        raise ParagraphNotFound(
            f"{len(found)} paragraphs of “{where}” are called {names[found[0]]}; give each a number of its own."
        )
    known = {_plain(name): name for name in names if name is not None}
    near = [known[one] for one in get_close_matches(wanted, known, 4, 0.5)]
    hint = f"near it are {', '.join(near)}" if near else "its labels are as OP1, PP1 or OP1 (a)"
    raise ParagraphNotFound(f"No paragraph of “{where}” is called “{' '.join(label.split())}”; {hint}.")


def _plain(label: str) -> str:
    return "".join(label.split()).casefold()
