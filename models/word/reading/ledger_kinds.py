"""What the elements of a Word file are to the reader: read, or kept beside the text, or not known.

Tables for the ledger. Every element of WordprocessingML (ISO/IEC 29500-1, 17) is in one of them; what is in none of
them is not known, and is counted as such.
"""

from __future__ import annotations

from models.word.namespaces import COLLAPSED, m, w

READ = frozenset(
    map(w, (
        "body", "p", "r", "t", "tab", "ptab", "cr", "noBreakHyphen", "softHyphen", "sym", "tr", "tc", "footnoteRef",
        "endnoteRef", "annotationRef", "separator", "continuationSeparator", "lastRenderedPageBreak", "proofErr",
        "bookmarkEnd", "permEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "sdtContent", "footnote",
        "endnote", "comment", "txbxContent", "rubyBase", "hdr", "ftr", "instrText", "fldData", "footnoteReference",
        "endnoteReference", "delText", "delInstrText",
    ))
)  # fmt: skip
"""Elements that are the text itself, or marks that another element is counted for; their children are looked at."""

COUNTED = {
    w(name): code
    for code, names in {
        "bookmark": ("bookmarkStart",),
        "permission": ("permStart",),
        "table": ("tbl",),
        "section": ("sectPr",),
        "link-inside": ("hyperlink",),
        "right-to-left": ("dir", "bdo"),
        "ruby": ("ruby",),
        "custom-markup": ("customXml", "smartTag"),
        "content-control": ("sdt",),
        "automatic-text": (
            "pgNum", "dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong",
        ),
        "embedded-document": ("altChunk",),
        "sub-document": ("subDoc",),
        "ink": ("contentPart",),
        "page-background": ("background",),
    }.items()
    for name in names
}  # fmt: skip
"""Elements that are counted one by one, and whose children are looked at."""

WITHIN = frozenset(
    map(w, (
        "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "rubyPr", "rt",
        "tblStylePr", "altChunkPr",
    ))
) | {m("oMathParaPr")}  # fmt: skip
"""Elements that say more of the element around them, which is counted; their children are not looked at."""

LETTERS = {
    w(name): code
    for code, names in {
        "": (
            "b", "bCs", "i", "iCs", "u", "rStyle", "cs", "specVanish", "webHidden", "oMath", "ins", "del",
            "moveFrom", "moveTo", "rPrChange", "vertAlign",
        ),
        "proofing": ("lang", "noProof", "snapToGrid"),
        "colour": ("color", "highlight", "shd"),
        "strike": ("strike", "dstrike"),
        "letters": (
            "rFonts", "sz", "szCs", "spacing", "w", "kern", "position", "caps", "smallCaps", "outline", "shadow",
            "emboss", "imprint", "effect", "bdr", "fitText", "em", "eastAsianLayout",
        ),
        "right-to-left": ("rtl",),
        "hidden-text": ("vanish",),
    }.items()
    for name in names
}  # fmt: skip
"""Properties of a run: what each is counted as, "" for those that are read or say nothing."""

LAYOUT = {COLLAPSED: "closed-heading"} | {
    w(name): code
    for code, names in {
        "": ("pStyle", "numPr", "rPr", "sectPr", "pPrChange", "ins", "del", "outlineLvl", "divId", "cnfStyle"),
        "right-to-left": ("bidi",),
        "frame": ("framePr",),
        "page-break": ("pageBreakBefore",),
        "paragraph-layout": (
            "keepNext", "keepLines", "widowControl", "suppressLineNumbers", "pBdr", "shd", "tabs",
            "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
            "autoSpaceDN", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
            "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap",
        ),
    }.items()
    for name in names
}  # fmt: skip
"""Properties of a paragraph, likewise."""

MERGED = tuple(map(w, ("gridSpan", "vMerge", "hMerge")))

PARTS = {
    kind: code
    for code, kinds in {
        "": (
            "officeDocument", "styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable",
            "theme", "themeOverride", "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds",
            "commentsExtensible", "image", "hyperlink", "chart", "chartEx", "chartUserShapes", "chartStyle",
            "chartColorStyle", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing",
            "oleObject", "package", "aFChunk", "customXmlProps", "control", "activeXControlBinary", "subDocument",
            "slicer",
        ),
        "running-head": ("header", "footer"),
        "document-properties": ("core-properties", "extended-properties", "custom-properties", "thumbnail"),
        "people": ("people", "person", "documenttasks", "tasks"),
        "custom-data": ("customXml",),
        "embedded-font": ("font",),
        "building-blocks": ("glossaryDocument",),
        "printer-settings": ("printerSettings",),
        "ribbon": ("extensibility", "ui", "keyMapCustomizations", "attachedToolbars", "userCustomization"),
        "label": ("classificationlabels",),
        "add-in": ("webextension", "webextensiontaskpanes"),
        "macros": ("vbaProject", "wordVbaData"),
        "signature": ("origin", "signature"),
        "recipients": ("recipientData", "mailMergeSource", "mailMergeHeaderSource"),
        "ink": ("ink",),
        "sound-or-film": ("audio", "video", "media", "model3d"),
    }.items()
    for kind in kinds
}  # fmt: skip
"""Parts by the last word of the type of the relationship that leads to them; "" where an element is counted."""

FIELDS = {
    name: code
    for code, names in {
        "number-field": ("LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"),
        "drawn-field": ("EQ",),
        "form-field": ("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
    }.items()
    for name in names
}
"""Fields by the name their instruction begins with, where they are no "field" as any other."""

SETTINGS = {
    w("mailMerge"): "mail-merge", w("documentProtection"): "protection", w("writeProtection"): "protection",
    w("docVars"): "document-variables", w("attachedSchema"): "schema", w("trackRevisions"): "tracking-on",
}  # fmt: skip
"""What the settings of a file hold that a reader should know of."""

EDITED, KEPT, FRAGILE, NOT_FOLLOWED = "edited", "kept", "kept-while-unchanged", "not-followed"
GROUPS = (EDITED, KEPT, FRAGILE, NOT_FOLLOWED)

GROUP = {
    code: group
    for group, codes in {
        EDITED: ("paragraph", "note", "revision"),
        KEPT: (
            "bullet", "table", "merged-cell", "nested-table", "section", "running-head", "bookmark",
            "document-properties", "people", "custom-data", "embedded-font", "building-blocks", "printer-settings",
            "ribbon", "label", "document-variables", "tracking-on", "protection", "page-background",
        ),
        FRAGILE: (
            "picture", "chart", "diagram", "text-box", "shape", "ink", "formula", "content-control", "custom-markup",
            "field", "form-field", "number-field", "drawn-field", "link-inside", "colour", "strike",
            "raised-or-lowered", "letters", "text-effects", "hidden-text", "ruby", "automatic-text", "embedded-object",
            "form-control", "column-break", "older-form", "sound-or-film", "comment", "section-break", "page-break",
            "permission", "frame", "closed-heading", "paragraph-layout", "right-to-left", "proofing",
        ),
        NOT_FOLLOWED: (
            "web-link", "linked-template", "linked-picture", "linked-object", "linked-frame", "linked-document",
            "linked-data", "linked-field", "linked-other", "embedded-document", "sub-document", "macros", "add-in",
            "signature", "recipients", "mail-merge", "schema", "unreached-part", "unknown-part", "broken-part",
            "unknown-element", "words-astray",
        ),
    }.items()
    for code in codes
}  # fmt: skip
"""What becomes of each thing in a file that is written on this one."""

NAMED_ALL = frozenset((
    "revision", "web-link", "linked-template", "linked-picture", "linked-object", "linked-frame", "linked-document",
    "linked-data", "linked-field", "linked-other",
))  # fmt: skip
"""Whose authors, and where they lead, are named all of them."""
