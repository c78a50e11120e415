"""What of pasted lines is the letter or e-mail around a text: how it greets, what it says first, how it ends."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from models.draft import Kind, Paragraph
from models.draft.late_pattern import late_pattern

_DEAR = (
    r"dear|hi|hello|good (?:morning|afternoon|evening|day)|morning (?:all|everyone)|greetings|ch[eè]re?s?|bonjour|"
    r"bonsoir|salut|estimad[oa]s?|apreciad[oa]s?|querid[oa]s?|hola|buen[oa]s (?:días|tardes|noches)|"
    r"уважаем(?:ый|ая|ые)|дорог(?:ой|ая|ие)|здравствуйте|(?:всем )?добрый (?:день|вечер)|доброе утро|"
    r"عزيزي|أعزائي|مرحبا|صباح الخير|السلام عليكم|تحية طيبة"
)
_THOSE = (
    r"excellenc(?:y|ies|es)|colleagues|(?:esteemed|distinguished) \w+|(?:mesdames|madame|messieurs|monsieur)|"
    r"excelencias?|señor(?:a|as|es)?|distinguid[oa]s \w+|коллеги|ваш[еи] превосходительств[оа]|السادة|السيدات|الزملاء|"
    r"أصحاب السعادة"
)
_MARK = "[,:!،，：！]"
_GREETING = late_pattern(
    rf"(?:{_DEAR})(?![\w-])(?:[^;:\n]{{0,60}}{_MARK}|(?:,? [\w.'’-]+){{0,3}})|"
    rf"(?:{_THOSE})(?![\w-])(?:,? [\w.'’-]+){{0,3}}{_MARK}|(?:all|to all|team|folks){_MARK}|"
    rf"(?:尊敬的|亲爱的|各位)\w{{0,12}}{_MARK}|(?:大家|您|你们|同事们)好{_MARK}",
    re.I,
)
_NAMED = late_pattern(r"[^\W\d_][^;:.\n]{0,30}[,!،，：！]")
"""Who reads a letter, by name alone: “Jo,”, “安娜：”; only its end tells it from other words."""
_CLOSING = late_pattern(
    r"(?:(?:with |my |our )?(?:best|kind|kindest|warm|warmest)(?: (?:and|&) (?:best|kind|warm))? (?:regards|wishes)"
    r"(?: and thanks)?|(?:with )?regards|sincerely(?: yours)?|yours(?: \w+)?|respectfully|"
    r"(?:all )?(?:the )?best|cheers|br|"
    r"(?:(?:many )?thanks|thank you)(?: again| in advance| (?:so|very) much)?"
    r"(?:,? (?:and|with|&)(?: with)?(?: (?:best|kind|warm))? (?:regards|wishes))?|"
    r"(?:(?:très|bien) )?(?:cordial|amical)ement|bien à (?:vous|toi)|merci(?: d[’']avance| beaucoup)?|"
    r"(?:avec )?(?:(?:mes|nos) )?(?:(?:meilleures|sincères|cordiales) )?salutations(?: distinguées| cordiales)?|"
    r"avec (?:mes|nos) remerciements|"
    r"(?:un )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?|(?:muy )?atentamente|cordialmente|"
    r"un (?:cordial )?abrazo|"
    r"(?:muchas )?gracias(?: y (?:un )?saludos?| de antemano)?|"
    r"с (?:наилучшими пожеланиями|(?:глубоким |искренним )?уважением|благодарностью)|всего доброго|спасибо|"
    r"заранее (?:благодарю|спасибо)|"
    r"(?:مع )?(?:(?:أطيب|خالص|أجمل) )?(?:التحية|التحيات|تحياتي)|مع (?:جزيل )?الشكر|شكرا|مع فائق الاحترام(?: والتقدير)?|"
    r"و?تفضلوا بقبول فائق (?:الاحترام|التقدير)(?: و\w+)?|"
    r"此致(?:敬礼)?|敬礼|顺[祝颂]\w{1,4}|祝好|谢谢|致以(?:问候|敬意))[,.!،，。！]?|"
    r"--|(?:sent from (?:my|outlook for)|get outlook for|envoyé de mon|(?:télécharger|obtenir) outlook pour|"
    r"enviado desde mi|obtener outlook para|отправлено (?:с|из)|أُ?رسلت من) [\w ]{1,24}\.?|发自我的 ?\w{1,20}",
    re.I,
)
_SAID_LAST = late_pattern(
    r"(?:thanks in advance|thank you) for your\b.{0,80}|"
    r"(?:(?:i|we) )?look(?:ing)? forward to (?:your|hearing from you)\b.{0,80}",
    re.I,
)
"""What letters end with that opens as a paragraph of a resolution does."""
_HEADS = (Kind.PREAMBULAR, Kind.OPERATIVE)
"""What opens as a paragraph of a resolution."""
_PLAIN = (Kind.TEXT, Kind.HEADING, Kind.MASTHEAD, Kind.SECTION)
"""What lines without structure are taken for."""
_SAID = 100
"""A letter that says more before the text is none around it."""
_SHORT = 120
"""What stands behind the text of a letter in longer paragraphs is more of that."""
_SIGNED, _SIGNATURE = 4, 12
"""So many lines behind the closing are who wrote it, where more of a text follows and where none does."""


def greets(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the first of several pasted paragraphs greets who reads the letter."""
    return len(paragraphs) > 1 and (_is(_GREETING, paragraphs[0]) or _names(paragraphs))


def _names(paragraphs: Sequence[Paragraph]) -> bool:
    first = paragraphs[0].text.strip()
    return _is(_NAMED, paragraphs[0]) and not first[:1].islower() and any(map(_closes, paragraphs[1:]))


def of_letter(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Which of some pasted paragraphs are the letter around a text: each greeting, as below a letter that is answered,
    what is said behind it before the first that opens as one of a resolution, and from the closing on who signed it.
    Of a letter that greets the short lines behind its text are that, in whatever words it closes."""
    found: set[int] = set()
    for at, one in enumerate(paragraphs[: len(paragraphs) - 1]):
        if at not in found and (_is(_GREETING, one) or (at == 0 and _names(paragraphs))):
            last = min(len(paragraphs), at + _SAID)
            said = next((on for on in range(at + 1, last) if not _is_words(paragraphs[on])), at)
            opens = paragraphs[said].kind in (*_HEADS, Kind.TEXT) and said > at
            found.update(range(at, said if opens else at + 1))
    if found:
        found.update(_behind_text(paragraphs))
    # Without a greeting only what ends it all is taken for the end of a letter.
    for at in range(1 if found else max(1, len(paragraphs) - _SIGNATURE - 1), len(paragraphs)):
        if _closes(paragraphs[at]):
            end = next((place for place in range(at + 1, len(paragraphs)) if not _is_plain(paragraphs[place])), None)
            lines = _SIGNED if end is not None or at + _SIGNATURE < len(paragraphs) - 1 else _SIGNATURE
            found.update(range(at, min(end or len(paragraphs), at + 1 + lines)))
    return found


def _behind_text(paragraphs: Sequence[Paragraph]) -> range:
    """The short lines that all of a letter ends with, behind a paragraph of a resolution."""
    stop = len(paragraphs)
    last = next((at for at in range(stop - 1, -1, -1) if not _is_plain(paragraphs[at])), stop)
    behind = paragraphs[last + 1 :]
    of_text = last < stop and paragraphs[last].kind in (*_HEADS, Kind.SUBPARAGRAPH)
    short = len(behind) <= _SIGNATURE and all(len(one.text) <= _SHORT for one in behind)
    return range(last + 1, stop) if of_text and short else range(0)


def is_around(letter: Collection[int], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether anything of a resolution stands beside what is the letter."""
    return bool(letter) and any(at not in letter and not _is_plain(one) for at, one in enumerate(paragraphs))


def plain_letter(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Pasted paragraphs with the letter around them as plain text, whatever its short lines were taken for."""
    found = of_letter(paragraphs)
    return [replace(one, kind=Kind.TEXT) if at in found else one for at, one in enumerate(paragraphs)]


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.kind in _PLAIN and paragraph.number is None and paragraph.cell is None


def _is_words(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.TEXT and paragraph.number is None


def _closes(paragraph: Paragraph) -> bool:
    if _is(_CLOSING, paragraph):
        return True
    unnumbered = paragraph.kind in (*_HEADS, *_PLAIN) and paragraph.number is None and paragraph.cell is None
    return unnumbered and _SAID_LAST.fullmatch(paragraph.text.strip()) is not None


def _is(what: re.Pattern[str], paragraph: Paragraph) -> bool:
    """Whether a paragraph is such words, or its first line is: some mail programs set all who sign in one paragraph."""
    return _is_plain(paragraph) and what.fullmatch(paragraph.text.strip().split("\n")[0].rstrip()) is not None
