"""Words that bind somebody, as those of a paragraph do though it opens as none: "All States should act". What is said
of a text binds nobody: "The last sentence should be deleted"."""

from __future__ import annotations

import re

from models.draft.late_pattern import late_pattern

_HEAD, _SUBJECT = 160, 40
_BINDS = late_pattern(
    r"\b(?:should|shall|must|doi(?:t|vent)|devr(?:a|ont|ai(?:en)?t)|deben?|deber(?:á|ía)n?|долж(?:ен|н[аоы])|следует"
    r"|обязан[аоы]?|ينبغي|يجب|يتعين)\b|应当?|必须",
    re.IGNORECASE,
)
_OF_A_TEXT = late_pattern(
    r"\b(?:[OP]P ?\d|[ОП]П ?\d|we|i|this|th(?:ese|ose)|texts?|drafts?|wordings?|language|formulations?|para(?:graph)?s?"
    r"|sub-?paragraphs?|sentences?|phrases?|words?|references?|footnotes?|lines?|titles?|commas?|proposals?|delegations?"
    r"|nous|cel?ci|cela|textes?|libellés?|paragraphes?|alinéas?|mots?|références?|notes?|virgules?|propositions?"
    r"|nosotros|est[aeo]s?|textos?|redacci[óo]n|párrafos?|frases?|palabras?|referencias?|notas?|comas?|propuestas?"
    r"|мы|эт[оаи]т?|текста?|формулировк[аиуе]|пункты?|предложени[еяй]|слов[оа]|ссылк[аиу]|абзац|сноск[аи]|фраз[аы]"
    r"|نحن|هذ[اه]|(?:ال)?(?:نص|فقرة|صياغة|عبارة|جملة|كلمة|إشارة|حاشية|مقترح))\b"
    r"|案文|措辞|段|词|句|脚注|提法|我们|文字",
    re.IGNORECASE,
)
_OF_EDITING = late_pattern(
    r"\b(?:(?:be|read|say|stay|remain|come|go)\b(?=\s+(?:deleted|removed|dropped|struck|replaced|moved|changed|retained"
    r"|kept|amended|merged|reworded|shortened|streamlined|bracketed|clarified|aligned|as\b|here|out|before|after|first"
    r"|last|[“\"‘']))|être (?:suppr|rempl|dépl|modif|mainten|conserv|fusion|reform|abrég|précis)"
    r"|(?:ser |quedar )?(?:supr[iu]m|elimin|sustitu|mover|traslad|modific|manten|conserv|fusion|reform|aclar)"
    r"|(?:быть )?(?:исключ|удал|замен|перенес|измен|сохран|объедин|сократ|уточн|остать|гласить)"
    r"|(?:أن )?(?:حذف|تحذف|يحذف|تُحذف|استبدال|نقل|تعديل|إبقاء|الإبقاء|دمج))|删|改为|替换|移至|移到|保留|合并",
    re.IGNORECASE,
)


def binds(words: str) -> bool:
    """Whether words bind somebody, and are not said of a text."""
    modal = _BINDS.search(words, 0, _HEAD)
    if modal is None:
        return False
    subject, verb = words[: modal.start()], words[modal.end() :].lstrip()
    if not any(map(str.isalpha, subject)):
        subject = verb[:_SUBJECT]  # in Arabic it stands behind, and so it may in Russian
    return _OF_A_TEXT.search(subject) is None and _OF_EDITING.match(verb) is None
