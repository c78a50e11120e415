"""Run by the system's Python beside LibreOffice: the texts it shows of Word files, all changes accepted or rejected.

Usage: python3 office_texts.py SOFFICE PROFILE < {"name": "path", ...}  ->  {"name": {"accept": [...], "reject": [...]}}
"""

import json
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def value(name, what):
    found = PropertyValue()
    found.Name, found.Value = name, what
    return found


def paragraphs(text):
    found = []
    for block in text.createEnumeration():
        if block.supportsService("com.sun.star.text.TextTable"):
            for name in block.getCellNames():
                found += paragraphs(block.getCellByName(name))
        elif block.supportsService("com.sun.star.text.Paragraph"):
            shown = ""
            for portion in block.createEnumeration():
                if portion.TextPortionType == "Text":
                    shown += portion.String
            found.append(shown)
    return found


def texts(desktop, context, path, choice):
    document = desktop.loadComponentFromURL(pathlib.Path(path).as_uri(), "_blank", 0, (value("Hidden", True),))
    try:
        command = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}[choice]
        dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        notes = document.getFootnotes()
        return {
            "paragraphs": paragraphs(document.Text),
            "footnotes": [notes.getByIndex(at).String for at in range(notes.Count)],
        }
    finally:
        document.close(True)


def main():
    soffice, profile = sys.argv[1:]
    pipe = "adref" + str(abs(hash(profile)) % 10**8)
    office = subprocess.Popen(
        [soffice, f"-env:UserInstallation={pathlib.Path(profile).as_uri()}", "--headless", "--norestore", "--nologo",
         f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    try:
        for _ in range(300):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.2)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        found = {
            name: {choice: texts(desktop, context, path, choice) for choice in ("accept", "reject")}
            for name, path in json.load(sys.stdin).items()
        }
        json.dump(found, sys.stdout)
        try:
            desktop.terminate()
        except Exception:
            pass
    finally:
        try:
            office.wait(20)
        except subprocess.TimeoutExpired:
            office.kill()


main()
