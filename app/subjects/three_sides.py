"""Three texts for a merge: which base two of them share, the merge ready for its page, and keeping what it gave. No Qt.

A side that is a file or the working text is no draft of the dossier yet. It is kept as one, on the base, together with
the merged draft, so that the merged draft has both its parents and its lineage goes through both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.running.what_stays import making_what_stays
from app.subjects.compared import compare_sides
from app.subjects.listing import Listing, listing_of
from app.subjects.sides import Side
from models.dossier import Dossier, Node
from models.dossier.incoming.importing import Progress
from models.draft import Draft, DraftError

if TYPE_CHECKING:
    from models.merging import Choice, Merge
    from widgets.keeping.panel import KeepChoice
    from widgets.merge.answers import Answers
    from widgets.merge.laid import Laid
    from widgets.merge.table import MergeTable
    from widgets.merge.told import Decided

Parents = Mapping[str, Sequence[str]]
Step = Callable[[], object]


@dataclass(eq=False)
class ThreeSides:
    """A base and the two texts made of it, merged; `answers` are what was said about the conflicts so far.

    `given` is what was said of the same three texts in the dossier before, under this `name`; `laid` the merged text as
    it was laid out last.
    """

    base: Side
    ours: Side
    theirs: Side
    name: str
    table: MergeTable = field(repr=False)
    laid: Laid = field(repr=False)
    given: Mapping[str, Choice] = field(repr=False)
    answers: Answers | None = field(default=None, repr=False)
    laying: Mapping[str, Choice] | None = field(default=None, repr=False)
    """The answers with which it was last begun to be laid out."""
    remembered: Mapping[str, Choice] | None = field(default=None, repr=False)
    """The answers that the dossier has."""


@dataclass(frozen=True)
class KeptMerge:
    """A merged draft that is kept, and the dossier with it."""

    listing: Listing
    node: Node


def common_base(parents: Parents, ours: str, theirs: str) -> str | None:
    """The nearest draft that two others come from: one of the two itself where the other comes from it; else None.

    `parents` names the drafts oldest first. Of several common ancestors it is the one with the fewest steps to both.
    """
    first, second = _steps(parents, ours), _steps(parents, theirs)
    order = list(parents)
    common = [node for node in first if node in second]
    return min(common, key=lambda node: (first[node] + second[node], -order.index(node)), default=None)


def _steps(parents: Parents, start: str) -> dict[str, int]:
    """A draft and its ancestors with the number of steps to each."""
    found, waiting = {start: 0}, [start]
    while waiting:
        node = waiting.pop(0)
        for parent in parents.get(node, ()):
            if parent not in found:
                found[parent] = found[node] + 1
                waiting.append(parent)
    return found


def likeliest_base(dossier: Dossier, ours: str, text: Draft) -> str:
    """Of a draft and those it comes from, the one with most paragraphs word for word in a text and nearest."""
    parents = {node.id: node.parents for node in dossier.nodes()}
    here = {paragraph.text for paragraph in text.paragraphs if paragraph.text.strip()}
    near = list(_steps(parents, ours))

    def shared(node: str) -> int:
        return len(here & {paragraph.text for paragraph in dossier.draft(node).paragraphs})

    return max(near, key=lambda node: (shared(node), -near.index(node)))


def merge_sides(base: Side, ours: Side, theirs: Side, dossier: Dossier | None, progress: Progress) -> ThreeSides:
    """Merge two texts with one base, ready to be shown; what a dossier knows of its drafts counts."""
    from models.merging import merged
    from models.merging.remembered import name_of
    from widgets.merge.laid import lay_out, unanswered
    from widgets.merge.table import merge_table

    with making_what_stays():
        first = compare_sides(base, ours, dossier, lambda share: progress(0.45 * share)).comparison
        second = compare_sides(base, theirs, dossier, lambda share: progress(0.45 + 0.4 * share)).comparison
        progress(0.85)
        found = merged(first, second)
        progress(0.93)
        name, table = name_of(found), merge_table(found)
        given = _given(found, name, dossier)
        laid = lay_out(table, given) if given else unanswered(table)
        return ThreeSides(base, ours, theirs, name, table, laid, given)


def _given(found: Merge, name: str, dossier: Dossier | None) -> Mapping[str, Choice]:
    """The answers that the same merge was given in a dossier before."""
    from models.merging.remembered import answers_from_text

    text = dossier.settled(name) if dossier is not None else None
    return answers_from_text(found, text) if text is not None else {}


def remember_answers(dossier: Dossier, three: ThreeSides) -> None:
    """Hold the newest answers for the next time these three texts are merged; a dossier that is only read takes none.

    Of many quick answers, each of which asks for it, not each is written: those that came meanwhile go with the next.
    """
    from models.merging.remembered import answers_to_text

    choices = three.answers.choices if three.answers is not None else {}
    if choices is three.remembered or dossier.read_only:
        return
    dossier.settle(three.name, answers_to_text(three.table.merge, choices) if choices else None)
    three.remembered = choices


def laid_out(three: ThreeSides, choices: Mapping[str, Choice], step: Step) -> Laid:
    """The merged text laid out for its page with these answers; `step` may raise to stop it, here and below."""
    from widgets.merge.laid import lay_out

    with making_what_stays():
        return lay_out(three.table, choices, step)


def decided(three: ThreeSides, choices: Mapping[str, Choice], step: Step) -> Decided:
    """What the merge decided by itself with these answers."""
    from widgets.merge.told import told_of

    with making_what_stays():
        return told_of(three.table.merged(choices), step)


def put_together(three: ThreeSides, choices: Mapping[str, Choice], step: Step) -> Merge:
    """The merge with these answers, its draft made here, where nobody waits."""
    with making_what_stays():
        return three.table.merged(choices).lay_out(step)


def merged_to_read(three: ThreeSides, choices: Mapping[str, Choice], step: Step) -> Side:
    """The merged text with these answers, ready to be read before it is kept."""
    from widgets.text.ready import ready_draft

    draft = put_together(three, choices, step).draft
    with making_what_stays():
        title = f"{three.ours.title} with {three.theirs.title}"
        return Side(title, "merged, not kept yet", draft, ready=ready_draft(draft))


def keep_merge(dossier: Dossier, three: ThreeSides, found: Merge, said: KeepChoice, who: str) -> KeptMerge:
    """Keep the text of a merge with both its parents; sides that are no drafts yet are kept on the base before it.

    `found` is the merge with its answers, `said` what it is called. Errors: MergeOpen where a conflict is not settled,
    and those of the dossier.
    """
    from models.merging.lineage import edges

    if found.open:
        raise MergeOpen(len(found.open))
    base = three.base.node
    ours = _kept_side(dossier, three.ours, base, who)
    theirs = _kept_side(dossier, three.theirs, base, who)
    lines = dict(zip((ours, theirs), edges(found), strict=True))
    node = dossier.keep(
        found.draft,
        parents=list(dict.fromkeys((ours, theirs))),
        edges=lines,
        who=who,
        label=said.label,
        date=said.date,
        author=said.author,
        note=said.note,
        distinct=not said.shared,
    )
    return KeptMerge(listing_of(dossier), node)


def _kept_side(dossier: Dossier, side: Side, base: str | None, who: str) -> str:
    """The draft a side is, or becomes."""
    if side.node is not None:
        return side.node
    parent = side.upon or base
    source = side.reading if side.reading is not None else side.draft
    name = side.path.name if side.path is not None else None
    parents, lineage = [parent] if parent else [], {side.upon: side.lineage} if side.upon else {}
    kept = dossier.keep(source, label=side.title, parents=parents, edges=lineage, file_name=name, who=who)
    return kept.id


class MergeOpen(DraftError):
    """A merge is to be kept with conflicts that nobody settled."""

    def __init__(self, count: int) -> None:
        many = "conflicts are" if count != 1 else "conflict is"
        super().__init__(f"{count} {many} not settled; settle each, or leave it in brackets, before the text is kept.")
