"""Run by the system's own Python (it has UNO): what LibreOffice reads in Word files, every change taken one way.

Arguments: the socket's port, a file of lines "accept|reject<TAB>path", and the JSON file to write. What reads is loaded
into LibreOffice itself: asked through the socket for each word, it takes several times as long.
"""

import contextlib
import json
import sys
import time
from pathlib import Path

import uno
import unohelper
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.task import XJob

READER = "adref.tests.Reader"


def connect(port):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not answer")


def option(name, value):
    return PropertyValue(Name=name, Value=value)


def text_of(portions):
    pieces = []
    for portion in portions:
        kind = portion.TextPortionType
        if kind in ("Text", "TextField", "Ruby"):
            pieces.append(portion.getString())
        elif kind in ("ContentControl", "InContentMetadata"):
            pieces.append(text_of(getattr(portion, kind)))
    return "".join(pieces)


def paragraphs(text):
    for block in text:
        services = block.SupportedServiceNames
        if "com.sun.star.text.TextTable" in services:
            for name in block.getCellNames():
                yield from paragraphs(block.getCellByName(name))
        elif "com.sun.star.text.Paragraph" in services:
            numbered, label = block.getPropertyValues(("NumberingIsNumber", "ListLabelString"))
            yield [text_of(block), (label or "") if numbered else ""]


def boxes(document):
    """Text in frames and shapes, in no order that matters."""
    for frame in document.getTextFrames().ElementNames:
        yield from paragraphs(document.getTextFrames().getByName(frame))
    for shape in document.getDrawPage():
        is_frame = shape.supportsService("com.sun.star.text.TextFrame")
        if hasattr(shape, "createEnumeration") and not is_frame:
            yield from paragraphs(shape)


def read(desktop, dispatcher, revisions, path):
    document = desktop.loadComponentFromURL(
        Path(path).as_uri(), "_blank", 0, (option("Hidden", True), option("UpdateDocMode", 0))
    )
    if document is None:
        return None
    try:
        command = ".uno:AcceptAllTrackedChanges" if revisions == "accept" else ".uno:RejectAllTrackedChanges"
        dispatcher.executeDispatch(document.getCurrentController().getFrame(), command, "", 0, ())
        notes = document.Footnotes
        return {
            "paragraphs": list(paragraphs(document.Text)),
            "boxes": list(boxes(document)),
            "notes": [notes.getByIndex(i).getString() for i in range(notes.getCount())],
        }
    finally:
        document.close(True)


class Reader(unohelper.Base, XJob):
    """Lives in LibreOffice: what it reads in one file, as JSON."""

    def __init__(self, context):
        manager = context.ServiceManager
        self._desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self._dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def execute(self, arguments):
        (asked,) = arguments
        try:
            found = read(self._desktop, self._dispatcher, asked.Name, asked.Value)
        except Exception as error:
            found = {"error": str(error)}
        return json.dumps(found, ensure_ascii=False)


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816 - LibreOffice looks for this name
g_ImplementationHelper.addImplementation(Reader, READER, ())


def main():
    port, wanted, answer = sys.argv[1:4]
    context = connect(port)
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    loader = manager.createInstanceWithContext("com.sun.star.loader.Python", context)
    factory = loader.activate(READER, "", Path(__file__).resolve().as_uri(), None)
    reader = factory.createInstanceWithContext(context)
    found = {}
    for line in Path(wanted).read_text().splitlines():
        try:
            found[line] = json.loads(reader.execute((NamedValue(*line.split("\t")),)))
        except Exception as error:
            if "disposed" in str(error):  # LibreOffice itself has ended: the caller starts it again for the rest
                break
            found[line] = {"error": str(error)}
    Path(answer).write_text(json.dumps(found, ensure_ascii=False))
    with contextlib.suppress(Exception):  # the bridge closes as the office does
        desktop.terminate()


if __name__ == "__main__":
    main()
