"""What the palette offers of actions and of the help for the words typed: also what cannot be done at the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from app.shell.actions import BY_NAME, Act, plain_words, when_possible
from models.help_pages import HelpPage, found_pages, told
from models.words_asked import all_in, meant
from widgets.shell.palette import Entry
from widgets.theme.key_hints import key_words

_ACTIONS, _PAGES = 6, 3


def found_by(pages: Iterable[HelpPage]) -> dict[str, str]:
    """By the name of an action, the further words by which the page is found that tells most of it."""
    found: dict[str, str] = {}
    for page in pages:
        if page.do:
            found[page.do] = f"{found.get(page.do, '')} {page.found_by}".casefold()
    return found


def action_entries(
    words: str,
    possible: Sequence[str],
    do: Callable[[str], None],
    tell: Callable[[str], None],
    further: Mapping[str, str],
) -> list[Entry]:
    """Actions whose words hold the words, then those whose `further` words do, then those whose words hold what the
    words mean; first those that can be done now.

    `tell` is given what is to be said of one that cannot.
    """
    parts, now, wanted = words.casefold().split(), frozenset(possible), meant(words)
    found: list[tuple[bool, int, Act]] = []
    for act in BY_NAME.values():
        by_name = all(part in _searched(act) for part in parts)
        by_further = by_name or all(part in f"{_searched(act)} {further.get(act.name, '')}" for part in parts)
        by_meaning = by_further or all_in(_searched(act), wanted)
        if act.name != "jump" and by_meaning and (act.name in now or parts):
            found.append((act.name not in now, 0 if by_name else 1 if by_further else 2, act))
    found.sort(key=lambda one: (one[1], one[0]))
    return [_impossible(act, tell) if not_now else _possible(act, do) for not_now, _, act in found[:_ACTIONS]]


def _possible(act: Act, do: Callable[[str], None]) -> Entry:
    key = key_words(act.keys) if act.keys else ""
    return Entry("Actions", _icon(act), _said(act), "", key=key, serif=False, act=partial(do, act.name))


def _impossible(act: Act, tell: Callable[[str], None]) -> Entry:
    when, words = when_possible(act), _said(act).rstrip("…")
    tell_when = partial(tell, f"“{words}” can be done {when}.")
    return Entry("Actions", _icon(act), words, "", hint=when, serif=False, faint=True, act=tell_when)


def help_entries(words: str, pages: Sequence[HelpPage], show: Callable[[str], None]) -> list[Entry]:
    """Pages of the help whose title or further words hold one of the words, and all of whose words hold all."""
    wanted = meant(words, by_stem=True)
    found = [page for page in (found_pages(pages, words) if len(words) > 1 else ()) if told(page, wanted)]
    return [
        Entry("Help", "question", page.title, "", serif=False, act=partial(show, page.name)) for page in found[:_PAGES]
    ]


def _icon(act: Act) -> str:
    return act.icon or "caret-right"


def _said(act: Act) -> str:
    words = plain_words(act)
    return f"Go to {words.lower()}" if act.menu == "&Go" and act.icon in ("books", "text-align-left") else words


def _searched(act: Act) -> str:
    return f"{plain_words(act)} {act.menu} {act.also}".replace("&", "").casefold()
