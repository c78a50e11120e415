"""Three texts that clash in one of each way, for pictures and tests of the page that asks. All of them is made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.draft import Draft, Footnote, Kind, Paragraph, Run, computed_numbers

_KEPT = "Encourages all coastal States to keep records of the seaweed that is gathered on their shores"
_NAMED = "Requests the Secretary-General to name a focal point for the harvest of seaweed"
_LENT = "alls upon the regional commissions to lend their experts to the small islands"
_HOUSES = "Invites foundations to contribute generously to the fund for drying houses and boats"
_DUST = "{} the Secretary-General to consider designating an agency, {}, to follow up on the conference on dust"
_CLOSE = "no later than December 2026, and in close consultation with the regional commissions and all stakeholders"
_WATER, _DATA = "Urges States to save water in every river basin", " and to share hydrological data by July"
_CITIES = "Invites donors to help cities plan green roofs"
_DUES, _RELIEF = "Urges States to pay their contributions in full", "support debt relief for landlocked countries"
_OASES = "Invites the regional commissions to cooperate with the programme for oases"
_DIVERS = "Welcomes the adoption of the code of conduct for divers by the conference held in the {}"
_HOST = "Welcomes with appreciation the {} offer of the host country to hold the conference"
_EXPERTS = "Decides to convene a meeting of experts from all regions in the spring"
_KELP = "Supports universities that study the growth of kelp in cold waters"
_PORTS = "Recommends that ports keep a register of boats that harvest by night"
_PRICES = "Notes that the price of dried seaweed has risen in most markets"
_WOMEN = "Stresses the role of women in the governance of coastal villages"
_ISLANDERS = "Reaffirms the right of islanders to gather what the tide leaves"
_STORES = "Emphasizes the need for cold stores near the landing places"
_FLAGS = "Considers that the code applies to vessels under any flag"
_LIGHTS = "Appeals to fishers to light their nets in the winter months"
_CARRY = "Requests all organizations to carry out paragraph 8 above without delay"
_SEIZED = "Decides to remain seized of the matter"
_BUILDERS, _NETS = "Praises the boat builders for their patience", "Deplores the loss of nets in the autumn storms"
_FOLLOW_UP, _FINANCE, _REVIEW = "Follow-up", "Finance", "Review"
_BY_HAND = "1 bis"

_BASE = (
    *(_KEPT, f"{_NAMED}, and c{_LENT}", _HOUSES, _DUST.format("Invites", "by July 2025"), _WATER + _DATA, _CITIES),
    *(f"{_DUES}, and to {_RELIEF}", _OASES, _DIVERS.format("spring"), _EXPERTS, _KELP, _PORTS, _PRICES, _WOMEN),
    *(_STORES, _FLAGS, _FOLLOW_UP, _LIGHTS, _SEIZED),
)
_OURS = (
    *(_KEPT, _BUILDERS, _HOUSES, _DUST.format("Calls upon", "by July 2026"), _WATER, _CITIES + _DATA),
    *(f"[{_DUES}, and to {_RELIEF};]", _OASES, _EXPERTS, _HOST.format("generous"), _PRICES, _KELP, _PORTS, _WOMEN),
    *(_ISLANDERS, _STORES, _CARRY, _FOLLOW_UP, _LIGHTS, _FINANCE, _SEIZED),
)
_THEIRS = (
    *(_KEPT, _NETS, _NAMED, f"C{_LENT}", _WOMEN, _DUST.format("Requests", _CLOSE)),
    *(f"{_WATER} and to share all hydrological data by August", _CITIES, _DUES, _OASES, _DIVERS.format("autumn")),
    *(f"Asks all donors without delay to {_RELIEF}", _PRICES, _EXPERTS, _HOST.format("kind"), _KELP, _PORTS),
    *(_STORES, _FLAGS, _CARRY, _FOLLOW_UP, _REVIEW, _LIGHTS, _SEIZED),
)
_PREAMBLE = (
    f"Requesting{_NAMED.removeprefix('Requests')}, and c{_LENT},",
    f"Considering{_FLAGS.removeprefix('Considers')},",
)


def clashing_texts() -> tuple[Draft, Draft, Draft]:
    """Base, ours and theirs."""
    return (
        _text(_BASE, (), "78/158"),
        _text(_OURS, _PREAMBLE, "80/143"),
        _text(_THEIRS, (), "79/212", plain=_FLAGS),
    )


def _text(operative: Sequence[str], preamble: Sequence[str], source: str, plain: str = "") -> Draft:
    """A text with a note in its first paragraph; what is `plain` is no operative paragraph in it."""
    recalling = (Run(" its resolution on the harvest of seaweed"), Run(footnote=1), Run(" at sea and on land,"))
    made = [
        Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)),
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), *recalling)),
        *(_paragraph(Kind.PREAMBULAR, one) for one in preamble),
    ]
    for one in operative:
        end = "." if one == _SEIZED else "" if one.endswith("]") else ";"
        if one in (_FOLLOW_UP, _FINANCE, _REVIEW):
            made.append(Paragraph(Kind.HEADING, (Run(one),)))
        else:
            made.append(_paragraph(Kind.TEXT if one == plain else Kind.OPERATIVE, one + end))
    counted = [one for one in made if not one.text.startswith((_BUILDERS, _NETS))]
    numbers = iter(computed_numbers(Draft(tuple(counted))))
    numbered = (replace(one, number=next(numbers) if one in counted else _BY_HAND) for one in made)
    return Draft(tuple(numbered), (Footnote(1, "1", (Run(f"Resolution {source}, annex II."),)),))


def _paragraph(kind: Kind, text: str) -> Paragraph:
    opening, _, rest = text.partition(" ")
    return Paragraph(kind, (Run(opening, italic=True), Run(f" {rest}")))
