"""The ledger of a file in words: what it holds, in four groups, and what becomes of each thing; as text and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.draft import Draft, labels
from models.reading.reading import LedgerEntry
from models.telling.figures import figure
from models.telling.one_line import on_one_line
from models.telling.sentences import listed

GROUPS = {
    "edited": "Read and editable",
    "kept": "Comes back unchanged",
    "kept-while-unchanged": "Comes back while its paragraph is not changed",
    "not-followed": "Not followed",
}
"""The groups in their order, and what they are called."""
# One, several ("{}" is the count), and what else there is to say.
_WORDS = {
    "paragraph": ("1 paragraph", "{} paragraphs", ""),
    "note": ("1 footnote", "{} footnotes", ""),
    "revision": ("1 tracked change", "{} tracked changes", ""),
    "table": ("A table", "Tables", "read as text, shape kept"),
    "bullet": ("A paragraph with a bullet", "Paragraphs with bullets", "the sign is not read"),
    "merged-cell": ("A merged cell", "Merged cells", ""),
    "nested-table": ("A table within a table", "Tables within tables", "read as text, shape kept"),
    "section": ("Page settings", "Page settings", "paper, margins, columns, line numbers"),
    "running-head": ("A header or footer", "Headers and footers", ""),
    "paragraph-layout": ("Layout of a paragraph", "Layout of paragraphs", "indents, spaces, tabs, alignment"),
    "closed-heading": ("A heading closed over its text", "Headings closed over their text", "read with that text"),
    "section-break": ("A new section", "New sections", "with page settings of its own"),
    "page-break": ("A page break", "Page breaks", ""),
    "column-break": ("A column break", "Column breaks", ""),
    "frame": ("A frame", "Frames", "read as text"),
    "comment": ("A comment", "Comments", "read, with replies"),
    "proofing": ("Language of a paragraph", "Language of paragraphs", "for Word's proofing"),
    "right-to-left": ("A paragraph with right-to-left text", "Paragraphs with right-to-left text", ""),
    "bookmark": ("A bookmark", "Bookmarks", "left by Word, none seen"),
    "permission": ("A stretch that some may edit", "Stretches that some may edit", ""),
    "document-properties": ("Properties of the file", "Properties of the file", ""),
    "people": ("Names of people", "Names of people", ""),
    "custom-data": ("Data of another program", "Data of other programs", ""),
    "embedded-font": ("A font in the file", "Fonts in the file", ""),
    "building-blocks": ("Building blocks", "Building blocks", ""),
    "printer-settings": ("Settings of a printer", "Settings of printers", ""),
    "ribbon": ("A change of Word's own menus", "Changes of Word's own menus", ""),
    "label": ("A label of confidentiality", "Labels of confidentiality", ""),
    "document-variables": ("Hidden variables", "Hidden variables", ""),
    "tracking-on": ("Tracking is switched on", "Tracking is switched on", ""),
    "protection": ("Protection against editing", "Protection against editing", "Adref edits all the same"),
    "page-background": ("A colour or picture of the page", "Colours or pictures of the page", ""),
    "picture": ("A picture", "Pictures", ""),
    "chart": ("A chart", "Charts", ""),
    "diagram": ("A diagram", "Diagrams", ""),
    "text-box": ("A text box", "Text boxes", "read as text after its paragraph"),
    "shape": ("A drawn shape", "Drawn shapes", ""),
    "ink": ("Handwriting", "Handwriting", ""),
    "formula": ("A formula", "Formulas", "read as a line of characters"),
    "content-control": ("A form field or content control", "Form fields and content controls", "read as text"),
    "custom-markup": ("A mark of another program", "Marks of other programs", ""),
    "field": ("A value that Word recalculates", "Values that Word recalculates", "read as last shown"),
    "form-field": ("A form field", "Form fields", "read as last shown"),
    "number-field": ("A number that Word makes with a field", "Numbers that Word makes with fields", "not read"),
    "drawn-field": ("A formula that Word draws with a field", "Formulas that Word draws with fields", "not read"),
    "link-inside": ("A link within the file", "Links within the file", "read as text"),
    "colour": ("Colour or highlighting", "Colour and highlighting", "may be changes by hand"),
    "strike": ("Struck text", "Struck text", "read as text; may be changes by hand"),
    "raised-or-lowered": ("Raised or lowered letters", "Raised or lowered letters", "read on the line"),
    "letters": ("Size, font or shape of letters", "Size, font and shape of letters", ""),
    "text-effects": ("Effects on letters", "Effects on letters", ""),
    "hidden-text": ("Hidden text", "Hidden text", "read with the rest; leaves, hidden, in your own copy only"),
    "ruby": ("Reading aids above characters", "Reading aids above characters", "not read"),
    "automatic-text": ("A date or page number by Word", "Dates and page numbers by Word", "not read"),
    "embedded-object": ("An embedded object", "Embedded objects", "not opened"),
    "form-control": ("A control that may run", "Controls that may run", "not run"),
    "older-form": ("A form for other programs", "Forms for other programs", "the one that Word shows is read"),
    "sound-or-film": ("Sound or film", "Sound and film", ""),
    "web-link": ("A link out of the file", "Links out of the file", "its text is read; the address was not opened"),
    "linked-template": ("A linked template", "Linked templates", "not opened"),
    "linked-picture": ("A linked picture", "Linked pictures", "not fetched"),
    "linked-object": ("A linked object", "Linked objects", "not opened"),
    "linked-frame": ("A linked page", "Linked pages", "not opened"),
    "linked-document": ("A linked document", "Linked documents", "not opened"),
    "linked-data": ("Linked data of a mail merge", "Linked data of a mail merge", "not opened"),
    "linked-field": ("A field that fetches from elsewhere", "Fields that fetch from elsewhere", "not fetched"),
    "linked-other": ("Something linked from elsewhere", "Things linked from elsewhere", "not opened"),
    "embedded-document": ("A document within the file", "Documents within the file", "not read"),
    "sub-document": ("A document that belongs to this one", "Documents that belong to this one", "not read"),
    "macros": ("Macros", "Macros", "not run"),
    "add-in": ("An add-in of Word", "Add-ins of Word", "not run"),
    "signature": ("A digital signature", "Digital signatures", "not checked; any change breaks it"),
    "recipients": ("Recipients of a mail merge", "Recipients of a mail merge", "not read"),
    "mail-merge": ("A mail merge", "Mail merges", "not run"),
    "schema": ("A schema of another program", "Schemas of other programs", "not opened"),
    "unreached-part": ("A part that nothing leads to", "Parts that nothing leads to", "not read"),
    "unknown-part": ("A part of a kind not known", "Parts of kinds not known", "not read"),
    "broken-part": ("A part that cannot be read", "Parts that cannot be read", "not read"),
    "unknown-element": (
        "An element not known",
        "Elements not known",
        "its text is read, but for letters that stand loose in it",
    ),
    "words-astray": ("Words in no paragraph", "Words in no paragraph", "not read; no program shows them"),
}
_OWN_COPY = frozenset((
    "comment", "document-properties", "people", "custom-data", "building-blocks", "printer-settings", "ribbon",
    "label", "document-variables", "permission", "embedded-object", "form-control", "sound-or-film", "ink",
    "custom-markup", "older-form", "protection", "closed-heading", "words-astray",
))  # fmt: skip
"""What comes back in one's own copy only: what tells of the makers is taken out of any other file."""
_PARTLY_OWN = frozenset(("bookmark", "field"))  # those that refer within the text or count in it leave
_UNREAD = ("bullet", "number-field", "drawn-field", "automatic-text", "embedded-document", "sub-document",
           "unknown-part", "unreached-part", "broken-part", "words-astray")  # fmt: skip
# Nobody misses them: every file has them, and they come back.
_QUIET = ("paragraph-layout", "proofing", "letters", "section", "document-properties", "tracking-on", "right-to-left")
_MOST_PLACES = 6


def title(entry: LedgerEntry) -> str:
    """What an entry is of: "Bookmarks"."""
    one, many, _ = _WORDS[entry.code]
    return one if entry.count == 1 else many.format(figure(entry.count))


def remark(entry: LedgerEntry, draft: Draft | None = None) -> str:
    """What else there is to say of it, in small letters: where it stands, what was named, what becomes of it."""
    said = [_places(entry, draft) if draft is not None else "", _details(entry), _WORDS[entry.code][2]]
    said += ["kept in your own copy only"] if entry.code in _OWN_COPY else []
    said += ["some kept in your own copy only"] if entry.code in _PARTLY_OWN else []
    return "; ".join(one for one in said if one)


def headline(entries: Sequence[LedgerEntry]) -> str:
    """The ledger in one sentence."""
    unread = sum(entry.count for entry in entries if entry.code in _UNREAD)
    count = sum(entry.count for entry in entries if entry.group != "edited" and entry.code not in _QUIET)
    read = "Everything was read" if not unread else f"All was read but for {figure(unread)} of {_things(count)}"
    if not count:
        return f"{read}, and can be edited."
    return f"{read}; {_things(count)} {'is' if count == 1 else 'are'} not edited here." if not unread else f"{read}."


def is_quiet(entry: LedgerEntry) -> bool:
    """Whether it is nothing to be told of: what every file has, and what comes back whatever is done."""
    return entry.group in ("edited", "kept") or entry.code in _QUIET


def _things(count: int) -> str:
    return "1 thing" if count == 1 else f"{figure(count)} things"


def ledger_text(entries: Sequence[LedgerEntry], draft: Draft) -> str:
    """The ledger as lines of text, with a line feed at the end."""
    lines = [headline(entries)]
    for group, name in GROUPS.items():
        own = [entry for entry in entries if entry.group == group]
        lines += ["", name] if own else []
        for entry in own:
            more = remark(entry, draft)
            count = "" if group == "edited" else f"{entry.count:>7,}  "
            lines.append(f"  {count}{title(entry)}{f' ({more})' if more else ''}")
    return "\n".join(lines) + "\n"


def ledger_value(entries: Sequence[LedgerEntry]) -> list[dict[str, Any]]:
    """The ledger as plain data, `text` the words of `title` and `remark`; places are those of the paragraphs."""
    return [
        {
            "group": entry.group,
            "code": entry.code,
            "count": entry.count,
            "places": list(entry.places),
            "details": list(entry.details),
            "text": title(entry) + (f"; {more}" if (more := remark(entry)) else ""),
        }
        for entry in entries
    ]


def _places(entry: LedgerEntry, draft: Draft) -> str:
    if not entry.places or entry.group == "edited":
        return ""
    known = labels(draft)
    named = [label for at in entry.places if (label := known[at]) is not None]
    if not named or len(entry.places) > _MOST_PLACES:
        count = len(entry.places)
        return "in 1 paragraph" if count == 1 else f"in {figure(count)} paragraphs"
    beside = len(entry.places) - len(named)
    return f"in {', '.join(named)}" + (f" and {beside} more" if beside else "")


def _details(entry: LedgerEntry) -> str:
    if not entry.details:
        return ""
    if entry.code == "revision":
        names = dict.fromkeys(on_one_line(name).strip() for name in entry.details)
        return f"of {listed([f'“{name}”' if name else 'nobody named' for name in names])}"
    return ", ".join(entry.details)
