"""The settings the user sees, in groups: one row for a field of Settings, with its words."""

from __future__ import annotations

from widgets.paper.zoom import STEPS
from widgets.settings.rows import Group, Row

_ZOOMS = tuple((step, f"{round(step * 100)} %") for step in STEPS)

GROUPS: tuple[Group, ...] = (
    Group(
        "Look",
        (
            Row(
                "appearance",
                "Colours",
                "choice",
                choices=(
                    ("system", "As the system"),
                    ("light", "Light"),
                    ("dark", "Dark"),
                    ("high contrast", "High contrast"),
                ),
                found_by="appearance theme night black white",
            ),
            Row(
                "zoom",
                "Text size",
                "scale",
                "the frame around it stays as it is",
                _ZOOMS,
                found_by="zoom letters larger smaller font",
            ),
            Row("change_bars", "Bars beside changed paragraphs", "switch", found_by="margin marks changes"),
        ),
    ),
    Group(
        "Writing",
        (
            Row(
                "punctuates",
                "End punctuation and “and” kept right",
                "switch",
                "as paragraphs come, go and move",
                found_by="comma semicolon full stop french space",
            ),
            Row(
                "curls",
                "Printed quotation marks",
                "switch",
                "“ ” ’ for those on the keys",
                found_by="curly straight smart quotes typographic",
            ),
            Row(
                "follows_references",
                "References follow their paragraph",
                "switch",
                "“paragraph 4 above”, “OP4”, as numbers change",
                found_by="cross-references renumber numbers paragraph above below",
            ),
            Row(
                "completes",
                "Openings offered while typing",
                "switch",
                "“Calls upon”, “Recalling its resolution”",
                found_by="completion suggestions verbs",
            ),
            Row(
                "spells",
                "Misspelt words marked",
                "switch",
                "by dots; English as the United Nations spell it: -ize",
                found_by="spelling dictionary oxford",
            ),
        ),
    ),
    Group(
        "Names and folders",
        (
            Row(
                "who",
                "Your name in the history",
                "text",
                "who kept a draft; it stays in the dossier",
                placeholder="No name",
                found_by="author who",
            ),
            Row(
                "dossier_folder",
                "Folder for new dossiers",
                "folder",
                placeholder="Documents, Adref",
                found_by="directory default place files save",
            ),
        ),
    ),
    Group(
        "Projector",
        (
            Row(
                "projector_paper",
                "Paper in the room",
                "choice",
                "white reads best in a lit room",
                (("white", "Always white"), ("theme", "As the desk")),
                found_by="dark colours beamer screen",
            ),
            Row(
                "projector_holds",
                "Stand still at first",
                "switch",
                "or follow the cursor from the start",
                found_by="hold freeze beamer screen",
            ),
            Row(
                "projector_notes",
                "Footnotes under the text",
                "switch",
                "their marks are always shown",
                found_by="notes beamer screen",
            ),
        ),
    ),
    Group(
        "Safety",
        (
            Row(
                "journal",
                "Every change is written down at once",
                "told",
                "The journal is always on: after a power cut the text comes back as it was a second before. "
                "There is nothing to switch and nothing to save.",
                found_by="autosave backup recover lost crash",
            ),
        ),
    ),
)
"""`journal` alone is no field of Settings: it is told and cannot be chosen."""
