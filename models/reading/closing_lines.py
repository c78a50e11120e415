"""The lines a text closes with, in the official languages: where and how it was adopted, and who voted so."""

from __future__ import annotations

from models.draft.late_pattern import late_pattern
from models.draft.masthead_lines import MEETING

_ADOPTED = (
    r"Adopted (?:unanimously|without a vote|by (?:a )?(?:recorded|consensus|acclamation|\d)|at the|on)\b"
    r"|Adoptée?s? (?:à l[’']unanimité|sans (?:vote|être mise? aux voix|opposition)|par (?:consensus|acclamation|\d))"
    r"|Aprobad[oa]s? (?:por (?:unanimidad|consenso|aclamación|\d)|sin votación|en votación)"
    r"|Принят[аоы]? (?:единогласно|консенсусом|путем консенсуса|без голосования|в результате|\d+ голосами)"
    r"|اعت\u064f?مدت? (?:القرار )?(?:(?:ب?دون|بغير) تصويت|بتوافق الآراء|بالإجماع|بتصويت مسجل)"
    r"|(?:决议|决定)?(?:未经表决|以协商一致方式|经记录表决|以鼓掌方式)[^，。；]{0,20}通过|(?:决议|决定)?一致通过"
)
_VOTED = (
    r"(?:In favour|Against|Abstaining|Abstentions?|Ont voté (?:pour|contre)|Se sont abstenus|Votos a favor"
    r"|Votos en contra|Abstenciones|Голосовали (?:за|против)|Воздержались|المؤيدون|المعارضون|الممتنعون"
    r"|赞成|反对|弃权)\s*[:：]"
)
CLOSING = late_pattern(rf"^[\s*\[(]*(?:{MEETING.pattern}|{_ADOPTED}|{_VOTED}|DONE (?:at|in)\b|IN WITNESS WHEREOF\b)")
