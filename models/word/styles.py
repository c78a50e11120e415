"""Adref's paragraph styles in Word files: named for people, and telling a reader the kind and level for certain.

The ids are Adref's own, so a file of another house that has a style "Title" is not mistaken for one of ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from models.draft import Kind

_Said = TypeVar("_Said")
SPREAD = "AdrefSpread"
"""The character style of a tab that stands for a space: in a masthead, wide between two facts of one line."""
DEEPEST = 8  # Word's lists have nine levels, counted from 0


class ParagraphStyle(NamedTuple):
    """A style by its id in the file and its name in Word's list, and what a paragraph in it is."""

    id: str
    name: str
    kind: Kind
    level: int = 0


def _subparagraph_names() -> tuple[str, ...]:
    return ("Subparagraph (a)", "Subparagraph (i)", "Subparagraph a.", "Subparagraph i.")


def _styles() -> tuple[ParagraphStyle, ...]:
    names = _subparagraph_names()
    deep = [
        ParagraphStyle(
            f"AdrefSubparagraph{level}",
            names[level - 1] if level <= len(names) else f"Subparagraph level {level}",
            Kind.SUBPARAGRAPH,
            level,
        )
        for level in range(1, DEEPEST + 1)
    ]
    texts = [
        ParagraphStyle(f"AdrefText{level}", f"Text level {level}", Kind.TEXT, level) for level in range(1, DEEPEST + 1)
    ]
    headings = [
        ParagraphStyle(f"AdrefHeading{level}", f"Heading within the text level {level}", Kind.HEADING, level)
        for level in range(1, DEEPEST + 1)
    ]
    return (
        ParagraphStyle("AdrefMasthead", "Masthead", Kind.MASTHEAD),
        ParagraphStyle("AdrefUnitedNations", "Masthead United Nations", Kind.MASTHEAD),
        ParagraphStyle("AdrefSymbol", "Masthead symbol", Kind.MASTHEAD),
        ParagraphStyle("AdrefOrgan", "Masthead organ", Kind.MASTHEAD),
        ParagraphStyle("AdrefDistribution", "Masthead distribution", Kind.MASTHEAD),
        ParagraphStyle("AdrefOriginal", "Masthead language", Kind.MASTHEAD),
        ParagraphStyle("AdrefSession", "Session", Kind.MASTHEAD),
        ParagraphStyle("AdrefCommittee", "Committee", Kind.MASTHEAD),
        ParagraphStyle("AdrefAgendaItem", "Agenda item", Kind.MASTHEAD),
        ParagraphStyle("AdrefAgendaTitle", "Agenda item title", Kind.MASTHEAD),
        ParagraphStyle("AdrefSponsorLine", "Sponsor line", Kind.MASTHEAD),
        ParagraphStyle("AdrefAdoption", "Adoption line", Kind.MASTHEAD),
        ParagraphStyle("AdrefReport", "Report line", Kind.MASTHEAD),
        ParagraphStyle("AdrefTitle", "Draft title", Kind.MASTHEAD),
        ParagraphStyle("AdrefEnacting", "Enacting line", Kind.ENACTING),
        ParagraphStyle("AdrefPreambular", "Preambular paragraph", Kind.PREAMBULAR),
        ParagraphStyle("AdrefOperative", "Operative paragraph", Kind.OPERATIVE),
        *deep,
        ParagraphStyle("AdrefSection", "Section", Kind.SECTION),
        ParagraphStyle("AdrefHeading", "Heading within the text", Kind.HEADING),
        *headings,
        ParagraphStyle("AdrefAnnex", "Annex", Kind.ANNEX),
        ParagraphStyle("AdrefQuote", "Quoted text", Kind.QUOTE),
        ParagraphStyle("AdrefSponsorNote", "Sponsor note", Kind.SPONSOR_NOTE),
        ParagraphStyle("AdrefClosing", "Closing line", Kind.CLOSING),
        ParagraphStyle("AdrefText", "Text", Kind.TEXT),
        *texts,
    )


STYLES = _styles()
STYLE = {style.id: style for style in STYLES}
"""Adref's paragraph styles by id: the kind and level of a paragraph whose `w:pStyle` is one of them."""

OTHER_NAMES = {
    "AdrefRunningHead": "Running head",
    "AdrefFolio": "Folio",
    "AdrefDraftMark": "Draft mark",
    "AdrefCell": "Table text",
    "AdrefRemark": "Remark",
    "FootnoteText": "footnote text",
}
"""The names of the styles of the paragraphs around the text."""

_OWN_NAMES = {style.name: style for style in STYLES}
_TELLING = frozenset(("Draft title", "Enacting line", "Preambular paragraph", "Operative paragraph", "Masthead organ"))


def own_styles(names: Mapping[str, str]) -> Mapping[str, ParagraphStyle]:
    """Adref's paragraph styles by the ids they have in a file; `names` are those of its styles, by id.

    LibreOffice makes new ids of the names, "Drafttitle": a file with so many of the names has Adref's styles.
    """
    if not frozenset(names.values()) >= _TELLING:
        return STYLE
    return {**STYLE, **{own: _OWN_NAMES[name] for own, name in names.items() if name in _OWN_NAMES}}


_SIGNS = re.compile(r"[\W\d_]+")
_OWN_LETTERS = {
    _SIGNS.sub("", said).casefold()
    for said in (SPREAD, *STYLE, *(style.name for style in STYLES), *OTHER_NAMES, *OTHER_NAMES.values())
}


def is_own_style_name(called: str) -> bool:
    """Whether Adref's styles are called so, or have an id that some program made of what they are called."""
    return _SIGNS.sub("", called).casefold() in _OWN_LETTERS


_ID = {(style.kind, style.level): style.id for style in STYLES if style.kind is not Kind.MASTHEAD}
_MASTHEAD = {
    "united_nations": "AdrefUnitedNations",
    "symbol": "AdrefSymbol",
    "organ": "AdrefOrgan",
    "distribution": "AdrefDistribution",
    "date": "AdrefDistribution",
    "language": "AdrefDistribution",
    "original": "AdrefOriginal",
    "session": "AdrefSession",
    "committee": "AdrefCommittee",
    "agenda_item": "AdrefAgendaItem",
    "agenda_title": "AdrefAgendaTitle",
    "sponsor_line": "AdrefSponsorLine",
    "title": "AdrefTitle",
    "adopted": "AdrefAdoption",
    "report": "AdrefReport",
}


def style_id(kind: Kind, level: int = 0, role: str | None = None) -> str:
    """The id of the style for a kind and level; for masthead lines by their role in the masthead."""
    if kind is Kind.MASTHEAD:
        return _MASTHEAD.get(role or "", "AdrefMasthead")
    deep = max(level, 1 if kind is Kind.SUBPARAGRAPH else 0)
    return _ID.get((kind, min(deep, DEEPEST))) or _ID[(kind, 0)]


def inherited(own: Mapping[str, _Said], based: Mapping[str, str]) -> dict[str, _Said]:
    """What styles say of something, by themselves or through the first that says it of those they stand on, by id.

    Each is looked at once: a style may stand on thousands, and in a damaged file on itself.
    """
    found: dict[str, _Said | None] = dict(own)
    for name in based:
        unsaid: dict[str, None] = {}
        while name in based and name not in found and name not in unsaid:
            unsaid[name] = None
            name = based[name]
        found.update(dict.fromkeys(unsaid, found.get(name)))
    return {name: said for name, said in found.items() if said is not None}
