"""Every action of the window, said once: name, words, keys, icon. Menus, palette and hints are made from this table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """An action of the user. `keys` is a portable key sequence; `place` says when it can be done.

    `place`: "" always, "dossier" with a dossier open, "draft" with a draft at hand, "comparison" on the compare page,
    "text" with a text on the screen.
    """

    name: str
    menu: str
    words: str
    keys: str = ""
    icon: str = ""
    place: str = ""


SEPARATOR = "-"

ACTS: tuple[Act, ...] = (
    Act("new_dossier", "&File", "&New dossier…", "Ctrl+N", "plus"),
    Act("open", "&File", "&Open…", "Ctrl+O", "folder-open"),
    Act("compare_files", "&File", "&Compare two files…", "Ctrl+D", "arrows-left-right"),
    Act("open_sample", "&File", "Open the &sample", "", "book-open"),
    Act(SEPARATOR, "&File", ""),
    Act("add_files", "&File", "&Add files…", "Ctrl+I", "plus", "dossier"),
    Act("paste_text", "&File", "&Paste a text", "Ctrl+Shift+V", "clipboard-text"),
    Act("export", "&File", "&Export…", "Ctrl+E", "export", "draft"),
    Act(SEPARATOR, "&File", ""),
    Act("amend_draft", "&File", "A&mend label, date or note…", "F2", "pencil-simple", "dossier"),
    Act("rename_dossier", "&File", "&Rename the dossier…", "Shift+F2", "pencil-simple", "dossier"),
    Act(SEPARATOR, "&File", ""),
    Act("close_dossier", "&File", "C&lose the dossier", "Ctrl+W", "x", "dossier"),
    Act("quit", "&File", "&Quit", "Ctrl+Q"),
    Act("home", "&Go", "&Start page", "Alt+Home", "house"),
    Act("go_dossier", "&Go", "&Dossier", "Ctrl+1", "books", "dossier"),
    Act("go_text", "&Go", "&Text", "Ctrl+2", "text-align-left", "text"),
    Act("go_compare", "&Go", "&Compare", "Ctrl+3", "arrows-left-right", "comparison"),
    Act(SEPARATOR, "&Go", ""),
    Act("back", "&Go", "&Back", "Alt+Left", "arrow-left"),
    Act("forward", "&Go", "&Forward", "Alt+Right", "arrow-right"),
    Act("jump", "&Go", "&Jump or find…", "Ctrl+K", "magnifying-glass"),
    Act("appearance_system", "&View", "As the &system"),
    Act("appearance_light", "&View", "&Light", "", "sun"),
    Act("appearance_dark", "&View", "&Dark", "", "moon"),
    Act("appearance_contrast", "&View", "&High contrast"),
    Act(SEPARATOR, "&View", ""),
    Act("full_screen", "&View", "&Full screen", "F11"),
    Act("keys", "&Help", "&Keys", "F1", "question"),
)

BY_NAME: dict[str, Act] = {act.name: act for act in ACTS if act.name != SEPARATOR}


PAGE_KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Drafts", (("Read", "Enter"), ("Compare with the one before", "C"))),
    (
        "Comparison",
        (
            ("Next change", "N"),
            ("Previous change", "P"),
            ("Other end of a move", "M"),
            ("Open or close a fold", "Enter"),
            ("Fold what did not change, unfold it", "[ ]"),
            ("Larger or smaller letters", "Ctrl + -"),
        ),
    ),
)
"""What keys do on a page without being an action of the window."""


def key_table() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every key with what it does, by menu and then by page."""
    menus: dict[str, list[tuple[str, str]]] = {}
    for act in BY_NAME.values():
        if act.keys:
            menus.setdefault(act.menu.replace("&", ""), []).append((plain_words(act).rstrip("…"), act.keys))
    last = menus.pop("View", []) + menus.pop("Help", [])
    return [*menus.items(), ("View and help", last), *((head, list(keys)) for head, keys in PAGE_KEYS)]


def plain_words(act: Act) -> str:
    """The words without the mark of the access key."""
    return act.words.replace("&", "")
