"""What programs, Adref and the templates of the United Nations call styles, bookmarks, counters and lists."""

from __future__ import annotations

import re
from functools import lru_cache

from models.draft.late_pattern import late_pattern
from models.word.styles import is_own_style_name

_OF_PROGRAMS = """
    annotation reference, annotation subject, annotation text, article section, balloon text, bibliography, block text,
    body text, body text first indent, body text indent, book title, caption, closing, colorful grid,
    colorful grid accent, colorful list, colorful list accent, colorful shading, colorful shading accent,
    comment reference, comment subject, comment text, dark list, dark list accent, date, default paragraph font,
    document map, e mail signature, emphasis, endnote reference, endnote text, envelope address, envelope return,
    followed hyperlink, footer, footnote reference, footnote text, grid table, grid table accent, grid table colorful,
    grid table colorful accent, grid table dark, grid table dark accent, grid table light, grid table light accent,
    hashtag, header, heading, html acronym, html address, html bottom of form, html cite, html code, html definition,
    html keyboard, html preformatted, html sample, html top of form, html typewriter, html variable, hyperlink, index,
    index heading, intense emphasis, intense quote, intense reference, light grid, light grid accent, light list,
    light list accent, light shading, light shading accent, line number, list, list bullet, list continue, list number,
    list paragraph, list table, list table accent, list table colorful, list table colorful accent, list table dark,
    list table dark accent, list table light, list table light accent, macro, macro text, medium grid,
    medium grid accent, medium list, medium list accent, medium shading, medium shading accent, mention,
    message header, no list, no spacing, normal, normal indent, normal table, normal web, note heading, outline list,
    page number, placeholder text, plain table, plain text, quote, revision, salutation, signature, smart hyperlink,
    smart link, strong, subtitle, subtle emphasis, subtle reference, table classic, table colorful, table columns,
    table contemporary, table d effects, table elegant, table grid, table grid light, table list, table normal,
    table of authorities, table of figures, table professional, table simple, table subtle, table theme, table web,
    title, toa heading, toc, toc heading, unresolved mention, z bottom of form, z top of form,

    addressee, bullet symbols, caption characters, citation, comment, contents, contents heading, default,
    default paragraph style, definition, drawing, drop caps, endnote, endnote anchor, endnote characters,
    endnote symbol, example, figure, first line indent, footer left, footer right, footnote, footnote anchor,
    footnote characters, footnote symbol, frame contents, hanging indent, header and footer, header left, header right,
    horizontal line, illustration, index link, internet link, line numbering, list contents, list heading, list label,
    main index entry, marginalia, numbering, numbering symbols, page break, preformatted text, quotations, rubies,
    sender, source text, standard, strong emphasis, table, table contents, table heading, table paragraph, teletype,
    text, text body, text body indent, user entry, variable, vertical numbering symbols, visited internet link, ww num,
    ww num z,

    apple converted space, apple style span, mso normal, style
"""
"""Styles of Word and names of their ids, those of LibreOffice, of what converts pages, and what a style is renamed."""
_SIGNS = re.compile(r"[\W\d_]+")
_KNOWN = frozenset(_SIGNS.sub("", one) for one in _OF_PROGRAMS.split(","))
_LONG_NUMBER = re.compile(r"\d{4}|(?:\d\D*){7}")
"""As a year, or the pieces of a telephone number, which no program gives: "WW8Num123z10" has six figures."""
_LONGEST = 253  # letters: Word gives no style a longer name
_OF_UNITED_NATIONS = late_pattern(
    r"(?:H(?:\d{1,2}|Ch|M)|(?:Single|Dual)Txt|(?:Bullet|Dash|Roman)\d?|ParaNo|X?Large|Small|S[LM](?=G))(?:GA?)?"
)
"""Styles of the templates of Headquarters and, with "_G" or "_GA", of Geneva: "_ H_2/3_GA", "__Single Txt"."""
_PLACE = late_pattern(
    r"_?Place\d+|move\d+|_Adref(?:Note|Cited)\d+|_+(?:GoBack|PictureBullets|top"
    r"|(?:Toc|Hlt|Hlk|Ref|MON_|ENREF_|DV_[A-Z]|DdeLink|RefHeading_*(?:Toc)?|RefNumPara|cp_change_|bookmark)[\d_]*)",
    re.IGNORECASE,
)
"""What programs call bookmarks and moves: Word, LibreOffice, EndNote, those that compare or convert, and Adref."""
_OF_COUNTERS = """
    figure table equation numberdefault outlinedefault legaldefault
    tableau équation figura tabla ecuación рисунок таблица формула 图 图表 表 表格 公式 شكل الشكل جدول الجدول معادلة
    المعادلة abbildung tabelle formel gleichung
"""
"""What is counted below figures, tables and formulas in the languages of the United Nations and of Word's German."""
_COUNTERS = frozenset(_OF_COUNTERS.split())
_HEADING = late_pattern(
    r"(?:titre|título|titulo|заголовок|标题|العنوان|عنوان|überschrift|titolo|見出し|제목)(?:\s*\d)?"
    r"|légende|descripción|epígrafe|название(?:\s+объекта)?|题注|تسمية\s+توضيحية|beschriftung|titel|didascalia|legenda",
    re.IGNORECASE,
)
"""What Word calls its headings, its title and its caption in the codes of fields in other languages."""


@lru_cache(maxsize=4096)
def is_known_style(called: str) -> bool:
    """Whether programs, the templates of the United Nations or Adref call styles so, or make such an id of that."""
    if len(called) > _LONGEST or _LONG_NUMBER.search(called):
        return False
    letters = _SIGNS.sub("", called).casefold()
    while letters != (rest := letters.removesuffix("char")) and rest:  # "Heading 1 Char": for words within a line
        letters = rest
    plain = re.sub(r"[\W_]+", "", called).removesuffix("Char")
    return letters in _KNOWN or is_own_style_name(called) or _OF_UNITED_NATIONS.fullmatch(plain) is not None


def is_heading_elsewhere(called: str) -> bool:
    """Whether Word calls a heading, its title or its caption so in the codes of fields in another language."""
    return _HEADING.fullmatch(called) is not None


def is_known_place(called: str) -> bool:
    """Whether programs call bookmarks, counters or lists so."""
    if not called or called.isdecimal() or called.casefold() in _COUNTERS:
        return True
    return len(called) <= _LONGEST and _PLACE.fullmatch(called) is not None
