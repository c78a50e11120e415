"""Random brackets in random drafts: put in, nested, taken out, moved, emptied; in each paragraph they stay balanced."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from models.draft import Draft, Kind, Paragraph, Run, tidy_runs
from tests.models.merging.random_drafts import reworded, word

_SIGN = re.compile(r"([\[\]])")


def with_brackets(chance: Random, draft: Draft, times: int) -> Draft:
    """A draft with some changes of brackets and of words in its paragraphs."""
    paragraphs = list(draft.paragraphs)
    for _ in range(times if paragraphs else 0):
        at = chance.randrange(len(paragraphs))
        act = reworded if chance.random() < 0.35 else _with_bracket
        made = act(chance, paragraphs[at])
        if balanced(made.text):
            paragraphs[at] = made
    return replace(draft, paragraphs=tuple(paragraphs))


def balanced(text: str) -> bool:
    """Whether each bracket of a text has its partner."""
    depth = 0
    for sign in _SIGN.findall(text):
        depth += 1 if sign == "[" else -1
        if depth < 0:
            return False
    return depth == 0


def _with_bracket(chance: Random, one: Paragraph) -> Paragraph:
    """A paragraph with a bracket, or two, or the words in them, put in, moved or taken out in one of its runs."""
    places = [number for number, run in enumerate(one.runs) if run.footnote is None and run.text]
    if not places:
        return one
    at = chance.choice(places)
    runs = list(one.runs)
    runs[at] = replace(runs[at], text=_changed(chance, runs[at].text))
    return replace(one, runs=tidy_runs([run for run in runs if run.text or run.footnote is not None]))


def _changed(chance: Random, text: str) -> str:
    words = [part for part in re.split(r"(\s+|[\[\]])", text) if part]
    signs = [at for at, part in enumerate(words) if part in ("[", "]")]
    act = chance.choice(("round", "round", "round", "new", "open", "move", "empty", "close"))
    if act == "round" or not signs:
        start = chance.randrange(len(words) + 1)
        end = chance.randint(start, min(start + 9, len(words)))
        words.insert(end, "]")
        words.insert(start, "[")
    elif act == "new":
        words.insert(chance.randrange(len(words) + 1), f"[{word(chance)}] ")
    elif act == "move":
        sign = words.pop(chance.choice(signs))
        words.insert(chance.randrange(len(words) + 1), sign)
    else:
        start = chance.choice(signs)
        end = next((at for at in signs if at > start and words[at] == "]"), start)
        if words[start] == "[" and end > start:
            words[start : end + 1] = words[start + 1 : end] if act == "open" else ["[", "]"] if act == "empty" else []
    return "".join(words)


def small_draft(chance: Random) -> Draft:
    """A draft of one paragraph to three, with or without brackets."""
    made = []
    for _ in range(chance.randint(1, 3)):
        text = " ".join(word(chance) for _ in range(chance.randint(4, 14))).capitalize() + ";"
        opening, _, rest = text.partition(" ")
        made.append(Paragraph(Kind.OPERATIVE, (Run(opening, italic=True), Run(f" {rest}"))))
    return with_brackets(chance, Draft(tuple(made)), chance.randint(0, 4))
