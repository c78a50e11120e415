"""What the inspector shows, as data: equal values mean that nothing has to be painted again."""

from __future__ import annotations

from dataclasses import dataclass

from models.draft import Kind
from widgets.paper.pieces import Pieces

KINDS: tuple[tuple[Kind, int, str], ...] = (
    (Kind.PREAMBULAR, 0, "Preambular"),
    (Kind.OPERATIVE, 0, "Operative"),
    (Kind.SUBPARAGRAPH, 1, "Subparagraph (a)"),
    (Kind.SUBPARAGRAPH, 2, "Subparagraph (i)"),
    (Kind.SUBPARAGRAPH, 3, "Subparagraph a."),
    (Kind.HEADING, 0, "Heading"),
    (Kind.SECTION, 0, "Section"),
    (Kind.ANNEX, 0, "Annex"),
    (Kind.QUOTE, 0, "Quotation"),
    (Kind.TEXT, 0, "Plain text"),
    (Kind.ENACTING, 0, "Organ that acts"),
    (Kind.MASTHEAD, 0, "Masthead"),
    (Kind.SPONSOR_NOTE, 0, "Note on sponsors"),
    (Kind.CLOSING, 0, "Closing line"),
)
"""Kind, level and its words, in the order of the choice."""

SUFFIXES = ("bis", "ter", "quater", "alt")


@dataclass(frozen=True, slots=True)
class Gone:
    """A paragraph of the base that stood just before this one and is gone; `place` is its position in the base."""

    place: int
    label: str
    words: Pieces


@dataclass(frozen=True, slots=True)
class LineageRow:
    """What happened to the paragraph in a draft: `day` short ("14 Nov"), `says` ("Rev.1: first appears, as OP7").

    The day has its year where the drafts lie in several. `draft` is the id of the draft and `position` the paragraph
    there; "" for the working text, which is here already.
    """

    draft: str
    position: int
    day: str
    says: str


@dataclass(frozen=True, slots=True)
class NoteHere:
    """A footnote cited in this paragraph; `also` are labels of other paragraphs that cite it."""

    id: int
    mark: str
    text: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A footnote of the text and where it is cited: (label, position) in order; empty where nothing cites it."""

    id: int
    mark: str
    text: str
    cited: tuple[tuple[str, int], ...] = ()

    @property
    def where(self) -> str:
        """Where it is cited, in words."""
        if not self.cited:
            return "cited nowhere"
        return "cited in " + ", ".join(dict.fromkeys(label for label, _ in self.cited))


@dataclass(frozen=True, slots=True)
class InspectorView:
    """The paragraph at the caret.

    `label` is what people call it, "" for none; `opening` its verb; `number` as it is now ("9", "9 bis"), "" for none;
    `suffix` one of SUFFIXES where it is set, `number_set` where the number was written by hand. `brackets` counts pairs
    that touch the paragraph, `unmatched` brackets in it without their other end. `agreed` says by whom and when it was
    agreed ad ref, `can_be_agreed` whether that can be said or taken back. `since` names the draft the text came
    from; `change` says what happened ("Reworded", "New", "Moved after OP8"; "" where nothing did), `changed` its words
    with marks. `can_put_back` is False for what has nothing to go back to. `warning` is what there is to look at in it,
    `right_to_left` how its words run.
    """

    label: str = ""
    opening: str = ""
    kind: Kind = Kind.TEXT
    level: int = 0
    number: str = ""
    suffix: str = ""
    number_set: bool = False
    brackets: int = 0
    unmatched: int = 0
    agreed: str = ""
    can_be_agreed: bool = False
    since: str = ""
    change: str = ""
    changed: Pieces = ()
    right_to_left: bool = False
    can_put_back: bool = False
    gone: tuple[Gone, ...] = ()
    lineage: tuple[LineageRow, ...] = ()
    notes: tuple[NoteHere, ...] = ()
    notes_in_text: int = 0
    writable: bool = True
    warning: str = ""


def kind_words(kind: Kind, level: int) -> str:
    """A kind as the choice says it."""
    for other, at, words in KINDS:
        if other is kind and (at == level or kind is not Kind.SUBPARAGRAPH):
            return words
    return "Subparagraph"
