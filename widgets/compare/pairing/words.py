"""What the pairing page says: of the chosen ends, of what a hand said, of what lies folded."""

from __future__ import annotations

from collections.abc import Sequence

from models.comparison.by_hand import Ends, SaidByHand
from models.draft import Kind
from models.draft.first_letter import with_capital
from models.telling.figures import counted
from models.telling.sentences import listed
from widgets.compare.changes.said_by_hand import hand_words
from widgets.compare.pairing.lines import Line
from widgets.compare.pairing.rows import End, Held, Pairs


def alike_words(similarity: float) -> str:
    """ "46 of 100 words alike"."""
    return f"{round(100 * similarity)} of 100 words alike"


def called(pairs: Pairs, old: bool, positions: Sequence[int]) -> str:
    """ "OP4", "OP4 and OP5"."""
    return listed([pairs.label(End(old, at)) for at in sorted(positions)])


def ask_words(pairs: Pairs, held: Held | None) -> tuple[str, str]:
    """The line over the page: what is being done, and how."""
    if held is None:
        return ("Nothing is unpaired.", "Open a fold and choose a paragraph whose pair is wrong.")
    name = f"{called(pairs, held.old, held.here)} of {pairs.names[held.old]}"
    side = "on the right" if held.old != pairs.mirrored else "on the left"
    if pairs.is_pair(held):
        other = called(pairs, not held.old, held.there)
        return (f"{name} is paired with {other}.", f"U parts them. For another end choose it {side}, then Enter.")
    more = f"Choose its other end {side}, or drag the number across. Two ends make a split or a merger: hold Ctrl."
    return (f"Pair {name}.", more)


def gone_words(held: Held | None) -> str:
    """What the Del key says of the chosen paragraph."""
    return "It was deleted" if held is None or held.old else "It is new"


def state_words(pairs: Pairs, held: Held) -> str:
    """Under the chosen paragraph: what the comparison or a hand says of it."""
    said = pairs.by_hand(held)
    if pairs.is_pair(held):
        if said is not None:
            return _sentence(hand_words(said))
        return f"Paired by the comparison, {alike_words(pairs.change(End(held.old, held.here[0])).similarity)}."
    if said is not None and not said.paired:
        return _sentence(hand_words(said))
    partners = pairs.partners(End(held.old, held.here[0]))
    if not partners:
        parted = _parted(pairs, End(held.old, held.here[0]))
        if parted is not None:
            return f"Kept apart from {pairs.label(parted)} by hand."
        return "The comparison found no partner for it."
    return f"Paired with {called(pairs, not held.old, partners)} so far."


def _parted(pairs: Pairs, end: End) -> End | None:
    """What a hand kept a paragraph apart from last."""
    for said in reversed(pairs.said):
        here, there = said.ends if end.old else said.ends[::-1]
        if not said.paired and here == end.position and there is not None:
            return End(not end.old, there)
    return None


def absent_words(pairs: Pairs, old_is_there: bool, said: SaidByHand | None) -> str:
    """In the empty cell beside a paragraph of the old side (or the new): that nothing stands there, and who says so."""
    where = f"Not in {pairs.names[not old_is_there]}"
    return f"{where}, {hand_words(said)}" if said is not None else f"{where}, says the comparison"


def spoken_ends(pairs: Pairs, held: Held) -> str:
    """The chosen ends for a screen reader: what they are, what is offered, what the keys do."""
    bold, _how = ask_words(pairs, held)
    parts = [bold, state_words(pairs, held)]
    if held.there and not pairs.is_pair(held):
        parts.append(f"Offered: {called(pairs, not held.old, held.there)} of {pairs.names[not held.old]}, Enter pairs.")
    texts = [pairs.paragraph(End(held.old, at)).text for at in held.here]
    texts += [pairs.paragraph(End(not held.old, at)).text for at in held.there]
    return "\n".join([" ".join(parts), *texts])


def fold_names(pairs: Pairs, line: Line) -> tuple[str, str]:
    """What a fold hides: the paragraphs, and that they are paired: ("OP16 to OP19", "paired, unchanged")."""
    changes = pairs.comparison.changes[line.change : line.end]
    ends = [End(False, change.new[0]) if change.new else End(True, change.old[0]) for change in changes]
    if all(pairs.paragraph(end).kind is Kind.MASTHEAD for end in ends):
        return "Masthead", counted(len(ends), "line")
    labelled = [label for end in ends if (label := pairs.hung(end))]
    names = labelled or [pairs.label(end) for end in ends]
    said = names[0]
    if len(names) == 2:
        said = f"{names[0]} and {names[1]}"
    elif len(names) > 2:
        said = f"{names[0]} to {names[-1]}"
    unchanged = all(change.weight is None for change in changes)
    return said, "paired, unchanged" if unchanged else "paired"


def _sentence(words: str) -> str:
    return f"{with_capital(words)}."


def act_words(pairs: Pairs, does: str, ends: Sequence[Ends]) -> str:
    """What was done: "OP20 paired with OP20", "OP9 and OP4 kept apart", "OP8 said to be deleted".

    `pairs` are those before it: who loses a partner is told.
    """
    old, new = [end for end, _ in ends if end is not None], [end for _, end in ends if end is not None]
    before = called(pairs, True, tuple(dict.fromkeys(old))) if old else ""
    after = called(pairs, False, tuple(dict.fromkeys(new))) if new else ""
    if does == "take back":
        if not (before and after):
            return f"Taken back that {before or after} {'was deleted' if before else 'is new'}"
        return f"{before} and {after} no longer kept apart"
    if not (before and after):
        return f"{before or after} said to be {'deleted' if before else 'new'}"
    if does != "pair":
        return f"{before} and {after} kept apart"
    lost = [*_left_alone(pairs, True, old, new), *_left_alone(pairs, False, new, old)]
    return f"{before} paired with {after}{f'; {listed(lost)} without a partner now' if lost else ''}"


def _left_alone(pairs: Pairs, old: bool, here: Sequence[int], there: Sequence[int]) -> list[str]:
    """What the ends of one side were paired with alone and are no more: "PP2 of L.39"."""
    alone = {at for one in here for at in pairs.partners(End(old, one))} - set(there)
    gone = [at for at in sorted(alone) if set(pairs.partners(End(not old, at))) <= set(here)]
    return [f"{pairs.label(End(not old, at))} of {pairs.names[not old]}" for at in gone]
