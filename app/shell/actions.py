"""Every action of the window, said once: name, words, keys, icon. Menus, palette and hints are made from this table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """An action of the user. `keys` is a portable key sequence; `place` says when it can be done.

    `place`: "" always, "dossier" with a dossier open, "draft" with a draft at hand, "comparison" on the compare page,
    "text" with a text on the screen, "paragraph" with one of its paragraphs, "working" with the working text, "room"
    with the projector open. `also` are words that people type who mean it, `second_keys` a further key that hands know.
    """

    name: str
    menu: str
    words: str
    keys: str = ""
    icon: str = ""
    place: str = ""
    also: str = ""
    second_keys: str = ""


SEPARATOR = "-"

ACTS: tuple[Act, ...] = (
    Act("new_dossier", "&File", "&New dossier…", "Ctrl+N", "plus"),
    Act("open", "&File", "&Open…", "Ctrl+O", "folder-open"),
    Act("compare_files", "&File", "&Compare two files…", "Ctrl+D", "arrows-left-right"),
    Act("open_sample", "&File", "Open the &sample", "", "book-open"),
    Act("new_window", "&File", "New win&dow", "Shift+F4", "app-window"),
    Act(SEPARATOR, "&File", ""),
    Act("add_files", "&File", "Add &files…", "Ctrl+Shift+I", "plus", "dossier"),
    Act("paste_text", "&File", "&Paste a text", "Ctrl+Shift+V", "clipboard-text"),
    Act("export", "&File", "&Export…", "Ctrl+E", "export", "draft"),
    Act("print", "&File", "Pr&int…", "Ctrl+P", "printer", "comparison"),
    Act(SEPARATOR, "&File", ""),
    Act("write", "&File", "&Write on from this draft", "Ctrl+Shift+W", "note-pencil", "draft"),
    Act("new_text", "&File", "Write a new &text", "Ctrl+Shift+E", "note-pencil", "dossier"),
    Act("keep_draft", "&File", "&Keep this draft…", "Ctrl+S", "check-circle", "working", "save version"),
    Act("restore_draft", "&File", "&Restore this draft’s text", "", "clock-counter-clockwise", "draft"),
    Act("discard_text", "&File", "Discard the working te&xt…", "", "x", "working"),
    Act(SEPARATOR, "&File", ""),
    Act("amend_draft", "&File", "A&mend label, date or note…", "F2", "pencil-simple", "dossier"),
    Act("rename_dossier", "&File", "Ren&ame the dossier…", "Shift+F2", "pencil-simple", "dossier"),
    Act("close_dossier", "&File", "C&lose the dossier", "Ctrl+W", "x", "dossier"),
    Act(SEPARATOR, "&File", ""),
    Act("settings", "&File", "Settin&gs…", "Ctrl+,", "sliders-horizontal"),
    Act("quit", "&File", "&Quit", "Ctrl+Q"),
    Act("undo", "&Edit", "&Undo", "Ctrl+Z", "arrow-counter-clockwise", "working"),
    Act("redo", "&Edit", "&Redo", "Ctrl+Shift+Z", "arrow-clockwise", "working", second_keys="Ctrl+Y"),
    Act(SEPARATOR, "&Edit", ""),
    Act("cut", "&Edit", "Cu&t", "Ctrl+X", "", "working", "delete remove take out"),
    Act("copy", "&Edit", "&Copy", "Ctrl+C", "copy", "text"),
    Act("paste", "&Edit", "&Paste", "Ctrl+V", "clipboard-text", "working"),
    Act("select_all", "&Edit", "&Select all", "Ctrl+A", "", "text"),
    Act(SEPARATOR, "&Edit", ""),
    Act("italic", "&Edit", "&Italic", "Ctrl+I", "text-italic", "working"),
    Act("bold", "&Edit", "&Bold", "Ctrl+B", "text-bolder", "working"),
    Act("underline", "&Edit", "Under&line", "Ctrl+U", "text-underline", "working"),
    Act(SEPARATOR, "&Edit", ""),
    Act("bracket", "&Edit", "Put into brac&kets", "Ctrl+]", "brackets-square", "working"),
    Act("unbracket", "&Edit", "Take the brackets awa&y", "Ctrl+[", "brackets-square", "working", "remove delete lift"),
    Act("footnote", "&Edit", "Foot&note", "Ctrl+Shift+N", "asterisk", "working"),
    Act("cite_again", "&Edit", "Cite a footnote a&gain…", "", "asterisk", "working"),
    Act("no_break_space", "&Edit", "N&o-break space", "Ctrl+Shift+Space", "", "working"),
    Act(SEPARATOR, "&Edit", ""),
    Act("copy_marked", "&Edit", "Copy with changes &marked", "", "copy", "working"),
    Act("put_back", "&Edit", "Put t&his paragraph back", "Ctrl+Shift+R", "clock-counter-clockwise", "working"),
    Act("find", "&Edit", "&Find…", "Ctrl+F", "magnifying-glass", "text"),
    Act("replace", "&Edit", "R&eplace…", "Ctrl+H", "magnifying-glass", "working"),
    Act("search", "&Edit", "Find in all &drafts…", "Ctrl+Shift+F", "magnifying-glass", "dossier"),
    Act(SEPARATOR, "&Edit", ""),
    Act("next_misspelt", "&Edit", "Ne&xt misspelt word", "F7", "", "working"),
    Act("next_to_look_at", "&Edit", "Next p&aragraph to look at", "Ctrl+F7", "", "working"),
    Act("suggest_spelling", "&Edit", "Spelling of this &word…", "Shift+F7", "", "working"),
    Act("kind_preambular", "&Paragraph", "Prea&mbular paragraph", "Ctrl+Shift+P", "", "working"),
    Act("kind_operative", "&Paragraph", "&Operative paragraph", "Ctrl+Shift+O", "", "working"),
    Act("kind_subparagraph", "&Paragraph", "Subparagraph (&a)", "Ctrl+Shift+L", "", "working"),
    Act("kind_heading", "&Paragraph", "&Heading", "Ctrl+Shift+H", "", "working"),
    Act("kind_section", "&Paragraph", "Se&ction", "Ctrl+Shift+S", "", "working"),
    Act("kind_annex", "&Paragraph", "Anne&x", "Ctrl+Shift+X", "", "working"),
    Act("kind_quote", "&Paragraph", "&Quoted text", "Ctrl+Shift+Q", "", "working"),
    Act("kind_text", "&Paragraph", "Pla&in text", "Ctrl+Shift+T", "", "working"),
    Act(SEPARATOR, "&Paragraph", ""),
    Act("deeper", "&Paragraph", "One level &deeper", "", "", "working"),
    Act("shallower", "&Paragraph", "One level &up", "", "", "working"),
    Act("move_up", "&Paragraph", "Mo&ve up", "Alt+Up", "arrow-up", "working"),
    Act("move_down", "&Paragraph", "Move dow&n", "Alt+Down", "arrow-down", "working"),
    Act(SEPARATOR, "&Paragraph", ""),
    Act("suffix_bis", "&Paragraph", "Number bi&s", "", "", "working"),
    Act("suffix_ter", "&Paragraph", "Number te&r", "", "", "working"),
    Act("suffix_alt", "&Paragraph", "Number al&t", "", "", "working"),
    Act("suffix_none", "&Paragraph", "Com&puted number", "", "", "working"),
    Act("renumber", "&Paragraph", "Renum&ber the text", "", "", "working"),
    Act("renumber_all", "&Paragraph", "Renumber, bis and ter as we&ll", "", "", "working"),
    Act(SEPARATOR, "&Paragraph", ""),
    Act("agreed", "&Paragraph", "A&greed ad ref, or no longer", "Ctrl+Shift+A", "check", "text", "status open mark"),
    Act(SEPARATOR, "&Paragraph", ""),
    Act("masthead", "&Paragraph", "Masth&ead…", "Ctrl+Shift+M", "", "working"),
    Act("take_change", "&Changes", "&Take into the working text", "T", "arrow-bend-down-left", "comparison"),
    Act("refuse_change", "&Changes", "&Refuse, as the old draft has it", "R", "x", "comparison"),
    Act("take_alike", "&Changes", "Take &all that changed alike", "Shift+T", "arrow-bend-down-left", "comparison"),
    Act("refuse_alike", "&Changes", "Re&fuse all that changed alike", "Shift+R", "x", "comparison"),
    Act(SEPARATOR, "&Changes", ""),
    Act("pair_by_hand", "&Changes", "Pa&ir by hand", "U", "link-simple", "comparison"),
    Act("in_words", "&Changes", "What changed, in w&ords", "W", "chat-text", "comparison"),
    Act("copy_changes", "&Changes", "&Copy all changes", "", "copy", "comparison"),
    Act("merge", "&Changes", "&Merge with…", "Ctrl+J", "git-merge", "dossier"),
    Act("returned_files", "&Changes", "Files that came &back", "Ctrl+Shift+B", "tray", "dossier"),
    Act("compile", "&Changes", "Compile the proposa&ls…", "", "stack", "dossier", "consolidated amendments"),
    Act("compare_working", "&Changes", "Compare the &working text", "Ctrl+Shift+D", "arrows-left-right", "dossier"),
    Act("home", "&Go", "&Start page", "Alt+Home", "house"),
    Act("go_dossier", "&Go", "&Dossier", "Ctrl+1", "books", "dossier", "timeline what was done who when"),
    Act("go_text", "&Go", "&Text", "Ctrl+2", "text-align-left", "text"),
    Act("go_compare", "&Go", "&Compare", "Ctrl+3", "arrows-left-right", "comparison"),
    Act(SEPARATOR, "&Go", ""),
    Act("back", "&Go", "&Back", "Alt+Left", "arrow-left"),
    Act("forward", "&Go", "&Forward", "Alt+Right", "arrow-right"),
    Act("jump", "&Go", "&Jump or find…", "Ctrl+K", "magnifying-glass"),
    Act("lineage", "&Go", "&Lineage of this paragraph", "Ctrl+L", "git-branch", "paragraph"),
    Act("ledger", "&Go", "What the Word file &holds", "", "file-search", "draft"),
    Act("all_notes", "&Go", "All foot&notes", "", "asterisk", "text"),
    Act("appearance_system", "&View", "As the &system"),
    Act("appearance_light", "&View", "&Light", "", "sun"),
    Act("appearance_dark", "&View", "&Dark", "", "moon"),
    Act("appearance_contrast", "&View", "&High contrast"),
    Act(SEPARATOR, "&View", ""),
    Act("changed_words", "&View", "Changed &words in the text", "Ctrl+Shift+C", "", "working"),
    Act("inspector", "&View", "&Inspector", "F8", "columns", "text"),
    Act("beside", "&View", "A&nother draft beside the text", "F4", "columns", "working"),
    Act("larger", "&View", "La&rger letters", "Ctrl++", "plus", "text", "zoom in"),
    Act("smaller", "&View", "S&maller letters", "Ctrl+-", "minus", "text", "zoom out"),
    Act("usual_size", "&View", "&Usual letters", "Ctrl+0", "", "text", "zoom 100 %"),
    Act(SEPARATOR, "&View", ""),
    Act("projector", "&View", "&Projector", "F9", "projector-screen", "text"),
    Act("black_room", "&View", "&Black for the room", "Shift+F9", "", "room", "beamer hide blank"),
    Act("focus", "&View", "F&ocus on the text", "F11", "", "text"),
    Act("full_screen", "&View", "&Full screen", "Shift+F11"),
    Act("help", "&Help", "&Help", "F1", "question"),
    Act("keys", "&Help", "&Keys", "Shift+F1", "question"),
)

BY_NAME: dict[str, Act] = {act.name: act for act in ACTS if act.name != SEPARATOR}


IN_THE_TEXT = frozenset(act.name for act in BY_NAME.values() if act.place == "working") - {
    *("keep_draft", "discard_text", "masthead", "changed_words", "beside", "cut", "paste"),
}
"""Acts on words and paragraphs of the working text, which are for who has it in front; cutting and pasting are for
whatever has the keyboard."""


PAGE_KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Everywhere", (("To the next part of the window", "F6"), ("Menu of what one is at", "Shift+F10"))),
    ("Start page", (("Open a dossier in a window of its own", "Ctrl+Enter"),)),
    ("Drafts", (("Read", "Enter"), ("Compare with the one before", "C"))),
    (
        "Writing",
        (
            ("Next paragraph of its kind", "Enter"),
            ("One level deeper", "Tab"),
            ("One level up", "Shift+Tab"),
            ("Take an opening that is offered", "Tab"),
            ("Choose another of those", "↓"),
            ("Words that are selected, then the paragraph", "Del"),
            ("Out of the text", "F6"),
            ("Back to the text", "Esc"),
            ("From a footnote’s mark to the footnote", "Ctrl+Enter"),
            ("Take a footnote out, in the list of all", "Del"),
        ),
    ),
    (
        "Find in all drafts",
        (
            ("Other drafts with the same words", "→"),
            ("To what replaces them, and back", "Tab"),
            ("Show what becomes of each place", "Enter"),
            ("Leave a place out", "Space"),
        ),
    ),
    (
        "Comparison",
        (
            ("Next change", "N"),
            ("Previous change", "P"),
            ("Other end of a move", "M"),
            ("A place of words in the paragraph", "← →"),
            ("Out of it, to the whole paragraph", "Esc"),
            ("Open or close a fold", "Enter"),
            ("Fold what did not change, unfold it", "[ ]"),
            ("Larger or smaller letters", "Ctrl + -"),
        ),
    ),
    (
        "Lineage",
        (
            ("Compare with the version before", "Enter"),
            ("Read the draft there", "R"),
            ("All words of a version", "Space"),
            ("Next or previous phrase", "N P"),
            ("Back to the list", "Esc"),
        ),
    ),
    (
        "Pairing by hand",
        (
            ("Pair the two chosen ends", "Enter"),
            ("Choose what is offered", "1 2 3 4 5"),
            ("One end more, for a split or a merger", "Ctrl + 1 2 3 4 5"),
            ("It was deleted, it is new", "Del"),
            ("Next or previous paragraph without a pair", "N P"),
            ("The other end becomes the chosen one", "← →"),
            ("Fold what is paired, unfold it", "[ ]"),
            ("Back to the comparison", "Esc"),
        ),
    ),
    (
        "Merge",
        (
            ("Next or previous conflict to settle", "N P"),
            ("As ours or as theirs has it", "1 2"),
            ("As it was before", "0"),
            ("Written by hand", "W"),
            ("The whole paragraph as ours or theirs", "O T"),
            ("Both, in brackets", "B"),
            ("A place in the paragraph", "← →"),
            ("Ask again", "Del"),
            ("What it decided by itself", "D"),
        ),
    ),
    (
        "Files that came back",
        (
            ("Next change", "N"),
            ("Next or previous change", "↓ ↑"),
            ("Make it a proposal", "P"),
            ("Leave it out", "L"),
            ("Next or previous file", "Alt + ↓ ↑"),
        ),
    ),
    (
        "Projector",
        (
            ("Next or previous paragraph", "N P"),
            ("More or fewer paragraphs", "+ -"),
            ("Stand still, follow again", "H"),
            ("Show the footnotes, hide them", "F"),
            ("Black, and the text again", "B"),
            ("Close it", "Esc"),
        ),
    ),
)
"""What keys do on a page without being an action of the window."""


def key_table() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every key with what it does, by menu and then by page."""
    menus: dict[str, list[tuple[str, str]]] = {}
    for act in BY_NAME.values():
        said = plain_words(act).rstrip("…")
        rows = [(words, keys) for words, keys in ((said, act.keys), (f"{said}, too", act.second_keys)) if keys]
        if rows:
            menus.setdefault(act.menu.replace("&", ""), []).extend(rows)
    last = menus.pop("View", []) + menus.pop("Help", [])
    return [*menus.items(), ("View and help", last), *((head, list(keys)) for head, keys in PAGE_KEYS)]


_WHEN = {
    "dossier": "with a dossier open",
    "draft": "with a draft read or chosen",
    "comparison": "on the Compare page",
    "text": "with a text on the page",
    "paragraph": "with a paragraph at hand",
    "working": "while you write a text",
    "room": "with the projector open",
}
_WHEN_OF = {
    "print": "on the Compare page; Export makes a PDF of a text",
    "merge": "with two drafts in the dossier",
    "returned_files": "once a file came back",
    "compile": "once a file came back",
    "compare_working": "while a text is written, and with a draft",
    "restore_draft": "while a text is written, on a draft read or chosen",
    "amend_draft": "with a draft in the dossier",
    "search": "with a draft in the dossier",
    "go_text": "once there is a text",
    "go_compare": "once two drafts are there",
    "export": "with a text at hand",
}
"""Of acts that need more than their place."""


def when_possible(act: Act) -> str:
    """When an act can be done that cannot be done now: "on the Compare page"."""
    return _WHEN_OF.get(act.name) or _WHEN.get(act.place, "elsewhere")


def plain_words(act: Act) -> str:
    """The words without the mark of the access key."""
    return act.words.replace("&", "")
