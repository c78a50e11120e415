"""How the style sheets of a page make letters look: Word and others say there what a style is, not where it is used."""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml import etree

from models.clipboard.looks import AS_AROUND, in_force

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?")
_SAYS = re.compile(
    r"(?:^|[;\s])(font(?:-style|-weight)?|vertical-align|text-decoration(?:-line)?|list-style-type|mso-text-raise)\s*:\s*([^;]+)"
)
_DRAWN = re.compile(r"\.(lst-kix_[\w-]+)\s*>\s*li:before")
_COUNTED = re.compile(r"counter\([\w-]+,\s*([\w-]+)\)")
"""How pages that Google Docs saved draw the numbers of a list, which has none of its own."""
_SLANT = re.compile(r"(?:italic|oblique|normal)\b")
_OF_WORD = ("msohyperlink", "msosmartlink", "msoins")
_MOST = 400_000

Look = dict[str, str]
"""Names and values of declarations, in small letters."""


class StyleSheet:
    """The rules of a page that are for all elements of a name, a class, or both: italics, weight, raised letters, and
    how lists count."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[tuple[str, str], Look] = {}
        text = "\n".join(element.text or "" for element in root.iter("style"))[:_MOST].lower()
        for rule in _COMMENT.sub(" ", text).split("}"):
            selectors, _, said = rule.rpartition("{")
            if (drawn := _DRAWN.search(selectors)) and (counted := _COUNTED.search(said)):
                self._rules.setdefault(("", drawn[1]), {})["list-style-type"] = counted[1]
            if look := _look(said):
                for selector in selectors.rpartition("{")[2].rpartition(";")[2].split(","):
                    if (match := _SELECTOR.fullmatch(selector.strip())) and match[0]:
                        name, of_class = match[1] or "", match[2] or ""
                        self._rules.setdefault((name, of_class), {}).update(_of_words(look, name, of_class))

    def of(self, name: str, classes: Collection[str]) -> Look:
        """What they say of an element; a class counts more than a name, and both together more than either."""
        found: Look = {}
        if self._rules:
            keys = [(name, ""), *(("", one) for one in classes), *((name, one) for one in classes)]
            for key in keys:
                found |= self._rules.get(key, {})
        return found


def _of_words(look: Look, name: str, of_class: str) -> Look:
    """A look without the line under links and what came, which is none of their words."""
    line = look.get("text-decoration", "")
    if "underline" not in line or (name == "span" and of_class and not of_class.startswith(_OF_WORD)):
        return look
    return look | {"text-decoration": line.replace("underline", "")}


def _look(said: str) -> Look:
    found: Look = {}
    for name, declared in _SAYS.findall(said):
        value = in_force(declared)
        if value is None or (name == "list-style-type" and value in ("none", *AS_AROUND)):
            continue  # the page draws the numbers by other means, or its lists tell them
        if name.startswith("text-decoration"):
            found["text-decoration"] = value
        elif name != "font":
            found[name] = value
        elif slant := _SLANT.match(value):
            found["font-style"] = slant[0]
    return found
