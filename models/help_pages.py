"""The help, a page for each task: Markdown in resources/help with the words and keys of actions filled in.

A page names an action as `{act:bracket}`: its words stand there and its keys beside the step, both from the table of
actions, so that no page can tell a wrong key. `{key:Enter}` is a key that belongs to no action, and `**Drafts**` are
the words of a control that none has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from models.words_asked import Meant, all_in, any_in, meant

Acts = Mapping[str, tuple[str, str]]
"""Actions by name: their words and their keys ("Ctrl+]", or "")."""

MOST_STEPS = 5
_PLACEHOLDER = re.compile(r"\{(act|key):([^}\s]+)\}|\*\*([^*]+)\*\*")
_STEP = re.compile(r"(\d+)\. +(.+)")


class HelpPageError(ValueError):
    """A page of the help is not as pages are: told to who writes it, never to a delegate."""


@dataclass(frozen=True, slots=True)
class Said:
    """Some words of a page; `act` where they are those of an action, `key` where they are a key sequence, `control`
    where they stand on another control."""

    text: str
    act: str = ""
    key: str = ""
    control: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, a smaller line under it, and the keys of the actions it names."""

    words: tuple[Said, ...]
    more: tuple[Said, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A task: title, one paragraph, at most five steps.

    `do` is the action its button does, `button` what the button says, `show` the action whose control can be shown,
    `neighbours` the names of pages beside it, `found_by` further words for the search, `place` its place in the list.
    """

    name: str
    place: int
    title: str
    opening: str
    steps: tuple[Step, ...]
    do: str = ""
    button: str = ""
    show: str = ""
    neighbours: tuple[str, ...] = ()
    found_by: str = ""

    @property
    def text(self) -> str:
        """All words of the page."""
        lines = [plain(line) for step in self.steps for line in (step.words, step.more)]
        return "\n".join((self.title, self.opening, *lines))


def plain(words: Iterable[Said]) -> str:
    """The words alone."""
    return "".join(said.text for said in words)


def help_pages(acts: Acts) -> tuple[HelpPage, ...]:
    """All pages in their order. Errors: HelpPageError where a page names an action or a page that is not there."""
    folder = resources.files("resources") / "help"
    sources = {
        file.name[:-3]: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".md")
    }
    pages = sorted((read_page(name, source, acts) for name, source in sources.items()), key=lambda page: page.place)
    for page in pages:
        for neighbour in page.neighbours:
            if neighbour not in sources:
                raise HelpPageError(f"{page.name}: no page is called {neighbour!r}")
    return tuple(pages)


def read_page(name: str, source: str, acts: Acts) -> HelpPage:
    """A page from its Markdown: a head between rules, a title, a paragraph, numbered steps."""
    parts = source.split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise HelpPageError(f"{name}: the head between two rules is missing")
    head = dict(_field(name, line) for line in parts[1].splitlines() if line.strip())
    lines = [line for line in parts[2].splitlines() if line.strip()]
    if len(lines) < 3 or not lines[0].startswith("# "):
        raise HelpPageError(f"{name}: a title, a paragraph and steps make a page")
    steps = _steps(name, lines[2:], acts)
    for field in ("do", "show"):
        if head.get(field):
            _act(name, head[field], acts)
    return HelpPage(
        name,
        int(head.get("place", "0")),
        lines[0][2:].strip(),
        lines[1].strip(),
        steps,
        head.get("do", ""),
        head.get("button", "Do it with this text"),
        head.get("show", ""),
        tuple(head.get("next", "").split()),
        head.get("found by", ""),
    )


def _field(page: str, line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon:
        raise HelpPageError(f"{page}: {line!r} is no field of a head")
    return name.strip(), value.strip()


def _steps(page: str, lines: Sequence[str], acts: Acts) -> tuple[Step, ...]:
    told: list[tuple[str, list[str]]] = []
    for line in lines:
        found = _STEP.fullmatch(line.rstrip())
        if found:
            told.append((found[2], []))
            if int(found[1]) != len(told):
                raise HelpPageError(f"{page}: step {found[1]} is step {len(told)}")
        elif told and line.startswith("   "):
            told[-1][1].append(line.strip())
        else:
            raise HelpPageError(f"{page}: {line!r} is no step")
    if not 1 <= len(told) <= MOST_STEPS:
        raise HelpPageError(f"{page}: a page has one to {MOST_STEPS} steps")
    return tuple(_step(page, text, " ".join(more), acts) for text, more in told)


def _step(page: str, text: str, more: str, acts: Acts) -> Step:
    words, beneath = _said(page, text, acts), _said(page, more, acts)
    keys = (acts[said.act][1] for said in (*words, *beneath) if said.act)
    return Step(words, beneath, tuple(dict.fromkeys(key for key in keys if key)))


def _said(page: str, text: str, acts: Acts) -> tuple[Said, ...]:
    found: list[Said] = []
    at = 0
    for placeholder in _PLACEHOLDER.finditer(text):
        found.append(Said(text[at : placeholder.start()]))
        kind, name, control = placeholder.groups()
        if control:
            found.append(Said(control, control=True))
        elif kind == "act":
            words, _ = _act(page, name, acts)
            found.append(Said(words.rstrip("…"), act=name))
        else:
            found.append(Said(name, key=name))
        at = placeholder.end()
    rest = text[at:]
    if any(sign in rest for sign in ("{", "}", "**")):
        raise HelpPageError(f"{page}: {rest!r} holds half a placeholder")
    return tuple(said for said in (*found, Said(rest)) if said.text)


def _act(page: str, name: str, acts: Acts) -> tuple[str, str]:
    if name not in acts:
        raise HelpPageError(f"{page}: no action is called {name!r}")
    return acts[name]


def found_pages(pages: Sequence[HelpPage], words: str) -> tuple[HelpPage, ...]:
    """The pages that hold all words looked for, or what they mean, those with one in the title first; all pages where
    none are given."""
    if not words.strip():
        return tuple(pages)
    wanted = meant(words)
    found = _holding(pages, wanted)
    if not found:
        found = _holding(pages, wanted := meant(words, by_stem=True))
    return tuple(sorted(found, key=lambda page: 0 if any_in(page.title, wanted) else 1 if told(page, wanted) else 2))


def _holding(pages: Iterable[HelpPage], wanted: Sequence[Meant]) -> list[HelpPage]:
    return [page for page in pages if all_in(f"{page.text}\n{page.found_by}", wanted)]


def told(page: HelpPage, wanted: Sequence[Meant]) -> bool:
    """Whether a page tells of one of the words that are looked for: its title has it, or it is found by that."""
    return any_in(f"{page.title}\n{page.found_by}", wanted)
