"""How an element makes its letters look: italic, bold, underline, gone, unseen; from its name and its own style."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from models.forms.pieces import DELETE, INSERT

_ITALIC = {"i", "em", "cite", "var", "dfn"}
_BOLD = {"b", "strong"}
_STRUCK = {"s", "strike"}
_PRE = {"pre", "textarea", "listing", "xmp"}
_BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_IN_A_LINE = {"article", "blockquote", "center", "div", "h1", "h2", "h3", "h4", "h5", "h6", "p", "section"}
"""What a page may set into the line around it; items of a list that it sets so are its menu, and stay apart."""
_UNREAD = {
    "applet", "audio", "button", "canvas", "embed", "head", "iframe", "input", "map", "math", "noscript", "object",
    "script", "select", "style", "svg", "template", "textarea", "title", "video", "xml",
}  # fmt: skip
_BOLD_FROM = 600
_GONE, _COME = "msodel", "msoins"
"""The classes of words that were deleted or inserted in Word, which say it without the elements in them, too."""
_LIFTED = re.compile(r"(-?)(\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})(?=pt|\Z)")
_FAR_UP = re.compile(r"(\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})(px|pt|r?em|%)\Z")
_RAISED = {"px": 2.0, "pt": 1.5, "em": 0.15, "rem": 0.15, "%": 15.0}
"""So far above the base line letters are raised, as programs of Apple write it: "vertical-align: 4.0px"; converters of
pages set them less far above for the look alone."""
AS_AROUND = frozenset(("inherit", "unset", "revert", "revert-layer"))
"""What says of a look that it is the one around: a page that resets all its looks says it of each element."""


@dataclass(frozen=True, slots=True)
class Look:
    """What holds for the letters inside an element; `verbatim`: its spaces and line ends count."""

    italic: bool = False
    bold: bool = False
    underline: bool = False
    gone: bool = False
    inserted: bool = False
    struck: bool = False
    raised: bool = False
    verbatim: bool = False

    @property
    def marks(self) -> tuple[bool, bool, bool]:
        """Italic, bold, underline."""
        return (self.italic, self.bold, self.underline)


def style_of(element: etree._Element) -> dict[str, str]:
    """The declarations of an element's style attribute; names and values in small letters."""
    told = element.get("style")
    if not told:
        return {}
    found: dict[str, str] = {}
    for declaration in told[:20_000].lower().split(";"):
        name, colon, value = declaration.partition(":")
        said = in_force(value) if colon else None
        if said is not None:
            found[name.strip()] = said
    return found


def in_force(value: str) -> str | None:
    """The value of a declaration without "!important", None where it is none: Word writes how words looked before a
    tracked change of their look with "!msorm", so that browsers pass over it."""
    said, _, how = value.partition("!")
    return None if how.strip() not in ("", "important") else " ".join(said.split())


def name_of(element: etree._Element) -> str:
    """The name of an element in small letters without a prefix; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition(":")[2].lower() if isinstance(tag, str) else ""


def words_in(element: etree._Element) -> str:
    """All letters inside an element."""
    return "".join(str(text) for text in element.itertext(etree.Element))


def classes_of(element: etree._Element) -> frozenset[str]:
    """The classes of an element in small letters."""
    return frozenset((element.get("class") or "").lower().split())


def is_space_of_browser(element: etree._Element, name: str) -> bool:
    """Whether an element is a space that a browser wrote so in a copy, at an edge of what looks otherwise."""
    if name != "span" or element.text != "\u00a0" or len(element):
        return False
    return not element.attrib or (element.get("class") == "Apple-converted-space" and len(element.attrib) == 1)


def is_block(name: str, style: dict[str, str]) -> bool:
    """Whether an element begins and ends a paragraph."""
    if name in _IN_A_LINE and style.get("display") == "inline":
        return False
    return name in _BLOCKS or style.get("display") in ("block", "list-item")


def is_quote(element: etree._Element, name: str) -> bool:
    """Whether an element holds a mail that is answered, as mail programs write it."""
    return name == "blockquote" and (element.get("type") == "cite" or "gmail_quote" in classes_of(element))


def is_of_link(element: etree._Element) -> bool:
    """Whether the words of an element are those of a link, in it or around it."""
    return element.find("a") is not None or next(element.iterancestors("a"), None) is not None


def is_box(element: etree._Element, name: str, style: dict[str, str]) -> bool:
    """Whether an element is a box with paragraphs of its own that stands amid the letters of one, as LibreOffice
    writes it."""
    if name != "span" or not (style.get("float") in ("left", "right") or style.get("position") == "absolute"):
        return False
    return any(is_block(name_of(one), style_of(one)) for one in element.iterchildren(etree.Element))


# What our own pages say beside the text: the way to it, and what is said to those who listen.
_FOR_THE_READER = frozenset(("skip", "unseen", "back"))


def is_unseen(element: etree._Element, name: str, style: dict[str, str]) -> bool:
    """Whether what is inside an element is no text for a reader: programs, forms, hidden words, margin comments."""
    if (name in _UNREAD and not _is_heading(element, name)) or element.get("hidden") is not None:
        return True
    if _is_hidden(style):
        return True
    if name == "div" and element.get("title") in ("header", "footer"):
        return True  # LibreOffice writes the running heads of pages into the text
    if not _FOR_THE_READER.isdisjoint(classes_of(element)) or (name == "h2" and element.get("id") == "notes"):
        return True
    return is_comment(element, style)


def _is_heading(element: etree._Element, name: str) -> bool:
    """Whether it is the button that opens what stands below: all the words of a heading."""
    heading = next(element.iterancestors(*HEADINGS), None) if name == "button" else None
    return heading is not None and words_in(heading).split() == words_in(element).split()


_AROUND = ("div", "nav", "section", "aside", "header", "footer", "form", "ul", "ol", "table", "body")


def hides_words(element: etree._Element, name: str, style: dict[str, str]) -> bool:
    """Whether it hides words of a text, as Word's look of that name does; menus and programs of pages are none."""
    hidden = name not in _UNREAD and name not in _AROUND and _is_hidden(style) and not is_comment(element, style)
    return hidden and bool(words_in(element).strip())


def _is_hidden(style: dict[str, str]) -> bool:
    return style.get("display") == "none" or style.get("mso-hide") == "all" or style.get("visibility") == "hidden"


def is_comment(element: etree._Element, style: dict[str, str]) -> bool:
    """Whether an element is a comment of Word: its anchor or the list of comments."""
    if style.get("mso-element") in ("comment-list", "comment") or style.get("mso-special-character") == "comment":
        return True
    return not classes_of(element).isdisjoint(("msocomanchor", "msocommentreference", "msocomtxt", "msocomoff"))


def look_of(
    name: str, mark: str | None, style: dict[str, str], before: Look, classes: frozenset[str] = frozenset()
) -> Look:
    """The look inside an element, `mark` what a copy of ours says of it, `before` the look around it."""
    look = before
    if name == "del" or mark == DELETE or _GONE in classes:
        return replace(look, gone=True)
    if name == "ins" or mark == INSERT or _COME in classes:
        return replace(look, inserted=True)
    if name in _ITALIC:
        look = replace(look, italic=True)
    elif name in _BOLD:
        look = replace(look, bold=True)
    elif name == "u":
        look = replace(look, underline=True)
    elif name in _STRUCK:
        look = replace(look, struck=True)
    elif name in _PRE:
        look = replace(look, verbatim=True)
    look = _styled(style, look) if style else look
    # Many sites raise it by other means than its own, on a base line that is no look of it.
    return replace(look, raised=True) if name == "sup" else look


def _styled(style: dict[str, str], look: Look) -> Look:
    style = {name: value for name, value in style.items() if value not in AS_AROUND}
    slant = style.get("font-style", "")
    if slant:
        look = replace(look, italic=slant.startswith(("italic", "oblique")))
    weight = style.get("font-weight", "")
    if weight:
        look = replace(look, bold=_is_bold(weight, look.bold))
    line = style.get("text-decoration", "") + " " + style.get("text-decoration-line", "")
    if "underline" in line:
        look = replace(look, underline=True)
    if "line-through" in line:
        look = replace(look, struck=True)
    height = style.get("vertical-align", "")
    if height and height != "baseline":  # the base line of what is around, which may be raised
        far = _FAR_UP.match(height)
        look = replace(look, raised=height == "super" or (far is not None and float(far[1]) >= _RAISED[far[2]]))
    if lifted := _LIFTED.match(style.get("mso-text-raise", "")):
        look = replace(look, raised=not lifted[1] and float(lifted[2]) > 0)
    space = style.get("white-space", "")
    if space:
        look = replace(look, verbatim=space.startswith("pre"))
    return look


def _is_bold(weight: str, before: bool) -> bool:
    word = weight.split()[0]
    if re.fullmatch(r"\d{1,4}", word):
        return int(word) >= _BOLD_FROM
    return True if word in ("bold", "bolder") else False if word in ("normal", "lighter") else before
