"""References that say above or below and are to another document all the same: "paragraph 4 above of resolution 70/1",
“该报告上述第4段”."""

from __future__ import annotations

import re

from models.draft.late_pattern import late_pattern

_SPACE = "[ \u00a0\u202f]"
_OWN = (
    "this|these|present|présente?|cet(?:te)?|presente|est[ae]|настоящ\\w+|эт(?:ой|ого)|данн\\w+|هذا|هذه|المنطوق|منطوق"
)
_GOES_ON = "of|in|to|for|on|by|with|under|from|and|or|des?|du|et|à|aux?|en|dans|sur|par|pour|del|y|para|por|con|sobre"
_BETWEEN = rf"(?:(?!(?:{_OWN}|{_GOES_ON})(?!\w))[\w’'-]+{_SPACE}+){{0,3}}"
_DOCUMENT = (
    r"(?:resolutions?|decisions?|reports?|charter|conventions?|covenants?|protocols?|declarations?|treat(?:y|ies)"
    r"|agreements?|statutes?|résolutions?|décisions?|rapports?|charte|pactes?|protocoles?|déclarations?|traités?"
    r"|accords?|statuts?|resoluci(?:ón|ones)|decisi(?:ón|ones)|informes?|carta|convenci(?:ón|ones)|pactos?|protocolos?"
    r"|declaraci(?:ón|ones)|tratados?|acuerdos?|estatutos?|[A-Z]+(?:/[\w.-]+)*/\S*\d|\d+/\d+)(?!\w)"
)
_DOCUMENT_RU = (
    r"(?:резолюци[ий]|доклад(?:а|ов)|устава|(?:конвенци|декларац)ии|пакт(?:а|ов)|протокол(?:а|ов)|договор(?:а|ов)"
    rf"|статута|(?<=го{_SPACE})(?:решени|соглашени)я|(?:решени|соглашени)[яй](?={_SPACE}(?:№{_SPACE}?)?\d))(?!\w)"
)
"""Of “в соответствии с пунктом 4 выше решения принимаются” these begin what goes on."""
_WHOSE_RU = rf"(?:(?!(?:{_OWN})(?!\w))(?:е[её]|его|их|\w+(?:ой|ей|[ео]го|[ыи]х)){_SPACE}+){{0,3}}"
_DOCUMENT_AR = r"\w{0,3}(?:قرار|مقرر|تقرير|تقارير|ميثاق|اتفاق|معاهد|بروتوكول|إعلان|عهد)\w{0,3}"
_OF_ANOTHER = late_pattern(
    rf"{_SPACE}+(?:(?:of|du|des?|del){_SPACE}+(?:l[’'])?{_BETWEEN}{_DOCUMENT}"
    rf"|{_WHOSE_RU}{_DOCUMENT_RU}|من{_SPACE}+{_BETWEEN}{_DOCUMENT_AR}(?!\w))",
    re.IGNORECASE,
)
_SAID_THERE_RU = late_pattern(
    rf"(?:нн|[ео]м|т|щ)(?:ая|ую|ой|ое|ый|ые|ых|ым|ыми|ом|ого|ому|ее|ий|ие|их|им|ими|ем|его|ему){_SPACE}+"
    rf"(?:в{_SPACE}+)?\Z",
    re.IGNORECASE,
)
"""Before a reference what stands in its paragraph: “упомянутого в пункте 4 выше доклада”."""
_ABOVE_NAMED_RU = late_pattern(
    rf",?{_SPACE}+(?:выше|ниже)(?={_SPACE}+(?:указанн|упомянут|названн|приведенн|приведённ)(?:ой|ого|ых)(?!\w))",
    re.IGNORECASE,
)
_OF_ANOTHER_CHINESE = late_pattern(
    r"(?:(?<!本)决议|[号该其]决定|(?:[该其的]|上述)报告|(?<!本)(?:公约|宪章|条约|协定|协议|议定书|宣言|盟约|规约)"
    r"|《[^《》]{1,60}》|(?:决议|决定|报告)[（(][^（）()]{1,40}[）)])的?\Z"
)
"""Before “上文第4段”. What may be a verb, “请秘书长报告上文第4段”, says that it is a document."""


def is_above_in_another(text: str, start: int, end: int) -> bool:
    """Whether what stands behind "above", which ends at a place, is a document that a reference may be to."""
    return _OF_ANOTHER.match(text, end) is not None and not _SAID_THERE_RU.search(text, max(0, start - 40), start)


def says_above_of_what_follows(text: str, end: int) -> bool:
    """Whether the "above" behind a reference that ends at a place is one with the next word: “выше указанной”."""
    return _ABOVE_NAMED_RU.match(text, end) is not None


def is_in_another_in_chinese(text: str, start: int) -> bool:
    """Whether before “上文第4段” at a place stands a document that it is in."""
    return _OF_ANOTHER_CHINESE.search(text, max(0, start - 64), start) is not None
