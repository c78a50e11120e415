"""The acts of writing. Each is one step that can be undone; the rooms beside this one say how each is done."""

from models.editing.deleting import delete, delete_back, delete_on
from models.editing.kinds import set_kind
from models.editing.letters import insert_text, marks_at, toggle_mark, typed
from models.editing.levels import deeper, shallower
from models.editing.moving import move, move_to
from models.editing.pasting import insert_paragraphs
from models.editing.splitting import new_paragraph
from models.editing.tabbing import tab

__all__ = [
    "deeper",
    "delete",
    "delete_back",
    "delete_on",
    "insert_paragraphs",
    "insert_text",
    "marks_at",
    "move",
    "move_to",
    "new_paragraph",
    "set_kind",
    "shallower",
    "tab",
    "toggle_mark",
    "typed",
]
