"""Numbers of paragraphs as rooms write them out, "Operative paragraph 1:", "§ 1.", « Пункт 1. », “第1段：”, "1:": with
an opening behind them they number a paragraph; without one, as in "Paragraph 1 of resolution 70/1", they are words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from models.draft.alphabets import CHINESE, value_in
from models.draft.columns import begins_chinese
from models.draft.late_pattern import late_pattern
from models.draft.numbering import SUFFIXES
from models.draft.unseen_signs import UNSEEN_SIGNS
from models.reading.named_only import behind_aside
from models.reading.openings import opening, words_begin

_HEAD = 60
_PARTS = {
    word: part
    for part, words in (
        ("", "paragraph paragraphe para par párrafo parrafo párr пункт абзац п الفقرة فقرة 第 段 § # № n° nº no"),
        ("OP", "op po opara оп по operative dispositif dispositivo dispositiva operativo operativa постановляющий"),
        ("OP", "постановляющей المنطوق منطوق 执行部分 執行部分 执行段 執行段 正文"),
        ("PP", "pp пп preamb preambular preamble préambule preámbulo preambulo préambulaire alinéa alinea considérant"),
        ("PP", "considerando преамбулы الديباجة 序言部分 序言 序言段"),
    )
    for word in words.split()
}
"""What names a paragraph, and of which part it is then."""
_BETWEEN = frozenset(["of", "in", "the", "part", "du", "de", "la", "del", "parte", "части", "من", "er"])
_ABBREVIATED = frozenset(["para", "par", "párr", "п", "§", "#", "№", "n°", "nº", "op", "po", "pp", "оп", "по", "пп"])
"""Names that no sentence begins with, so that no sign need follow where a language has no capitals there."""
_TOKEN = late_pattern(
    rf"(?P<figure>\d{{1,3}}(?!\d)|(?<=第){CHINESE}(?=段))"
    r"|(?P<word>[nN][°º]|[执執]行(?:部分|段)|序言(?:部分|段)?|正文|[第段§#№]|[^\W\d_\u4e00-\u9fffºª]+)"
    r"|(?P<sign>[.:：)\]/、°º–—-]|[(\[](?=\d{1,3}[)\]])|[ \t\u00a0\u202f\u3000_\n])"
)
_BEFORE = re.compile(rf"[\s\[{UNSEEN_SIGNS}]*")
_ENDS = frozenset(".:：)]/、°º–—-")
_ENDS_FIGURE = frozenset(":：/°º")
"""What must follow a figure that nothing names: "1: Takes note", « 1° Prend note »."""
_ENDS_WORD = _ENDS - {"."}
"""What must follow a word that may as well stand in a sentence, which ends so: "as in / paragraph 3. Requests for"."""
_ARABIC = late_pattern("[\u0620-\u064a]")
_WITHOUT_CAPITALS = late_pattern("[а-яё\u0620-\u064a]")


class NumberInWords(NamedTuple):
    """A number written out: "OP", "PP" or "" for its part, its figure, its suffix, and its place in the text."""

    part: str
    value: int
    suffix: str
    start: int
    end: int


def number_in_words(text: str) -> NumberInWords | None:
    """The number written out at the start of a text, brackets before it set aside, where an opening follows; else
    None."""
    before = _BEFORE.match(text)
    head = _Head(text, before.end() if before is not None else 0)
    if not head.numbers():
        return None
    rest = text[: head.start] + behind_aside(text[head.end :])  # with its brackets: "[] Takes note"
    known = opening(rest)
    if known is None or not head.ends(rest[words_begin(rest) :]) or not rest[known.end :].strip():
        return None
    return NumberInWords(head.part, head.value, " ".join(head.suffixes), head.start, head.end)


@dataclass(slots=True)
class _Head:
    """What stands before the words of a paragraph, token by token."""

    text: str
    start: int
    end: int = 0
    part: str = ""
    named: bool = False
    short: bool = False
    value: int = 0
    suffixes: tuple[str, ...] = ()
    sign: str = ""
    """The last sign behind the figure that is no space."""
    gap: bool = False
    opened: bool = False
    """Whether a bracket round the figure is not shut."""

    def numbers(self) -> bool:
        """Whether it names a paragraph by one figure, and nothing else."""
        self.end = self.start
        while self.end < self.start + _HEAD and (token := _TOKEN.match(self.text, self.end)) is not None:
            kind, said = token.lastgroup, token[0].lower()
            if kind == "figure" and self.value:
                return False
            if not (
                self._figure(said) if kind == "figure" else self._word(said) if kind == "word" else self._sign(said)
            ):
                break
            self.end = token.end()
        return self.value > 0

    def _figure(self, said: str) -> bool:
        self.value = int(said) if said.isdecimal() else value_in("chinese", said) or 0
        return self.value > 0

    def _word(self, said: str) -> bool:
        if said in SUFFIXES and self.value:
            self.suffixes += (said,)
        elif said in _PARTS:
            self.part = _PARTS[said] or self.part
            self.named, self.short = True, self.short or said in _ABBREVIATED
        elif said not in _BETWEEN or not (self.named or self.value):
            return False
        self.gap = False
        if self.value:
            self.sign = ""
        return True

    def _sign(self, said: str) -> bool:
        if said in "([":
            self.opened = True
        elif said in ")]":
            if not self.opened:
                return False
            self.opened = False
        if said.isspace() or said == "_":
            self.gap = True
        elif self.value:
            self.sign = said
        return True

    def ends(self, words: str) -> bool:
        """Whether what follows is no rest of a sentence: "Paragraph 1 requests too much", “第1段请秘书长”."""
        if not self.named:
            bracketed = self.text[self.start - 1 : self.start] == "[" and self.text[self.end : self.end + 1] == "]"
            return self.sign in _ENDS_FIGURE if self.sign else bracketed
        first = self.text[self.start]
        if first.islower() and not self.short:
            return False
        if (first.isascii() and first.islower()) or (not self.short and _ARABIC.match(first)):
            return self.sign in _ENDS_WORD
        if self.sign in _ENDS:
            return True
        if begins_chinese(words):
            return self.gap
        return words[:1].isupper() or (self.short and _WITHOUT_CAPITALS.match(words) is not None)
