"""What went wrong and what to do about it, in the user's language.

The archive's errors carry English templates with fields; here each template meets its
translation and is filled with the same fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.i18n import QT_TRANSLATE_NOOP
from desktop.phrases import in_words

if TYPE_CHECKING:
    from index import ArchiveError

CONTEXT = "errors"

# The texts of index/errors.py once more, where lupdate finds them; a test compares the two.
TEXTS = (
    QT_TRANSLATE_NOOP("errors", "The archive could not do this"),
    QT_TRANSLATE_NOOP("errors", "Try again; if it happens again, run “verify” on the archive."),
    QT_TRANSLATE_NOOP("errors", "The archive in {folder} is in use by {holder}"),
    QT_TRANSLATE_NOOP("errors", "Close that window first, or open the archive read-only."),
    QT_TRANSLATE_NOOP("errors", "There is no archive in {folder}"),
    QT_TRANSLATE_NOOP(
        "errors", "Choose another folder, or create an archive there by importing into it."
    ),
    QT_TRANSLATE_NOOP(
        "errors", "The archive in {folder} has format {found}; this program knows up to {known}"
    ),
    QT_TRANSLATE_NOOP(
        "errors", "Open it with the newer version of Dispatch Reader. Nothing in it was changed."
    ),
    QT_TRANSLATE_NOOP("errors", "The record in {folder} is damaged: {detail}"),
    QT_TRANSLATE_NOOP("errors", "Restore the newest backup; the damaged file is kept beside it."),
    QT_TRANSLATE_NOOP(
        "errors",
        "Recover the backup of {made}, which holds {dispatches} dispatches; "
        "the damaged file is kept beside it.",
    ),
    QT_TRANSLATE_NOOP("errors", "Dispatch {id} in {folder} is damaged: {detail}"),
    QT_TRANSLATE_NOOP("errors", "Repair it from a backup. The other dispatches are not affected."),
    QT_TRANSLATE_NOOP("errors", "No backup holds a sound copy of dispatch {id}"),
    QT_TRANSLATE_NOOP(
        "errors", "Restore a copy of the archive that you kept elsewhere, in a folder of its own."
    ),
    QT_TRANSLATE_NOOP("errors", "The archive in {folder} is encrypted"),
    QT_TRANSLATE_NOOP(
        "errors",
        "Enter its passphrase: in the window, at the prompt, or with --passphrase-file.",
    ),
    QT_TRANSLATE_NOOP("errors", "This passphrase does not open the archive in {folder}"),
    QT_TRANSLATE_NOOP(
        "errors",
        "Type it again, and mind capital letters and the keyboard’s layout. Nothing was changed; "
        "nobody can open the archive without its passphrase.",
    ),
    QT_TRANSLATE_NOOP("errors", "The passphrase has fewer than {least} characters"),
    QT_TRANSLATE_NOOP(
        "errors",
        "Choose a longer one: five or six words that do not belong together are good.",
    ),
    QT_TRANSLATE_NOOP("errors", "The passphrase could not be read from {source}: {detail}"),
    QT_TRANSLATE_NOOP(
        "errors", "Write it in the first line of a file that only you may read, or type it."
    ),
    QT_TRANSLATE_NOOP(
        "errors", "Encrypted archives such as {folder} cannot be used by this installation"
    ),
    QT_TRANSLATE_NOOP(
        "errors", 'Install the extra “encryption”: pip install "dispatch-reader[encryption]".'
    ),
    QT_TRANSLATE_NOOP("errors", "There is already an archive in {folder}"),
    QT_TRANSLATE_NOOP("errors", "Choose an empty folder."),
    QT_TRANSLATE_NOOP("errors", "The archive in {folder} is open read-only"),
    QT_TRANSLATE_NOOP(
        "errors", "Close the other window, or choose a folder that you may write to."
    ),
    QT_TRANSLATE_NOOP("errors", "Nothing could be written in {folder}: {detail}"),
    QT_TRANSLATE_NOOP(
        "errors",
        "Free some space or check the folder’s permissions, then try again. Nothing was lost.",
    ),
    QT_TRANSLATE_NOOP("errors", "There is no dispatch {id}"),
    QT_TRANSLATE_NOOP("errors", "It may have been removed; search for it again."),
    QT_TRANSLATE_NOOP("errors", "The codebook has no concept “{concept}”"),
    QT_TRANSLATE_NOOP("errors", "Check the spelling, or create the concept first."),
    QT_TRANSLATE_NOOP("errors", "There is no rule “{rule}”"),
    QT_TRANSLATE_NOOP("errors", "Look for its name among the rules; it may have been deleted."),
    QT_TRANSLATE_NOOP("errors", "There is already a rule “{name}”"),
    QT_TRANSLATE_NOOP("errors", "Choose another name, or delete the other rule first."),
    QT_TRANSLATE_NOOP("errors", "There is no annotation {id}"),
    QT_TRANSLATE_NOOP("errors", "It may have been deleted; look in the trash."),
    QT_TRANSLATE_NOOP("errors", "There is already a concept “{label}” here"),
    QT_TRANSLATE_NOOP("errors", "Choose another name, or use the existing concept."),
    QT_TRANSLATE_NOOP("errors", "“{concept}” cannot be placed below “{parent}”"),
    QT_TRANSLATE_NOOP("errors", "Choose a parent that is not one of its own narrower concepts."),
    QT_TRANSLATE_NOOP("errors", "The dispatch does not contain “{exact}”"),
    QT_TRANSLATE_NOOP("errors", "Copy the passage from the dispatch exactly as it stands there."),
    QT_TRANSLATE_NOOP(
        "errors",
        "Dispatch {dispatch} is not a version of the one that annotation {annotation} is on",
    ),
    QT_TRANSLATE_NOOP(
        "errors", "Choose a passage in the annotation's own dispatch or in another version of it."
    ),
    QT_TRANSLATE_NOOP("errors", "These annotations are not on one stretch of text"),
    QT_TRANSLATE_NOOP(
        "errors",
        "Choose annotations of one dispatch whose passages overlap or follow one another.",
    ),
    QT_TRANSLATE_NOOP("errors", "“{text}” is not understood: {detail}"),
    QT_TRANSLATE_NOOP("errors", "Correct the text, or use the original."),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be loaded: {detail}"),
    QT_TRANSLATE_NOOP("errors", "Choose a file that “dump” has written; nothing was changed."),
    QT_TRANSLATE_NOOP("errors", "{path} is no vocabulary that can be used: {detail}"),
    QT_TRANSLATE_NOOP(
        "errors", "Choose a SKOS file in Turtle, N-Triples or RDF/XML whose concepts have labels."
    ),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be imported as a coder’s layer: {detail}"),
    QT_TRANSLATE_NOOP("errors", "Choose a file that “layer export” has written."),
    QT_TRANSLATE_NOOP("errors", "There is no layer of “{coder}”"),
    QT_TRANSLATE_NOOP("errors", "Check the name with “layer list”, or import the layer first."),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be imported as a codebook: {detail}"),
    QT_TRANSLATE_NOOP(
        "errors", "Choose a SKOS file in Turtle or JSON-LD, or a CSV table with a column “path”."
    ),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be imported as annotations: {detail}"),
    QT_TRANSLATE_NOOP(
        "errors",
        "Choose a page of W3C Web Annotations in JSON-LD, as “annotations export” writes it.",
    ),
    QT_TRANSLATE_NOOP("errors", "{path} cannot be checked: {detail}"),
    QT_TRANSLATE_NOOP("errors", "Choose a file that “cite” has written."),
    QT_TRANSLATE_NOOP("errors", "The export could not be written to {path}: {detail}"),
    QT_TRANSLATE_NOOP("errors", "Choose another file name or folder."),
    QT_TRANSLATE_NOOP("errors", "Not imported"),
    QT_TRANSLATE_NOOP("errors", "Check the file, then import it again."),
    QT_TRANSLATE_NOOP("errors", "The file is empty"),
    QT_TRANSLATE_NOOP("errors", "Save or download the dispatch again."),
    QT_TRANSLATE_NOOP("errors", "The file has {megabytes} MB; the limit is {limit} MB"),
    QT_TRANSLATE_NOOP("errors", "Split the file, or export fewer dispatches at a time."),
    QT_TRANSLATE_NOOP("errors", "The file cannot be read: {detail}"),
    QT_TRANSLATE_NOOP("errors", "Check that it still exists and that you may read it."),
    QT_TRANSLATE_NOOP("errors", "The file holds no text that can be read ({kind})"),
    QT_TRANSLATE_NOOP("errors", "Save the dispatch as text or as a web page and import that."),
    QT_TRANSLATE_NOOP("errors", "The text's encoding could not be recognised"),
    QT_TRANSLATE_NOOP("errors", "Open the file in an editor and save it as UTF-8."),
    QT_TRANSLATE_NOOP("errors", "No text was found in this {format} file"),
    QT_TRANSLATE_NOOP(
        "errors", "If it is a scan or a page drawn by scripts, copy its text into a text file."
    ),
    QT_TRANSLATE_NOOP("errors", "This {format} file is damaged: {detail}"),
    QT_TRANSLATE_NOOP("errors", "Download or export it again."),
    QT_TRANSLATE_NOOP("errors", "This {format} file is protected by a password"),
    QT_TRANSLATE_NOOP("errors", "Save a copy without the password and import that."),
    QT_TRANSLATE_NOOP("errors", "This kind of file is not supported ({kind})"),
    QT_TRANSLATE_NOOP("errors", "Save the dispatch as text, HTML or PDF and import that."),
    QT_TRANSLATE_NOOP("errors", "Unpack it, and import the files or a zip archive of them."),
    QT_TRANSLATE_NOOP("errors", "Reading the file took more than {seconds} s and was stopped"),
    QT_TRANSLATE_NOOP("errors", "The file may be damaged; save it in another format."),
    QT_TRANSLATE_NOOP("errors", "Reading the file needed too much memory or crashed the reader"),
    QT_TRANSLATE_NOOP("errors", "The container was refused: {detail}"),
    QT_TRANSLATE_NOOP("errors", "Unpack it yourself and import the files you trust."),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence that says what happened, and one that says what to do."""

    text: str
    remedy: str


def explain(error: ArchiveError) -> Problem:
    """Return an error's message and remedy in the user's language."""
    fields = {name: str(value) for name, value in error.fields.items()}
    for name in ("detail", "kind"):
        if fields.get(name):
            fields[name] = in_words(_translated(fields[name]))
    return Problem(
        _translated(error.template).format(**fields), _translated(error.remedy).format(**fields)
    )


def _translated(template: str) -> str:
    return QCoreApplication.translate(CONTEXT, template)
