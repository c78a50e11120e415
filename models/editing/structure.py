"""The acts of writing. Each is one step that can be undone; the rooms beside this one say how each is done."""

from models.editing.acts.deleting import delete, delete_back, delete_on, make_room
from models.editing.acts.kinds import set_kind
from models.editing.acts.letters import insert_text, marks_at, toggle_mark, typed
from models.editing.acts.levels import deeper, shallower
from models.editing.acts.moving import move, move_to
from models.editing.acts.splitting import new_paragraph
from models.editing.acts.tabbing import tab
from models.editing.pasted.pasting import insert_paragraphs

__all__ = [
    "deeper",
    "delete",
    "delete_back",
    "delete_on",
    "insert_paragraphs",
    "insert_text",
    "make_room",
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
