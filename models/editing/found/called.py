"""How people call a paragraph or a note when they look for it, in the official languages: "op10b", "par. 4 du
dispositif", "п. 4", "第4段", "footnote 3"."""

from __future__ import annotations

import re

from models.draft.alphabets import CHINESE, value_in
from models.draft.late_pattern import late_pattern

_LABEL = re.compile(r"^(?P<part>pp|op)\s*(?P<rest>\d.*)$", re.IGNORECASE)
_BARE = re.compile(r"^\d{1,3}(\s?(bis|ter|quater|alt))?(\s?[a-z]{1,2})?(\s*\([a-z]{1,5}\))*$", re.IGNORECASE)
_OF_PREAMBLE = r"\s+(?:du préambule|del preámbulo|преамбулы|من (?:ال)?ديباجة)"
_OF_OPERATIVES = r"\s+(?:du dispositif|de la parte dispositiva|постановляющей части|من (?:ال)?منطوق)"
_WORDS = (
    r"(?:sub-?)?para(?:graph|\.)?|par\.|§|¶|paragraphe|párrafo|parrafo|párr\.|parr\.|пункт|пп?\."
    r"|(?:ال)?فقرة"
)
_NAMED = late_pattern(
    rf"^(?:(?:(?P<pp>preambular)|operative)(?:\s+para(?:graph|\.)?)?|(?P<alinea>al(?:inéa|inea|\.)|абзац)|{_WORDS})"
    rf"\s*(?:n[o°º]\.?\s*|№\s*)?(?P<rest>\d.*?)(?:(?P<of_preamble>{_OF_PREAMBLE})|{_OF_OPERATIVES})?$",
    re.IGNORECASE,
)
"""A paragraph called by whole words: "paragraph 10 (b)", "preambular paragraph 3". « Alinéas » are those of a
preamble."""
_CHINESE = late_pattern(
    rf"^(?:(?P<pp>序言)|执行)?(?:部分)?\s*第\s*(?P<figure>\d{{1,3}}|{CHINESE})\s*(?P<item>(?:[（(][a-z]{{1,5}}[）)]\s*)*)段"
    r"(?P<behind>(?:\s*[（(][a-z]{1,5}[）)])*)$"
)
_NOTE = late_pattern(
    r"^(?:(?:foot)?note|fn\.?|note de bas de page|nota(?: (?:de|al?) pie(?: de página)?)?|сноска|脚?注|(?:ال)?حاشية)"
    r"\s*(?P<mark>\S{1,4})$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"[\s()（）]+")
"""What nobody need type of a label: "op10b" is OP10 (b)."""
_DIGIT = re.compile(r"\d")


def wanted_label(words: str) -> str:
    """The label meant by some words as labels are compared, "" where none is: a number alone, or with "paragraph"
    before it, is an operative one's."""
    words = words.strip()
    if named := _NAMED.match(words):
        preambular = named["pp"] or named["alinea"] or named["of_preamble"]
        words = f"{'pp' if preambular else 'op'}{named['rest']}"
    elif chinese := _CHINESE.match(words):
        figure = value_in("chinese", chinese["figure"]) or chinese["figure"]
        words = f"{'pp' if chinese['pp'] else 'op'}{figure}{chinese['item']}{chinese['behind']}"
    elif _BARE.match(words):
        words = f"op{words}"
    return compared(words) if is_label(words) else ""


def is_label(words: str) -> bool:
    """Whether words are a label and nothing else: "op7", "PP3"."""
    return _LABEL.match(words.strip()) is not None


def wanted_note(words: str) -> str:
    """The mark of a note meant by some words, "" where none is: "footnote 3", "note *"."""
    asked = _NOTE.match(words.strip())
    return asked["mark"] if asked is not None else ""


def compared(label: str) -> str:
    """A label without what is loose in it, its digits those that everybody can type."""
    return _DIGIT.sub(lambda digit: str(int(digit[0])), _LOOSE.sub("", label.casefold()))
