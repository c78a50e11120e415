"""Whether a change turns the sense of a clause round: a "not" comes or goes, "increase" becomes "reduce".

So do "including" and "except", "before" and "after", "lawful" and "unlawful". "Prohibit" of "not allow" turns nothing.
Less than that does a change of how far it binds, "may" of "shall".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.comparison.words.blocks import SMALL
from models.comparison.words.subsequence import Block
from models.comparison.words.tokens import is_word
from models.draft.late_pattern import late_pattern
from models.merging.sides import BASE
from models.merging.words.telling import is_chinese, is_telling
from models.merging.words.touching import ThreeTexts, one_form

_NEGATIONS = (
    "not no nor never neither none cannot without ne n'a n’a pas ni sans aucun aucune jamais sin nunca ningún"
    " ninguna не ни нет без لا ألا عدم لم لن ليس ليست دون بدون 不 勿"
)
_NOT = frozenset(_NEGATIONS.split())
_NO_NOTS = (
    "later less more fewer earlier least only limited . más menos sólo solo позднее менее более только سيما تزال يزال"
)
_NO_NOT = frozenset(_NO_NOTS.split())
"""Before these a "not" turns nothing round: "no later than", "not only", "No. 4"."""
_PART_OF_WORDS = "不"
_VERBS = frozenset("得应應能会會再要")
"""Before these that sign is a "not"; before others it is mostly a part of a word, "different"."""
_FEW = 3
"""With more words than this a "not" came or went with the clause that it belongs to."""
_FOR = (
    "increas- rais- expand- enlarg- extend- strengthen- enhanc- accelerat- allow- permit- authoriz- authoris- approv-"
    " accept- support- encourag- promot- welcom- commend- maintain- includ- with for before until within favour favor"
    " if provided continu- resum- grant- recogni- affirm- confirm- impos- augment- accroî- accru- élargi- renforc-"
    " prorog- autoris- permet- approuv- favoris- félicit- inclu- compris avec pour avant faveur poursui- aument-"
    " increment- fortalec- ampli- prorrog- autoriz- aprueb- acept- apoy- alent- alient- promov- promuev- con para"
    " antes prosegu- продолж- увелич- повы- расшир- укреп- усил- продл- разреш- позвол- одобр- поддерж- приветств-"
    " поощр- включ- с со за до زيادة تزيد يزيد تعزيز توسيع تمديد السماح يسمح تسمح تأذن دعم تشجيع قبول ترحب مع قبل بما"
    " 增加 提高 扩大 加强 延长 允许 准许 授权 支持 鼓励 欢迎 接受 核准 包括 前"
)
_AGAINST = (
    "decreas- reduc- lower- cut cuts cutting shorten- weaken- curtail- restrict- prohibit- forbid- ban bans banning"
    " prevent- reject- oppos- discourag- condemn- deplor- regret- suspend- terminat- abolish- discontinu- exclud-"
    " except unless from since refrain- abstain- ceas- stop- avoid- denounc- excepting exception without against after"
    " outside deny denies denied refus- withdraw- revok- cancel- lift- rédui- réduct- diminu- abaiss- affaibli-"
    " interdi- prohib- rejet- condamn- déplor- supprim- aboli- exclu- sauf hormis sans contre après disminu- reduz-"
    " rebaj- debilit- prohíb- rechaz- conden- lament- suprim- excepto excepción salvo sin contra después сокра-"
    " уменьш- сниж- сниз- ослаб- запре- отверг- отклон- осужд- сожал- приостан- прекра- отмен- исключ- кроме без"
    " против после خفض تخفيض تخفض يخفض تقليل حظر تحظر يحظر منع تمنع يمنع رفض ترفض تدين تعليق إنهاء إلغاء باستثناء دون"
    " بدون ضد بعد 减少 降低 缩小 削弱 缩短 禁止 反对 拒绝 谴责 暂停 终止 停止 取消 除 后"
)
"""What is said for something, and against it: "increase" and "reduce", "with" and "without"; "reduc-" begins words."""
_MODALS = (
    "shall should may must will would can could might ought doit doivent devrait devraient peut peuvent pourrait"
    " pourraient debe deben debería deberían deberá deberán puede pueden podrá podrán podría podrían должен должна"
    " должно должны следует может могут вправе обязан обязана обязаны يجب ينبغي يجوز يمكن يتعين"
    " 应 须 可 必 应当 必须 可以"
)
_MODAL = frozenset(_MODALS.split())
"""What says whether a clause binds: "shall", "should", "may"."""
_OPPOSITES = "un", "non-", "in", "im", "il", "ir", "dis", "dés", "des", "mis", "не", "бес", "без", "غير"
_LONG = 5
"""Before words of so many letters or more these make the opposite: "lawful" and "unlawful", not "form" and "inform"."""


def _one_of(words: str) -> re.Pattern[str]:
    known = words.split()
    spaced = "|".join(re.escape(one).replace(r"\-", r"\w*") for one in known if not is_chinese(one))
    return late_pattern(rf"\b(?:{spaced})\b|{'|'.join(filter(is_chinese, known))}")


_SPEAKS_FOR, _SPEAKS_AGAINST = _one_of(_FOR), _one_of(_AGAINST)
_Stretch = tuple[Sequence[str], int, int]


def turns(words: ThreeTexts, side: int, block: Block) -> bool:
    """Whether a change of a side (0 ours, 1 theirs) turns round what stands beside it and stays."""
    old, new = (words[BASE], *block[:2]), (words[side + 1], *block[2:])
    taken, given = ([word.casefold() for word in one[start:end] if is_word(word)] for one, start, end in (old, new))
    if max(len(taken), len(given)) <= _FEW and _denies(old, new) != _denies(new, old):
        return True
    if max(sum(map(is_telling, taken)), sum(map(is_telling, given))) > _FEW:
        return False
    return _leaning(taken) * _leaning(given) < 0 or _is_opposite(taken, given) or _is_opposite(given, taken)


def binds(words: Sequence[str]) -> frozenset[str]:
    """The words among some that say how far a clause binds: "shall", "may"."""
    return _MODAL.intersection(word.casefold() for word in words)


def _leaning(words: Sequence[str]) -> int:
    """Whether words speak for something, 1, against it, -1, or for and against nothing, 0."""
    text = "".join(word if is_chinese(word) else f" {word}" for word in words)
    leaning = -1 if _SPEAKS_AGAINST.search(text) else 1 if _SPEAKS_FOR.search(text) else 0
    return -leaning if any(word in _NOT and not _SPEAKS_AGAINST.search(word) for word in words) else leaning


def _is_opposite(taken: Sequence[str], given: Sequence[str]) -> bool:
    """Whether a word that came in is one that went, with what makes the opposite before it."""
    return any(f"{sign}{word}" in given for word in taken if len(word) >= _LONG for sign in _OPPOSITES)


def _denies(own: _Stretch, other: _Stretch) -> bool:
    """Whether words have a "not" with nothing of their own behind it, "does not pay" of "pays"; not "without delay"."""
    words, start, end = own
    kept = {one_form(word) for word in other[0][other[1] : other[2]]}
    for at in range(end - 1, start - 1, -1):
        word = words[at].casefold()
        then = words[at + 1].casefold() if at + 1 < len(words) else ""
        if word in _NOT and then not in _NO_NOT and not any(map(str.isdecimal, then)):
            return word != _PART_OF_WORDS or then in _VERBS
        if not is_word(word) or not (word in SMALL or word == "longer" or one_form(words[at]) in kept):
            return False
    return False
