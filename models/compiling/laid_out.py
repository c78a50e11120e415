"""What several ask for as one row of pieces: whose each is, and who strikes it.

A text is laid out with all that comes in it. Which ends of paragraphs each strikes is chosen in `compiling.ends`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from models.compiling.joint_wishes import in_names_of, names_in
from models.compiling.standing import WITH
from models.compiling.states import state
from models.proposals.laid.rendering import Piece, Row
from models.proposals.proposal import Proposal


@dataclass(eq=False)
class Part:
    """Words or the mark of a note, or the end of a paragraph (`end` is its number in the text as laid out).

    `owner` is in whose name it came, "" of the base; `struck` are those who ask that it goes, each by itself. `length`
    counts letters, a mark of a note as none. Of an end `begins` is the paragraph of the base that begins before it;
    `stands` says in whose name it came in the file (`new`, or moved there), `shared` that it is wanted by more than
    came with it, and `fixed` that it cannot go. What is `gone` those who ask for it have struck already: only others
    see it.
    """

    owner: str
    struck: set[str]
    length: int = 0
    end: int | None = None
    begins: int | None = None
    stands: str = ""
    new: bool = False
    shared: bool = False
    fixed: bool = False
    gone: bool = False
    chosen: set[str] = field(default_factory=set)
    together: tuple[str, ...] = ()
    parted_by: tuple[str, ...] = ()

    @property
    def struck_as(self) -> str:
        """In whose names it is struck, "" where it stays."""
        return WITH.join(self.together) or in_names_of(self.chosen if self.end is not None else self.struck)

    @property
    def changed(self) -> bool:
        """Whether anything of it has to change in the file."""
        return not self.gone and bool(self.struck_as or self.shared or self.parted_by)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that its changes carry."""
        return tuple(name for name in (self.struck_as, self.stands, WITH.join(self.parted_by)) if name)

    def share(self, name: str) -> None:
        """Let an end come in one's name too."""
        self.stands = WITH.join(in_names_of([part, name]) for part in self.stands.split(WITH))
        self.shared = True

    def seen_by(self, name: str, owner: str | None = None) -> bool:
        """Whether it is there with the changes of one delegation alone."""
        own = self.owner if owner is None else owner
        return not own or all(name in names_in(part) for part in own.split(WITH))


def laid_out(rows: Iterable[Row], before: Set[str], names: Mapping[str, str]) -> list[Part]:
    """The parts of a text with the proposals `before`; `names` tells of keys in whose name each proposal stands."""
    found: list[Part] = []
    ends = begun = ended = 0
    begins: int | None = None
    for row in rows:
        if begun == ended and (row.base == begun or any(piece.op != "insert" for piece in row.pieces)):
            begins, begun = begun, begun + 1
        for piece in (*row.pieces, row.end):
            there = state(piece, before)[0]
            owner, struck = _whose(piece, before if there else (), names)
            if piece is not row.end:
                found += (
                    Part(owner, set(struck), len(run.text), gone=not there)
                    for run in piece.runs
                    if run.text or run.footnote is not None
                )
            elif there:
                found.append(Part(owner, set(struck), end=ends, begins=begins))
                ends, begins = ends + 1, None
            else:
                found.append(Part(owner, set(struck), end=-1, stands=owner, fixed=True, gone=True))
        ended = ended if row.base is None else row.base + 1
    return found


def _whose(piece: Piece, done: Collection[str], names: Mapping[str, str]) -> tuple[str, set[str]]:
    striking: Sequence[Proposal] = piece.struck_by if piece.op == "insert" else piece.by if piece.op == "delete" else ()
    struck = {name for one in striking if one.key not in done for name in names_in(names[one.key])}
    return names[piece.by[0].key] if piece.op == "insert" else "", struck
