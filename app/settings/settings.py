"""What the user chose, and where things lie: one small JSON file, replaced whole."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import platformdirs

from models.in_turn import in_turn

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

NAME = "adref"
Value = TypeVar("Value", bound="DataclassInstance")


@dataclass(frozen=True)
class Places:
    """Folders of the program; none of them need exist yet."""

    config: Path
    data: Path
    log: Path
    documents: Path

    @property
    def sample(self) -> Path:
        """The sample dossier."""
        return self.data / "sample.adref"

    @property
    def aside(self) -> Path:
        """Where texts are kept aside that their dossiers do not take."""
        return self.data / "aside"


def usual_places() -> Places:
    """The folders the system names for us."""
    return Places(
        config=Path(platformdirs.user_config_dir(NAME, appauthor=False)),
        data=Path(platformdirs.user_data_dir(NAME, appauthor=False)),
        log=Path(platformdirs.user_log_dir(NAME, appauthor=False)),
        documents=Path(platformdirs.user_documents_dir()) / "Adref",
    )


@dataclass(frozen=True)
class Settings:
    """Choices that outlive the window; app.settings.rows has the words for those the user sees.

    `appearance` is one of widgets.theme.style.CHOICES, `zoom` one of widgets.paper.zoom.STEPS; `folder` is where the
    last file was chosen, `paper` to `ibid` how the last text was set on paper (models.circulation.typesetting),
    `dossier_folder` where new dossiers go ("" is the usual place); `projector_paper` is "white" or "theme";
    `earlier_names` are those under which the user wrote before `who`, the last first, "" where he had none.
    """

    appearance: str = "system"
    zoom: float = 1.0
    change_bars: bool = True
    punctuates: bool = True
    curls: bool = True
    follows_references: bool = True
    completes: bool = True
    spells: bool = True
    who: str = ""
    earlier_names: list[str] = field(default_factory=list)
    dossier_folder: str = ""
    projector_paper: str = "white"
    projector_holds: bool = False
    projector_notes: bool = False
    paper: str = "letter"
    line_numbers: bool = False
    typed_numbers: bool = False
    ibid: bool = False
    folder: str = ""
    width: int = 1280
    height: int = 800
    maximised: bool = False


def read_settings(file: Path) -> Settings:
    """The settings of a file."""
    return read_value(file, Settings())


def write_settings(file: Path, settings: Settings) -> None:
    """Write the settings. Errors: OSError."""
    write_json(file, asdict(settings))


def change_settings(file: Path, usual: Settings, **values: object) -> Settings:
    """Let some settings be otherwise; the others stay as another window may have written them. Errors: OSError."""
    with in_turn(file.parent):
        now = replace(read_value(file, usual), **values)  # type: ignore[arg-type]
        write_settings(file, now)
    return now


def read_value(file: Path, usual: Value) -> Value:
    """The value of a data class in a file; what is missing, unknown or of the wrong type gives way to the usual."""
    value = read_json(file)
    given = value if isinstance(value, dict) else {}
    names = [one.name for one in fields(usual)]
    return replace(usual, **{one: given[one] for one in names if type(given.get(one)) is type(getattr(usual, one))})


def read_json(file: Path) -> Any:
    """The value in a file, or None where it cannot be read."""
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"))  # some editors put a mark before what they keep
    except (OSError, ValueError, RecursionError):
        return None


def write_json(file: Path, value: Any) -> None:
    """Write beside, then replace. Errors: OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(value, stream, ensure_ascii=False, indent=1)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
