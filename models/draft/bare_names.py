"""Names in a text, which may be those of documents."""

from __future__ import annotations

from models.draft.late_pattern import late_pattern

_NAME = late_pattern(
    # A word with a capital that begins no sentence, and is neither a month nor whom every text asks.
    r"(?<!\A)(?<![.:;?!]\s)(?<![“«\"(\[])(?<!\d\s)(?<![\w-])(?!(?:OP|PP)s?\b|(?:OP|PP)\d)"
    r"(?!Secretary-General\b|Secretariat\b|Bureau\b|States?\b|Governments?\b|Secrétariat\b"
    r"|Secrétaire général|Secretari[oa]\b|Secretaría\b|[ÉE]tats?\b|Estados? |Gobiernos?\b|Gouvernements?\b"
    r"|Sub-?paragraph|Paragraph|Para\.|Paras\.|Párrafo|Article)"
    r"(?![\u0600-\u06ff\u2e80-\u9fff])[^\W\d_a-zß-öø-ÿа-ћ][\w’'-]+"
)
_ASKED = late_pattern(
    r"(?<!\w)(?:General Assembly|United Nations|Member States?|Nations Unies|Naciones Unidas|Assemblée générale"
    r"|Asamblea General|Secretari[oa] General|[ÉE]tats? [Mm]embres?|Estados? Miembros?)(?!\w)"
)
"""Whom every text asks, in more words than one."""


def names_anybody(text: str) -> bool:
    """Whether a name stands in a text, which may be that of a document."""
    return _NAME.search(_ASKED.sub(lambda name: name[0].lower(), text)) is not None
