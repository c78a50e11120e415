"""`adref ledger FILE|DOSSIER`: what is open in a text: its brackets, its paragraphs, and what was proposed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.commands.lineage import last_kept
from app.commands.printing import printable, say
from app.files.text_file import read_text_file
from models.telling.one_line import on_one_line

if TYPE_CHECKING:
    from models.dossier import Dossier
    from models.draft import Draft

_NOBODY = "not said"


@click.command("ledger", short_help="What is open in a text: brackets, paragraphs, proposals.")
@click.argument("file", metavar="FILE|DOSSIER", type=click.Path(path_type=Path))
@click.option("--draft", "label", metavar="LABEL", help="This draft of the dossier; else the last one kept.")
@click.option("--json", "as_json", is_flag=True, help="The same as JSON, with each bracket that has no partner.")
def ledger(file: Path, label: str | None, as_json: bool) -> None:
    """Counts the brackets and paragraphs of a text, by kind and how many have brackets, and a dossier's proposals.

    Of a dossier the text is the last draft kept, paragraphs that are agreed ad ref are counted too, and the proposals
    are all that were kept, by their state and by delegation. Tracked changes of a FILE are taken as accepted. Brackets
    are those of the text; those of footnotes are counted apart, and so are paragraphs that have none but stand within a
    pair. LABEL is a label, a symbol or the start of an id.
    """
    from models.dossier.form.opening import is_dossier

    if is_dossier(file):
        from models.dossier import Dossier

        with Dossier.open(file, read_only=True) as opened:
            draft = opened.draft((last_kept(opened.nodes()) if label is None else opened.find(label)).id)
            proposals, agreed = _proposals(opened), frozenset(opened.agreements())
    elif label is not None:
        raise click.UsageError("--draft names a draft of a dossier, and this file is none")
    else:
        draft, proposals, agreed = read_text_file(file).draft, _counted((), ()), frozenset()
    value = {"brackets": _brackets(draft), "paragraphs": _paragraphs(draft, agreed), "proposals": proposals}
    say(json.dumps(value, ensure_ascii=False, indent=1) if as_json else "\n".join(_text(value, draft)))


def _brackets(draft: Draft) -> dict[str, Any]:
    from models.draft import bracket_characters, brackets, note_brackets

    signs = Counter(sign for paragraph in draft.paragraphs for _, sign in bracket_characters(paragraph.text))
    alone = [one.start or one.end for one in brackets(draft) if one.start is None or one.end is None]
    notes = note_brackets(draft.footnotes)
    return {
        "open": signs["["],
        "close": signs["]"],
        "unmatched": [{"paragraph": place[0], "start": place[1]} for place in alone if place is not None],
        "footnotes": {"pairs": notes.pairs, "unmatched": list(notes.unmatched)},
    }


def _paragraphs(draft: Draft, agreed: Collection[str]) -> dict[str, Any]:
    from models.draft import brackets, in_brackets
    from models.draft.agreed import agreed_places, holds_brackets, is_agreed_on

    bracketed = sum(map(holds_brackets, draft.paragraphs))
    kinds = Counter(str(paragraph.kind) for paragraph in draft.paragraphs)
    could_be = sum(map(is_agreed_on, draft.paragraphs))
    return {
        "total": len(draft.paragraphs),
        "by_kind": dict(kinds.most_common()),
        "bracketed": bracketed,
        "within_brackets": len(in_brackets(brackets(draft))) - bracketed,
        "agreed": {"paragraphs": len(agreed_places(draft.paragraphs, agreed)), "of": could_be},
    }


def _proposals(dossier: Dossier) -> dict[str, Any]:
    names = {one.key: one.short for one in dossier.delegations()}
    found = dossier.proposals()
    whose = [names.get(one.delegation or "", one.proposal.author or _NOBODY) for one in found]
    return _counted([str(one.state) for one in found], whose)


def _counted(states: Iterable[str], whose: Iterable[str]) -> dict[str, Any]:
    by_state, by_delegation = Counter(states), Counter(whose)
    return {
        "total": by_state.total(),
        "by_state": dict(by_state.most_common()),
        "by_delegation": dict(by_delegation.most_common()),
    }


def _text(value: dict[str, Any], draft: Draft) -> Iterator[str]:
    from models.draft import labels

    brackets, paragraphs, proposals = value["brackets"], value["paragraphs"], value["proposals"]
    notes = brackets["footnotes"]
    beside = f"; in footnotes {notes['pairs']} pairs" if notes["pairs"] else ""
    yield f"Brackets    {brackets['open']} opened, {brackets['close']} closed{beside}"
    names = labels(draft)
    for place in brackets["unmatched"]:
        at, start = place["paragraph"], place["start"]
        around = draft.paragraphs[at].text[max(0, start - _AROUND) : start + 1 + _AROUND]
        yield f"            without a partner: {names[at] or f'line {at + 1}'}, “{printable(around.strip())}”"
    yield from (f"            without a partner: footnote {draft.note[note].mark}" for note in notes["unmatched"])
    kinds = _listed(paragraphs["by_kind"])
    within = f" and {paragraphs['within_brackets']} within some" if paragraphs["within_brackets"] else ""
    yield f"Paragraphs  {paragraphs['total']}, {paragraphs['bracketed']} with brackets{within}: {kinds}"
    if paragraphs["agreed"]["paragraphs"]:
        yield f"            {paragraphs['agreed']['paragraphs']} of {paragraphs['agreed']['of']} agreed ad ref"
    if proposals["total"]:
        yield f"Proposals   {proposals['total']}: {_listed(proposals['by_state'])}"
        yield f"            {_listed(proposals['by_delegation'], ' of')}"


def _listed(counts: dict[str, int], what: str = "") -> str:
    return ", ".join(f"{count}{what} {on_one_line(name)}" for name, count in counts.items())


_AROUND = 24
