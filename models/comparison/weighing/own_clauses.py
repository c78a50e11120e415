"""Mere texts with a typed number that are clauses of the draft itself: no names, amounts, or what another text says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from models.comparison.words.tokens import is_word, tokens
from models.draft import Draft, Kind
from models.draft.late_pattern import late_pattern
from models.draft.opening_numbers import opening_number

_LEAST = 4  # words
_LEADS = frozenset(":：")
_ENDS = late_pattern(r"[.;。；؛][\])”»\"]*(?:\s+(?:and|or|et|ou|y|o|и|или))?\s*\Z")
_AMENDS = late_pattern(
    r"(?:\A|[,;:.،])\W*(?:delete|replace|insert|add|amend|substitute|strike|omit|renumber|reword|redraft|move"
    r"|supprimer|remplacer|insérer|ajouter|modifier|suprímase|suprimir|sustituir|sustitúyase|insertar|añadir|agregar"
    r"|исключить|заменить|добавить|включить|изменить|تحذف|يحذف|يستعاض|تضاف|يضاف)\b|should (?:read|be)\b|删除|改为|增加",
    re.IGNORECASE,
)
"""What asks for an amendment of what has the number in another text: "Article 5: Delete paragraph 2."."""
_LEADS_ON = late_pattern(
    r"\b(?:as follows|following|below|amended|quoted|reads?|comme suit|suit|suivante?s?|ci-(?:dessous|après)"
    r"|modifiée?s?|siguientes?|continuación|enmendad[oa]s?|modificad[oa]s?|следующ\w+|ниже|изменен\w*)\b"
    r"|التالية?|يلي|如下|以下|下列",
    re.IGNORECASE,
)
"""What makes a sentence one that leads to words of another text: "The Charter is amended as follows."."""


def is_clause(rest: str) -> bool:
    """Whether what stands behind a number is a sentence or a clause."""
    if _ENDS.search(rest) is None:
        return False
    words = [word for word in tokens(rest).words if is_word(word)]
    # "Papua New Guinea and Solomon Islands;" are names.
    return len(words) >= _LEAST and 2 * sum(not word[0].isupper() for word in words) >= len(words)


def of_another_text(draft: Draft, counted: Mapping[int, str]) -> bool:
    """Whether numbers that are counted may be another text's, quoted or amended, or those of a list that is led to.

    `counted` says what each count begins with: where a sentence of the draft that leads to it stands right before that,
    the count is not the draft's own.
    """
    texts = draft.paragraphs
    for at in counted:
        typed = opening_number(texts[at])
        if typed is None:
            continue
        last = next((place for place in range(at - 1, -1, -1) if texts[place].text.strip()), None)
        before = texts[last] if last is not None and last not in counted else None
        if before is not None and before.kind is not Kind.ENACTING and before.text.rstrip()[-1:] in _LEADS:
            return True
        begins = typed.figure == counted[at] and texts[at].kind is Kind.TEXT
        if begins and before is not None and before.kind is Kind.TEXT and _leads_on(before.text):
            return True
        if _AMENDS.search(typed.rest) is not None:
            return True
    return False


def _leads_on(text: str) -> bool:
    return is_clause(text) and _LEADS_ON.search(text) is not None
