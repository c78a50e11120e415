"""A comparison made by hand, with one of each thing that can happen."""

from __future__ import annotations

from models.comparison.change import Change, Comparison, FootnoteChange, VerbChange
from models.comparison.words.marked import Words
from models.draft import Draft, Footnote, Kind, Paragraph, Run


def opened(kind: Kind, verb: str, rest: str, number: str | None = None, *notes: int, level: int = 0) -> Paragraph:
    """A paragraph with its opening words in italics and notes at the end."""
    runs = (Run(verb, italic=True), Run(rest), *(Run(footnote=note) for note in notes))
    return Paragraph(kind, runs, level, number)


PP, OP, SUB = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH

OLD = Draft(
    (
        Paragraph(Kind.MASTHEAD, (Run("A/C.9/99/L.1"),)),
        Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(","))),
        opened(PP, "Recalling", " the report of *Delegation A* <b>& others</b>,", None, 1),
        opened(PP, "Noting", " the [financial and] technical support,"),
        opened(PP, "Bearing in mind", " the contribution of all,"),
        opened(OP, "Recognizes", " the role of remittances;", "1"),
        opened(OP, "Invites", " Member States to meet;", "2"),
        opened(OP, "Requests", " a report that covers aims and a list of means;", "3"),
        opened(OP, "Decides", " to meet;", "4"),
        opened(OP, "Decides also", " to report.", "5"),
        Paragraph(Kind.CLOSING, (Run("End\nof text"),)),
    ),
    (Footnote(1, "1", (Run("See A/58/98."),)), Footnote(2, "2", (Run("Gone."),))),
)
NEW = Draft(
    (
        Paragraph(Kind.MASTHEAD, (Run("A/C.9/99/L.1/Rev.1"),)),
        Paragraph(Kind.ENACTING, (Run("The General Assembly", italic=True), Run(","))),
        opened(PP, "Recalling", " the report of *Delegation A* <b>& others</b>,", None, 1),
        opened(PP, "Noting", " the financial and technical support,"),
        opened(PP, "Recognizing", " the role of remittances,"),
        opened(OP, "Urges", " Member States to meet;", "1"),
        opened(OP, "Requests", " a report that covers:", "2"),
        Paragraph(SUB, (Run("Aims;"),), 1, "(a)"),
        Paragraph(SUB, (Run("A list of means;"),), 1, "(b)"),
        opened(OP, "Decides", " to meet and to report.", "3"),
        opened(OP, "Takes note", " of the views expressed.", "3 bis", 2),
        Paragraph(Kind.CLOSING, (Run("End\nof text"),)),
    ),
    (Footnote(1, "1", (Run("See A/58/99."),)), Footnote(2, "2", (Run("New."),))),
)


def _change(
    kind: str, old: tuple[int, ...], new: tuple[int, ...], words: Words, labels: tuple[str, str] = ("", ""),
    weight: str | None = "substance", reasons: tuple[str, ...] = (), moved: bool = False,
    renumbered: bool = False, verb: VerbChange | None = None,
) -> Change:  # fmt: skip
    def named(text: str, count: int) -> tuple[str | None, ...]:
        return tuple(text.split(", ")) if text else (None,) * count

    return Change(
        kind=kind, moved=moved, renumbered=renumbered, weight=weight, reasons=reasons, old=old, new=new,
        old_labels=named(labels[0], len(old)), new_labels=named(labels[1], len(new)), similarity=0.5, verb=verb,
        words=words,
    )  # fmt: skip


def _same(text: str) -> Words:
    return (("equal", text),)


COMPARISON = Comparison(
    OLD,
    NEW,
    (
        _change("reworded", (0,), (0,), (("equal", "A/C.9/99/L.1"), ("insert", "/Rev.1")), weight="housekeeping",
                reasons=("masthead",)),
        _change("unchanged", (1,), (1,), _same("The General Assembly,"), weight=None),
        _change("unchanged", (2,), (2,), _same("Recalling the report of *Delegation A* <b>& others</b>,"),
                ("PP1", "PP1"), reasons=("notes",)),
        _change("reworded", (3,), (3,), (("equal", "Noting the "), ("delete", "["), ("equal", "financial and"),
                ("delete", "]"), ("equal", " technical support,")), ("PP2", "PP2"), "bracket", ("brackets",)),
        _change("deleted", (4,), (), (("delete", "Bearing in mind the contribution of all,"),), ("PP3", "")),
        _change("reworded", (5,), (4,), (("delete", "Recognizes"), ("insert", "Recognizing"),
                ("equal", " the role of remittances"), ("delete", ";"), ("insert", ",")), ("OP1", "PP3"),
                reasons=("kind", "moved"), moved=True),
        _change("reworded", (6,), (5,), (("delete", "Invites"), ("insert", "Urges"),
                ("equal", " Member States to meet;")), ("OP2", "OP1"), reasons=("renumbered",), renumbered=True,
                verb=VerbChange("Invites", "Urges", "stronger")),
        _change("split", (7,), (6, 7, 8), (("equal", "Requests a report that covers"), ("delete", " aims and a"),
                ("insert", ":\nAims;\nA"), ("equal", " list of means;")), ("OP3", "OP2, OP2 (a), OP2 (b)"),
                reasons=("renumbered",), renumbered=True),
        _change("merged", (8, 9), (9,), (("equal", "Decides to meet"), ("delete", ";\nDecides also"),
                ("insert", " and"), ("equal", " to report.")), ("OP4, OP5", "OP3"), reasons=("renumbered",),
                renumbered=True),
        _change("inserted", (), (10,), (("insert", "Takes note of the views expressed."),), ("", "OP3 bis")),
        _change("unchanged", (10,), (11,), _same("End\nof text"), weight=None),
    ),
    (
        FootnoteChange("reworded", (1,), (1,),
                       (("equal", "See A/58/"), ("delete", "98"), ("insert", "99"), ("equal", "."))),
        FootnoteChange("deleted", (2,), (), (("delete", "Gone."),)),
        FootnoteChange("inserted", (), (2,), (("insert", "New."),)),
    ),
)  # fmt: skip
