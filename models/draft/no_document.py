"""What stands behind a reference as what it is of would, and names no document: "OP3 in its entirety", "OP3 in 2028",
"OP3 of the text"."""

from __future__ import annotations

import re

from models.draft.late_pattern import late_pattern

_SPACE = "[ \u00a0\u202f]"
_GOES_ON = rf"(?![\w’'-]|{_SPACE}(?!(?:and|or|as|by|in|from|to|with|at|for|on|shall|will)(?!\w))[^\W\d_])"
IN_ITSELF = (
    rf"{_SPACE}+(?:(?:(?:its|their){_SPACE}+)?(?:full|entirety|totality|whole|part|particular|general|principle|practice"
    rf"|detail|turn|question){_GOES_ON}|(?:the{_SPACE}+)?(?:(?:near|coming){_SPACE}+)?future(?!\w))"
)
"""Behind "in" how far it goes; "in full text" of something goes on, and may be a document's."""
_YEAR = r"(?:19|20)\d\d(?![\w/–-]|[.,]\d|[ \u00a0]?[(\[])"
_MONTH = r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)"
IN_A_TIME = rf"{_SPACE}+(?:(?-i:(?:{_MONTH}{_SPACE})?{_YEAR}|{_MONTH})(?!{_SPACE}[A-Z\d])(?!\w))"
"""Behind "in" when something is done; no year that stands before a name or a symbol."""
_NO_MORE = (
    rf"(?={_SPACE}*(?:[,;:.)\]،؛]|\Z)|{_SPACE}(?:and|or|as|by|shall|will|should|may|is|are|et|ou|y|o|и|или)(?!\w)"
    rf"|{_SPACE}و)"
)
_OF_THE_TEXT = (
    r"(?:of|in) the (?:text|draft)|du (?:texte|projet)|dans le (?:texte|projet)|(?:d|en )el (?:texto|proyecto)"
    r"|(?:в )?(?:текст[ае]|проект[ае])|(?:من|في) (?:النص|المشروع)"
)
CI_APRES = "ci-après(?! (?:«|dénommé|désigné|appelé|intitulé))"
"""Below, in French; no name that is given to what was named."""
_OF_TEXT = late_pattern(rf",?{_SPACE}+(?:{_OF_THE_TEXT}){_NO_MORE}", re.IGNORECASE)
"""What a room calls the text it has before it, where no more is said of it."""
_FROM_A_TIME = late_pattern(rf",?{_SPACE}+from(?:{IN_A_TIME}|{_SPACE}(?:now|then)(?!\w))")
_TIME_BEHIND = late_pattern(rf",?{_SPACE}+(?:in|en|dans|в|في){IN_A_TIME}")
_DONE_THERE = late_pattern(
    r"(?<!\w)(?:(?:\w{2,}e[dn]|out|down|made|said) (?:in|by|under) (?:the )?|\w{2,}ée?s? (?:dans|par|au) (?:le )?"
    r"|\w{2,}[ai]d[oa]s? (?:en|por) (?:el )?|\w{3,}нн?\w{1,3} в )\Z"
)


def is_of_the_text(text: str, end: int) -> bool:
    """Whether behind a reference that ends at a place stands "of the text", and no more is said of that."""
    return _OF_TEXT.match(text, end) is not None


def without_the_text(text: str) -> str:
    """What a text says but for that."""
    return _OF_TEXT.sub("", text)


def is_from_a_time(text: str, end: int) -> bool:
    """Whether behind a reference that ends at a place stands "from 2028", or "from now on"."""
    return _FROM_A_TIME.match(text, end) is not None


def is_at_a_time(text: str, end: int) -> bool:
    """Whether behind a reference that ends at a place stands when something is done there."""
    return _TIME_BEHIND.match(text, end) is not None


def was_done_then(text: str, start: int, end: int) -> bool:
    """Whether what a reference is to was done at the time said behind it, "as asked in OP3 in 2023": perhaps by
    another text."""
    return is_at_a_time(text, end) and _DONE_THERE.search(text, max(0, start - 40), start) is not None
