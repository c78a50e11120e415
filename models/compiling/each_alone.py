"""Whether a compiled file gives what each delegation asks for, where its changes alone are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.comparison.compare import compare
from models.compiling.clashes import listed
from models.compiling.compilation import typed_numbers, write_compilation
from models.compiling.taken_alone import taken_alone, words_with_notes
from models.draft import Draft, labels
from models.draft.numbering import counted_anew
from models.proposals.applying import applied
from models.proposals.proposal import Proposal
from models.reading.reading import Origin
from models.word.read import read_word


@dataclass(frozen=True)
class Unlike:
    """One whose changes, taken alone, give another text than it asks for: in `what` of the paragraph `label`.

    `others` are those who change something there, or beside it, too.
    """

    name: str
    what: str
    label: str
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        among = f", where {listed(self.others)} {'asks' if len(self.others) == 1 else 'ask'} for something too"
        return (
            f"The changes of “{self.name}”, taken alone, are not to the letter what it asks for: "
            f"see {self.what} of {self.label}{among if self.others else ''}"
        )


def each_alone(
    data: bytes,
    draft: Draft,
    wishes: Iterable[tuple[str, Sequence[Proposal]]],
    *,
    base: bytes | None = None,
    origins: Sequence[Origin] = (),
) -> tuple[tuple[str, ...], tuple[Unlike, ...]]:
    """Whose changes, taken alone from a file, give what it asks for on a draft; and whose do not, and where.

    Words and notes have to be so, and what kind of paragraphs they are, their levels and numbers: those of the draft's
    count, or what Word counts in a file of that one's proposals alone on `base`. What amends another's proposal is
    nothing by itself: who has such is not looked at.
    """
    exact: list[str] = []
    unlike: list[Unlike] = []
    typed = bool(typed_numbers(draft, base))
    by_name = dict(wishes)
    for name, own in by_name.items():
        if any(one.against is not None for one in own):
            continue
        alone, asked = taken_alone(data, name), applied(draft, own)
        found = _first_other(alone, asked) or _first_other_number(
            alone, [counted_anew(asked), *([asked] if typed else [])]
        )
        if found is not None and found[0] == _NUMBER:
            single = read_word(write_compilation(draft, {name: own}, base=base, origins=origins).data).draft
            found = _first_other_number(alone, [single])
        if found is None:
            exact.append(name)
        else:
            unlike.append(_told(draft, name, asked, found, by_name))
    return tuple(exact), tuple(unlike)


_WORDS, _KIND, _NUMBER = "the words", "the kind or level", "the number"


def _first_other(alone: Draft, asked: Draft) -> tuple[str, int] | None:
    """What is other than asked for, words before kinds, and in which paragraph of what is asked for."""
    words = zip(words_with_notes(alone), words_with_notes(asked), strict=False)
    at = next((at for at, (one, other) in enumerate(words) if one != other), None)
    count = min(len(alone.paragraphs), len(asked.paragraphs))
    if at is None and len(alone.paragraphs) != len(asked.paragraphs):
        at = max(count - 1, 0)
    if at is not None:
        return _WORDS, at
    for at, (one, other) in enumerate(zip(alone.paragraphs, asked.paragraphs, strict=True)):
        if (one.kind, one.level) != (other.kind, other.level):
            return _KIND, at
    return None


def _first_other_number(alone: Draft, asked: Sequence[Draft]) -> tuple[str, int] | None:
    """Where the numbers are none of those that may be; None where they all are some of these."""
    numbers = _numbers(alone)
    others = [[at for at, pair in enumerate(zip(numbers, _numbers(one), strict=False)) if pair[0] != pair[1]]
              for one in asked]  # fmt: skip
    return None if not all(others) else (_NUMBER, others[0][0])


def _told(
    draft: Draft, name: str, asked: Draft, found: tuple[str, int], wishes: Mapping[str, Sequence[Proposal]]
) -> Unlike:
    what, new = found
    at = 0
    for change in compare(draft, asked).changes:
        if change.old:
            at = change.old[-1]
        if new in change.new:
            break
    label = labels(draft)[at] if draft.paragraphs else None
    others = tuple(other for other, own in wishes.items() if other != name and any(_near(one, at) for one in own))
    return Unlike(name, what, label or f"paragraph {at + 1}", others)


def _near(one: Proposal, at: int) -> bool:
    return any(edit.start.paragraph - 1 <= at <= edit.end.paragraph + 1 for edit in one.edits) or one.place.first == at


def _numbers(draft: Draft) -> list[tuple[str | None, str | None]]:
    return [(one.number, one.set_label) for one in draft.paragraphs]
