"""What somebody called a thing in a file after a person or a body: one rule for styles, bookmarks and counters.

A name falls into words, at signs, numbers and capitals, and so does what a thing is called, case and accents aside. The
thing is called after somebody if a word of it, or several side by side, is a word of the name, or the name run together
("jdoe"); begins with one of four letters or holds one of five; or is one with nothing around it but words of the
format, particles, initials of the name and words of others ("jdoebody"). What is called in words of the format alone,
or as programs call it, is called after nobody, nor anything by words that many bodies have ("Committee", "Republic").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from models.draft.late_pattern import late_pattern
from models.word.leaving.parts.words_of_format import is_of_program, says_nothing, word_of_format
from models.word.styles import is_own_style_name

_OF_MANY = """
    adref
    al and bin by da dal de del della den der des di dos dr du el for from hon in jr la las le les los lord madam miss
    mr mrs ms mx of on or prof sr st ter the to und van von with y zu zum zur
    academy administration affairs agencia agency ambassade article assembly associates association
    asociacion author bloc branch bureau cabinet center centre city comision comite commission committee
    commonwealth communaute community company comunidad confederation conference consulate consulting contact corp
    corporation council country decision del delegacion delegation democratic democratique department desk division
    document draft editor embajada embassy emirates environment estado estados etat etats etrangeres europeenne
    exteriores external federal federated federation fifth final first foreign foundation fourth general global gmbh
    government group groupe grupo guest hashemite holding holdings inc informal institut institute instituto
    international intergovernmental island islands islamic item kingdom legal letter limited llc ltd management meeting
    member memo ministere ministerio ministry mision mission name nation national nations naciones network new
    note office operations organisation organization organizacion outlook owner paper partners party people peoples
    permanent permanente plc plurinational policy president programme program project proposal public relaciones
    relations report republic republica republique resolution reviewer second secretariat secretary section services
    session sixth socialist societe society solutions state states sub subcommittee system systems team template test
    text third trade treaty un unidas unies union unions unit united university user version windows working
    com edu gmail gov hotmail int mail net org www yahoo
    дел группа иностранных комитет министерство наций организация объединенных оон постоянное представительство
    республика федерация شركه جمهوريه وزاره بعثه onu pc
"""
_TELLING_NONE = frozenset(_OF_MANY.split())
"""Particles, titles, and words of which names of bodies and addresses are made, without accents."""
_BESIDE = _TELLING_NONE | frozenset((
    "amendment", "amendments", "bm", "changes", "copy", "edit", "edits", "fix", "insert", "language", "letters", "my",
    "notes", "old", "para", "plan", "position", "ref", "remark", "remarks", "rev", "sheet", "tmp", "words", "work",
))  # fmt: skip
"""Words that somebody runs together with a name."""
NO_SPACES = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0edf\u1780-\u17ff]")
"""Letters of scripts that part no words, and of Korean, which adds to them."""
_LONG, _LONG_WITHOUT_SPACES = 5, 2  # letters that other words hold by chance so seldom that they may be renamed
_BEGINNING = 4  # letters with which they so seldom begin
_LAID = 3  # letters of a word that is looked for among others it is run together with
_FAMILY, _BOTH = range(3, 5), 2  # signs of a name in Chinese, Japanese or Korean, the last two of them the given name
_LONGEST = 16  # letters of a word around one
_WHOLE = 80  # letters of what is run together; Word gives bookmarks no more than forty
_TOGETHER = 4  # words side by side
_OF_A_NAME = 12  # words: what has more is a sentence
_LETTERS, _CASES = re.compile(r"[^\W\d_]+"), re.compile(r"A?a+|A+(?!a)")
_FILE = re.compile(r"\.do[ct][xm]?$", re.IGNORECASE)
_LOGIN = re.compile(r"(?:(?P<realm>[^\\@\s]+)\\)?(?P<user>[^\\@\s]+)(?:@(?P<host>[^\\@\s]+))?")
_CAPITALS = re.compile(r"[A-Z]{6,}")  # "JSMITH": behind an initial a name; of "FRANCE" a piece that is no word
_HOST = 4  # letters of a word in an address that are no country's, nor a kind's
_ARTICLE = "ال"
_WRITTEN = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "æ": "ae",
    "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H", "ə": "e", "Ə": "E", "ـ": "", "ة": "ه", "ى": "ي",
})  # fmt: skip
_SPELT = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe",
    **dict(zip("абвгґдезиіыйклмнопрстуфхьъ", [*"abvggdeziiyyklmnoprstuf", "kh", "", ""], strict=True)),
    **dict(zip("АБВГҐДЕЗИІЙКЛМНОПРСТУФ", "ABVGGDEZIIYKLMNOPRSTUF", strict=True)),
    "ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "э": "e", "ю": "yu", "я": "ya", "ё": "e", "є": "ye",
    "ї": "yi", "Ж": "Zh", "Х": "Kh", "Ц": "Ts", "Ч": "Ch", "Ш": "Sh", "Щ": "Shch", "Э": "E", "Ю": "Yu", "Я": "Ya",
    "Ё": "E", "Є": "Ye", "Ї": "Yi",
})  # fmt: skip
"""How names are written where their letters are not to be had: in two letters, and Cyrillic ones in Latin."""


class CalledAfter:
    """What finds any of some names in what somebody called a thing."""

    def __init__(self, names: Collection[str]) -> None:
        self._told: dict[str, str] = {}  # what tells a name, and the name
        self._initials: dict[str, set[str]] = {}
        logins = {name[1:].casefold(): name for name in sorted(names) if _CAPITALS.fullmatch(name)}
        self._alone = {one: name for one, name in logins.items() if one not in _BESIDE and not word_of_format(one)}
        for name in sorted(names):
            for spelt in dict.fromkeys((name, unicodedata.normalize("NFC", name).translate(_SPELT))):
                initials = {word[0] for word in words_of(spelt)}
                for one in _telling(spelt):
                    self._told.setdefault(one, name)
                    self._initials.setdefault(one, set()).update(initials)

    def name_in(self, called: str) -> str | None:
        """One of the names, after which a thing is called that is `called` so; None where it is called after nobody."""
        if called.isascii() and (says_nothing(called) or is_of_program(called) or is_own_style_name(called)):
            return None
        words = words_of(called)
        squeezed = "".join(words)
        alone = next((self._alone[word] for word in words if word in self._alone), None)
        near = [one for one in self._told if one in squeezed]
        if not near or alone is not None:
            return alone
        stretches = {"".join(words[at:end]) for at in range(len(words)) for end in range(at + 1, at + 1 + _TOGETHER)}
        stretches.update([one[len(_ARTICLE) :] for one in stretches if one.startswith(_ARTICLE)])
        return next((self._told[one] for one in near if self._tells(one, words, stretches)), None)

    def _tells(self, one: str, words: list[str], stretches: set[str]) -> bool:
        if one in stretches:
            return True
        if (len(one) < _LAID and not NO_SPACES.search(one)) or word_of_format(one, chosen=False):
            return False
        if any(one in word if _is_long(one) else word.startswith(one) and len(one) >= _BEGINNING for word in words):
            return True
        return any(self._is_laid(one, word) for word in stretches)

    def _is_laid(self, one: str, word: str) -> bool:
        """Whether a word that the format has not is made of what tells a name and of what may stand around that."""
        if one not in word or len(word) > _WHOLE or word_of_format(word):
            return False
        for at in (at for at in range(len(word)) if word.startswith(one, at)):
            before, after = word[:at], word[at + len(one) :]
            ends = (after, after[1:]) if after.startswith("s") else (after,)
            if self._is_filled(before, one) and any(self._is_filled(end, one) for end in ends):
                return True
        return False

    def _is_filled(self, letters: str, one: str) -> bool:
        ends = {0}
        for at in range(len(letters)):
            if at in ends:
                pieces = (letters[at:end] for end in range(at + 1, min(at + _LONGEST, len(letters)) + 1))
                ends.update(at + len(piece) for piece in pieces if self._may_stand_beside(piece, one))
        return len(letters) in ends

    def _may_stand_beside(self, piece: str, one: str) -> bool:
        if len(piece) == 1:
            return piece in self._initials[one]
        return piece in self._told or piece in _BESIDE or word_of_format(piece)


def words_of(said: str) -> list[str]:
    """The words of a name or of what a thing is called, small and without accents: "JDoe2" is of "j" and "doe"."""
    found = list[str]()
    for run in _LETTERS.findall(_without_accents(said)):
        cases = "".join(["A" if letter.isupper() else "a" for letter in run])
        found += [run[hit.start() : hit.end()].casefold() for hit in _CASES.finditer(cases)]
    return found


def _without_accents(said: str) -> str:
    if said.isascii():
        return said
    parted = unicodedata.normalize("NFKD", said).translate(_WRITTEN)
    return unicodedata.normalize("NFC", "".join([one for one in parted if unicodedata.category(one)[0] not in "MC"]))


def _telling(name: str) -> Iterator[str]:
    """What tells a name: each word of it that does, and its words run together in the orders that there are."""
    if _FILE.search(name) or (name.isascii() and says_nothing(name)):
        return  # of a template, whose words are those of a thing, or of a part in the work: "Heading"
    login = _LOGIN.fullmatch(name.strip())
    is_login = login is not None and (login["realm"] or login["host"] or name.islower())
    words = words_of(login["user"] if login is not None and is_login else name)
    every = words[:_OF_A_NAME]
    if login is not None and is_login:
        every += [one for one in words_of(f"{login['realm'] or ''} {login['host'] or ''}") if len(one) >= _HOST]
        every += [one[1:] for one in words if one.isascii() and len(one) > _LAID]  # "mfitz": an initial, and a name
    for one in every:
        if one not in _TELLING_NONE and len(one) > 1:
            yield one
            if one.startswith(_ARTICLE) and len(one) > len(_ARTICLE) + 1:
                yield one[len(_ARTICLE) :]
            if len(one) in _FAMILY and len(NO_SPACES.findall(one)) == len(one):
                yield from (piece for piece in (one[:-_BOTH], one[-_BOTH:]) if len(piece) > 1)
    if not 1 < len(words) <= _OF_A_NAME or _TELLING_NONE.issuperset(words):
        return
    first, *middle, last = words
    orders = [words, words[::-1], [last, first, *middle], [*middle, last, first], [first, last], [last, first]]
    if not _TELLING_NONE.intersection((first, last)):
        orders += [*map(list, ((first[0], last), (last, first[0]), (first, last[0]), (last[0], first)))]
        orders += [[*(one[0] for one in words[:-1]), last]]
    for one in dict.fromkeys(map("".join, orders)):
        if len(one) > _LAID and one not in _TELLING_NONE and not word_of_format(one):
            yield one


def _is_long(one: str) -> bool:
    return len(one) >= (_LONG_WITHOUT_SPACES if NO_SPACES.search(one) else _LONG)
