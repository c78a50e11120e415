"""In whose names numbers that are typed are set anew, where several ask for something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from models.compiling.joint_wishes import in_names_of, names_in
from models.compiling.lived_on import lived_on
from models.compiling.standing import WITH
from models.draft import Draft
from models.draft.numbering import counted_anew
from models.proposals.laid.applying import applied
from models.proposals.laid.rendering import rendered
from models.proposals.proposal import Proposal


def whose_numbers(
    draft: Draft,
    now: Draft,
    counted: Draft,
    taken: Iterable[Proposal],
    each: Mapping[str, Sequence[Proposal]],
    as_typed: Collection[str] = (),
    came: Mapping[int, str] = MappingProxyType({}),
) -> dict[str, list[int]]:
    """The paragraphs of the text with all proposals `taken` whose numbers are to be others, by the name of each change.

    `now` is that text as it stands, `counted` with its numbers counted anew, `each` what each delegation asks for.
    A number is in the names of those whose proposals alone give it, and would be for one `as_typed` what it left as it
    was typed. One that `came` in a name is in that one too. Where it takes what several ask for, it is in the name
    of all these together: so, too, before what comes, which has the number that was typed with it.
    """
    alone = {name: _numbers(draft, counted_anew(applied(draft, own)), own) for name, own in each.items()}
    together = sorted({name for old in range(len(draft.paragraphs)) for name in _changing(draft, old, alone)})
    stood = {new: old for old, new in _places(draft, now, taken)}
    found: dict[str, list[int]] = {}
    for at, (one, other) in enumerate(zip(now.paragraphs, counted.paragraphs, strict=True)):
        if one == other:
            continue
        old = stood.get(at)
        changing = _changing(draft, old, alone) if old is not None else {}
        typing = {name: number for name, number in changing.items() if name not in as_typed}
        if typing and all(number == other.number for number in typing.values()):
            name = in_names_of(typing)
        else:
            names = next(names for names in (sorted(changing), together, sorted(each)) if len(names) > 1)
            name = WITH.join(names)
        found.setdefault(_seen(name, came.get(at)), []).append(at)
    return found


def _seen(name: str, came: str | None) -> str:
    """The name in which a number is set anew, and that it `came` in: there only for who sees the number."""
    names = set(name.split(WITH))
    if came is None or came in names:
        return name
    if WITH in came or any(set(names_in(came)) <= set(names_in(one)) for one in names):
        return came
    return WITH.join(sorted({came, *names}))


def _changing(draft: Draft, old: int, alone: Mapping[str, Mapping[int, str | None]]) -> dict[str, str | None]:
    """Those whose proposals alone give a paragraph another number, and which."""
    had = draft.paragraphs[old].number
    return {name: numbers[old] for name, numbers in alone.items() if numbers.get(old, had) != had}


def _numbers(draft: Draft, text: Draft, own: Iterable[Proposal]) -> dict[int, str | None]:
    """The number of each paragraph of the draft in a text with some proposals."""
    return {old: text.paragraphs[new].number for old, new in _places(draft, text, own)}


def _places(draft: Draft, text: Draft, own: Iterable[Proposal]) -> list[tuple[int, int]]:
    """Where each paragraph of the draft stands in a text with some proposals; none where that cannot be told."""
    pairs = lived_on(draft, text, rendered(draft, own), frozenset()).pairs
    return [(pair.old, pair.new) for pair in pairs]
