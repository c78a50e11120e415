"""What a Word file that leaves may call its styles, bookmarks, counters and lists: as programs call them.

Whatever somebody called a thing may tell who did. Where a file names nobody, nothing is guessed about persons: what is
not known has to go. Where it goes in somebody's name, and back onto the file it was made on, names that somebody gave
stay, and paragraphs with them as they were, but for those that hold a part of a name that is known.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from models.draft.late_pattern import late_pattern
from models.word.leaving.parts.makers import InMarkup, in_markup
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
_LONG_NUMBER = re.compile(r"\d{4}")
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
    r"(?:titre|título|titulo|заголовок|标题|العنوان|عنوان|überschrift|titolo|見出し|제목)(?:\s*\d)?", re.IGNORECASE
)
"""What Word calls its headings in the codes of fields in other languages."""


_OF_BODIES = """
    adref and bureau by committee company de del delegation department dos du for foreign from gmbh inc la las les los
    ltd microsoft mission mr mrs ms nations office of on organization permanent representative republic secretariat
    state states the to uk un union united university user
"""
"""Words of names that tell nobody."""
_TELLING_NOBODY = frozenset(_OF_BODIES.split())
_WORD = re.compile(r"[^\W\d_]+")
_CASES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_A-Za-z]+")
_LETTERS_FOR = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ß": "ss", "ı": "i", "þ": "th"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe", "Æ": "Ae", "Þ": "Th"}
)
_SHORT = 2  # letters: such a word of a name is looked for as a word alone
_LOGIN = 5  # letters: of a name in one word, in small letters or capitals, the first may be an initial


@dataclass(frozen=True, slots=True)
class Calling:
    """How things in a file that leaves may be called: never with one of some names; as somebody did who is none of
    them only where `own_stay`, which needs names in Latin letters: others are written in those in many ways."""

    secret: frozenset[str] = frozenset()
    own_stay: bool = False

    @property
    def pattern(self) -> InMarkup | None:
        """What finds any of the names as they are."""
        return in_markup(self.secret)

    def tells(self, called: str) -> bool:
        """Whether one of the names stands in what a thing is called."""
        return (pattern := self.pattern) is not None and pattern.search(called) is not None

    def may_tell(self, called: str) -> bool:
        """Whether something that no program is known to call so may be called after one of them."""
        if not self.own_stay:
            return True
        parts = _parts_of(self.secret)
        if parts is None or self.tells(called):
            return True
        if not parts:
            return False
        plain = _spellings(called)
        words = {word.casefold() for one in plain for word in _CASES.findall(one)}
        squeezed = ["".join(_WORD.findall(one)).casefold() for one in plain]
        return any(one in words if len(one) <= _SHORT else any(one in word for word in squeezed) for one in parts)


@lru_cache(maxsize=8)
def _parts_of(names: frozenset[str]) -> frozenset[str] | None:
    """The words of names that tell somebody, small and without accents; None where one is not in Latin letters."""
    found = set[str]()
    for plain in (one for name in names for one in _spellings(name)):
        if any(letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN") for letter in plain):
            return None
        words = [word.casefold() for word in _WORD.findall(plain)]
        if len(words) == 1 and len(words[0]) >= _LOGIN and (plain.islower() or plain.isupper()):
            words.append(words[0][1:])
        words += [word.casefold() for word in _CASES.findall(plain)]  # "JaneDoe"
        found.update(word for word in words if len(word) >= _SHORT and word not in _TELLING_NOBODY)
    return frozenset(found)


def _spellings(said: str) -> tuple[str, ...]:
    """What is said without accents, and with letters written for them: "Muller" and "Mueller"."""
    if said.isascii():
        return (said,)
    composed = unicodedata.normalize("NFC", said)
    return tuple(dict.fromkeys(_plain(one) for one in (composed, composed.translate(_LETTERS_FOR))))


def _plain(said: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", said) if not unicodedata.combining(one))


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


def is_unknown_style(called: str, calling: Calling) -> bool:
    """Whether a style has to be called otherwise."""
    return (bool(called) and not is_known_style(called) and calling.may_tell(called)) or calling.tells(called)


def is_unknown_style_said(called: str, calling: Calling) -> bool:
    """Whether a field names a style so; Word names its own in the language that it speaks."""
    return is_unknown_style(called, calling) and (_HEADING.fullmatch(called) is None or calling.tells(called))


def is_unknown_place(called: str, calling: Calling) -> bool:
    """Whether a bookmark, a counter or a list has to be called otherwise."""
    known = not called or called.isdecimal() or called.casefold() in _COUNTERS
    known = known or (len(called) <= _LONGEST and _PLACE.fullmatch(called) is not None)
    return (not known and calling.may_tell(called)) or calling.tells(called)
