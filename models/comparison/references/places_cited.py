"""The places within a document that citations name, and which of them gives way to one named behind "Ibid."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.draft.late_pattern import late_pattern

_WORD = re.compile(r"[^\W\d_]+")
_CHINESE = late_pattern(r"第[〇零一二三四五六七八九十百千\d]+([卷部章节節条條段页頁])|(附件)")
_LEVELS = {
    1: "vol vols volume volumes tome tomo том тома т المجلد 卷",
    2: "part parts partie parte часть части ч الجزء 部",
    3: "annex annexes appendix appendices enclosure enclosures chap chaps chapter chapters annexe appendice chapitre"
    " anexo anexos apéndice cap caps capítulo приложение приложения гл глава главы المرفق التذييل الفصل 章 附件",
    4: "sect sects section sections secc sección разд раздел разделы الفرع الباب 节 節",
    5: "art arts article articles rule rules artículo ст статья статьи правило المادة المادتان المواد 条 條",
    6: "para paras paragraph paragraphs par paragraphe paragraphes párr párrs párrafo п пп пункт пункты الفقرة"
    " الفقرتان الفقرات 段",
    7: "subpara subparas subparagraph subparagraphs alinéa inciso apartado подпункт",
}
"""How far within a document a place is; what is deeper stands in what is not."""
_LEVEL = {word: level for level, words in _LEVELS.items() for word in words.split()}
_PAGES = frozenset(
    ["p", "pp", "page", "pages", "pág", "págs", "página", "с", "стр", "страница", "الصفحة", "الصفحتان", "页", "頁"]
)
"""Places counted through the whole document: nothing but a volume or a part is around them, and nothing in them."""
_AROUND_PAGES, _IN_PAGES = 3, 8


def kept_before(parts: Sequence[str], named: str) -> int:
    """How many parts of a citation stay where another place is named behind "Ibid.".

    What says the same kind of thing gives way with all behind it (two annexes, two sessions); where nothing does, the
    first place within the document that the other is around or beside: a section gives way to a chapter, and a chapter
    to an annex. The first part, which names the document, stays.
    """
    two = _WORD.findall(named.casefold())
    words = [_WORD.findall(part.casefold()) for part in parts]
    alike = (at for at, one in enumerate(words) if at and one and two and (one[0] == two[0] or one[-1] == two[-1]))
    if (found := next(alike, None)) is not None:
        return found
    coming = _level(named, two, _AROUND_PAGES)
    if coming is None:
        return len(parts)
    levels = [_level(part, one, _IN_PAGES) for part, one in zip(parts, words, strict=True)]
    return next((at for at, level in enumerate(levels) if at and level is not None and level >= coming), len(parts))


def _level(part: str, words: list[str], pages: int) -> int | None:
    """How far within a document a part of a citation leads; None where it names no place."""
    found = _CHINESE.search(part)
    word = next(filter(None, found.groups())) if found else next(iter(words), "")
    return pages if word in _PAGES else _LEVEL.get(word)
