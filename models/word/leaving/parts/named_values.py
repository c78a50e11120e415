"""What controls, links and letters say that only Word reads, in words of anybody's own: galleries, dates, languages."""

from __future__ import annotations

import re

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.word.leaving.parts.makers import InMarkup
from models.word.namespaces import RELATION, w
from models.word.seldom import each, seldom

_GALLERY, _DATE, _LANGUAGE, _LINK = map(w, ("docPartGallery", "dateFormat", "lang", "hyperlink"))
seldom(_GALLERY, _DATE, _LANGUAGE, _LINK)
_LOCATION, _VAL = w("docLocation"), w("val")
_OF_WORD = late_pattern(
    r"(?:Custom )?(?:Table of Contents|Cover Pages?|Bibliograph(?:y|ies)|Page Numbers?(?: \([\w ]+\))?|Watermarks?"
    r"|Quick Parts|AutoText|Equations?|Headers?|Footers?|Tables?|Text Box(?:es)?|Default|Any|Placeholder|Gallery \d)"
)
_OF_DATES = re.compile(r"(?:[dMyHhmsaAPpgGe\W\d]|(?<=')[^\W\d_]{1,3}(?='))*")  # "d 'de' MMMM 'de' yyyy"
_OF_LANGUAGES = re.compile(r"(?:x|[a-z]{2,3})(?:-[a-z0-9]{1,8})*", re.IGNORECASE)


def drop_named_values(root: etree._Element, secret: InMarkup | None) -> bool:
    """Take out in place galleries that are none of Word's, forms of dates with words, languages that are none, and
    places in files to which no link leads or that hold a secret name; whether there were any."""
    changed = False
    for node in list(each(root, _GALLERY, _DATE, _LANGUAGE, _LINK)):
        value, above = node.get(_VAL) or "", node.getparent()
        if node.tag == _LINK:
            place = node.get(_LOCATION)
            gone = place is not None and (node.get(f"{{{RELATION}}}id") is None or _holds(secret, place))
            keys = [_LOCATION] if gone else []
        elif node.tag == _LANGUAGE:
            keys = [str(key) for key, said in node.items() if said and not _OF_LANGUAGES.fullmatch(str(said))]
        else:
            keys = []
            if above is not None and not (_OF_WORD if node.tag == _GALLERY else _OF_DATES).fullmatch(value):
                above.remove(node)
                changed = True
        for key in keys:
            del node.attrib[key]
        changed = changed or bool(keys)
    return changed


def _holds(secret: InMarkup | None, value: str) -> bool:
    return secret is not None and secret.search(value) is not None
