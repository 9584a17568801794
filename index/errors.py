"""Errors the archive raises on purpose; each carries its remedy.

A message is a template plus fields, so that a window can translate the template and fill in the
same fields. Anything that is not an :class:`ArchiveError` is a bug.
"""

from __future__ import annotations

from typing import ClassVar


class ArchiveError(Exception):
    """Base of every expected failure.

    ``template`` and ``remedy`` are English ``str.format`` templates over ``fields``; each names
    what happened and what the user can do about it.
    """

    template: ClassVar[str] = "The archive could not do this"
    remedy: ClassVar[str] = "Try again; if it happens again, run “verify” on the archive."

    def __init__(self, **fields: object) -> None:
        super().__init__(fields)
        if isinstance(detail := fields.get("detail"), str):
            fields["detail"] = detail.rstrip(" .")  # libraries end sentences; a remedy follows
        self.fields = fields

    def __str__(self) -> str:
        return self.template.format(**self.fields)

    def __reduce__(self) -> tuple[object, ...]:
        return _revive, (type(self), self.fields)

    @property
    def advice(self) -> str:
        """The remedy in English, filled in."""
        return self.remedy.format(**self.fields)


def _revive(kind: type[ArchiveError], fields: dict[str, object]) -> ArchiveError:
    return kind(**fields)


# --- the archive as a whole -------------------------------------------------------------------


class ArchiveHeld(ArchiveError):
    """Another program has the archive open for writing (fields: folder, holder)."""

    template = "The archive in {folder} is in use by {holder}"
    remedy = "Close that window first, or open the archive read-only."


class ArchiveMissing(ArchiveError):
    """There is no archive here (fields: folder)."""

    template = "There is no archive in {folder}"
    remedy = "Choose another folder, or create an archive there by importing into it."


class ArchiveTooNew(ArchiveError):
    """A newer program wrote this archive (fields: folder, found, known). Nothing was touched."""

    template = "The archive in {folder} has format {found}; this program knows up to {known}"
    remedy = "Open it with the newer version of Dispatch Reader. Nothing in it was changed."


class ArchiveDamaged(ArchiveError):
    """The record itself cannot be read (fields: folder, detail)."""

    template = "The record in {folder} is damaged: {detail}"
    remedy = "Restore the newest backup; the damaged file is kept beside it."


class ArchiveRecoverable(ArchiveDamaged):
    """The record cannot be read, but a sound backup is there (fields: made, dispatches as well)."""

    remedy = (
        "Recover the backup of {made}, which holds {dispatches} dispatches; "
        "the damaged file is kept beside it."
    )


class DispatchDamaged(ArchiveDamaged):
    """One dispatch cannot be read (fields: id as well); the others are as they were."""

    template = "Dispatch {id} in {folder} is damaged: {detail}"
    remedy = "Repair it from a backup. The other dispatches are not affected."


class NoSoundCopy(ArchiveError):
    """No backup holds a dispatch whole (fields: id)."""

    template = "No backup holds a sound copy of dispatch {id}"
    remedy = "Restore a copy of the archive that you kept elsewhere, in a folder of its own."


class PassphraseNeeded(ArchiveError):
    """The archive is encrypted, and no passphrase was given (fields: folder)."""

    template = "The archive in {folder} is encrypted"
    remedy = "Enter its passphrase: in the window, at the prompt, or with --passphrase-file."


class PassphraseWrong(PassphraseNeeded):
    """Not this archive's passphrase (fields: folder). Nothing was touched."""

    template = "This passphrase does not open the archive in {folder}"
    remedy = (
        "Type it again, and mind capital letters and the keyboard’s layout. Nothing was changed; "
        "nobody can open the archive without its passphrase."
    )


class PassphraseRefused(ArchiveError):
    """A passphrase that is easily guessed (fields: least)."""

    template = "The passphrase has fewer than {least} characters"
    remedy = "Choose a longer one: five or six words that do not belong together are good."


class PassphraseUnreadable(ArchiveError):
    """Where a passphrase should come from, there is none (fields: source, detail)."""

    template = "The passphrase could not be read from {source}: {detail}"
    remedy = "Write it in the first line of a file that only you may read, or type it."


class EncryptionMissing(ArchiveError):
    """The libraries that encrypted archives need are not installed (fields: folder)."""

    template = "Encrypted archives such as {folder} cannot be used by this installation"
    remedy = 'Install the extra “encryption”: pip install "dispatch-reader[encryption]".'


class ArchiveExists(ArchiveError):
    """An archive would be overwritten (fields: folder)."""

    template = "There is already an archive in {folder}"
    remedy = "Choose an empty folder."


class ReadOnlyArchive(ArchiveError):
    """An edit was asked of an archive that is open read-only (fields: folder)."""

    template = "The archive in {folder} is open read-only"
    remedy = "Close the other window, or choose a folder that you may write to."


class StorageFull(ArchiveError):
    """The disk is full or the folder cannot be written (fields: folder, detail)."""

    template = "Nothing could be written in {folder}: {detail}"
    remedy = "Free some space or check the folder’s permissions, then try again. Nothing was lost."


# --- what is asked of it ----------------------------------------------------------------------


class UnknownDispatch(ArchiveError):
    """No dispatch has this accession number (fields: id)."""

    template = "There is no dispatch {id}"
    remedy = "It may have been removed; search for it again."


class UnknownConcept(ArchiveError):
    """The codebook has no such concept (fields: concept)."""

    template = "The codebook has no concept “{concept}”"
    remedy = "Check the spelling, or create the concept first."


class UnknownRule(ArchiveError):
    """No rule has this number or name (fields: rule)."""

    template = "There is no rule “{rule}”"
    remedy = "Look for its name among the rules; it may have been deleted."


class RuleTaken(ArchiveError):
    """A rule of this name exists already (fields: name)."""

    template = "There is already a rule “{name}”"
    remedy = "Choose another name, or delete the other rule first."


class UnknownAnnotation(ArchiveError):
    """There is no such annotation (fields: id)."""

    template = "There is no annotation {id}"
    remedy = "It may have been deleted; look in the trash."


class ConceptTaken(ArchiveError):
    """A sibling already bears this label (fields: label)."""

    template = "There is already a concept “{label}” here"
    remedy = "Choose another name, or use the existing concept."


class ConceptCycle(ArchiveError):
    """A concept cannot stand below itself (fields: concept, parent)."""

    template = "“{concept}” cannot be placed below “{parent}”"
    remedy = "Choose a parent that is not one of its own narrower concepts."


class PassageNotFound(ArchiveError):
    """The quoted text does not stand in the dispatch (fields: exact)."""

    template = "The dispatch does not contain “{exact}”"
    remedy = "Copy the passage from the dispatch exactly as it stands there."


class AnotherStory(ArchiveError):
    """An annotation is put on a dispatch that is no version of its own (annotation, dispatch)."""

    template = "Dispatch {dispatch} is not a version of the one that annotation {annotation} is on"
    remedy = "Choose a passage in the annotation's own dispatch or in another version of it."


class PassagesApart(ArchiveError):
    """Annotations cannot be merged into one."""

    template = "These annotations are not on one stretch of text"
    remedy = "Choose annotations of one dispatch whose passages overlap or follow one another."


class FieldRefused(ArchiveError):
    """A field of a dispatch cannot be corrected to this (fields: field, text, detail)."""

    template = "“{text}” is not understood: {detail}"
    remedy = "Correct the text, or use the original."


class DumpRefused(ArchiveError):
    """A file is no dump of an archive (fields: path, detail). Nothing of it was loaded."""

    template = "{path} cannot be loaded: {detail}"
    remedy = "Choose a file that “dump” has written; nothing was changed."


class VocabularyRefused(ArchiveError):
    """A file is no vocabulary that can be imported (fields: path, detail). Nothing was changed."""

    template = "{path} is no vocabulary that can be used: {detail}"
    remedy = "Choose a SKOS file in Turtle, N-Triples or RDF/XML whose concepts have labels."


class AnnotationsRefused(ArchiveError):
    """A file holds no Web Annotations (fields: path, detail). Nothing of it was imported."""

    template = "{path} cannot be imported as annotations: {detail}"
    remedy = "Choose a page of W3C Web Annotations in JSON-LD, as “annotations export” writes it."


class CitationRefused(ArchiveError):
    """A file is no citation (fields: path, detail)."""

    template = "{path} cannot be checked: {detail}"
    remedy = "Choose a file that “cite” has written."


class LayerRefused(ArchiveError):
    """A file is no layer of a coder (fields: path, detail). Nothing of it was imported."""

    template = "{path} cannot be imported as a coder’s layer: {detail}"
    remedy = "Choose a file that “layer export” has written."


class UnknownLayer(ArchiveError):
    """No layer of this coder has been imported (fields: coder)."""

    template = "There is no layer of “{coder}”"
    remedy = "Check the name with “layer list”, or import the layer first."


class CodebookRefused(ArchiveError):
    """A file is no codebook (fields: path, detail). Nothing of it was imported."""

    template = "{path} cannot be imported as a codebook: {detail}"
    remedy = "Choose a SKOS file in Turtle or JSON-LD, or a CSV table with a column “path”."


class ExportRefused(ArchiveError):
    """The export's target cannot be written (fields: path, detail)."""

    template = "The export could not be written to {path}: {detail}"
    remedy = "Choose another file name or folder."


# --- what is imported -------------------------------------------------------------------------


class InputRefused(ArchiveError):
    """Base of the reasons why one input yields no dispatch; the rest of an import goes on."""

    template = "Not imported"
    remedy = "Check the file, then import it again."


class EmptyInput(InputRefused):
    """The file has no bytes, or only white space."""

    template = "The file is empty"
    remedy = "Save or download the dispatch again."


class InputTooLarge(InputRefused):
    """The input is over the size limit (fields: megabytes, limit)."""

    template = "The file has {megabytes} MB; the limit is {limit} MB"
    remedy = "Split the file, or export fewer dispatches at a time."


class UnreadableInput(InputRefused):
    """The operating system would not hand over the bytes (fields: detail)."""

    template = "The file cannot be read: {detail}"
    remedy = "Check that it still exists and that you may read it."


class NotText(InputRefused):
    """The bytes are no text and no known format (fields: kind)."""

    template = "The file holds no text that can be read ({kind})"
    remedy = "Save the dispatch as text or as a web page and import that."


class WrongEncoding(InputRefused):
    """The text's encoding could not be established."""

    template = "The text's encoding could not be recognised"
    remedy = "Open the file in an editor and save it as UTF-8."


class NoTextFound(InputRefused):
    """The format was recognised but holds no text (fields: format)."""

    template = "No text was found in this {format} file"
    remedy = "If it is a scan or a page drawn by scripts, copy its text into a text file."


class BrokenInput(InputRefused):
    """The format was recognised but is damaged (fields: format, detail)."""

    template = "This {format} file is damaged: {detail}"
    remedy = "Download or export it again."


class LockedInput(InputRefused):
    """The document is encrypted (fields: format)."""

    template = "This {format} file is protected by a password"
    remedy = "Save a copy without the password and import that."


class UnknownFormat(InputRefused):
    """No parser recognises the content (fields: kind)."""

    template = "This kind of file is not supported ({kind})"
    remedy = "Save the dispatch as text, HTML or PDF and import that."


class PackedInput(UnknownFormat):
    """The file packs others in a way that is not unpacked here (fields: kind)."""

    remedy = "Unpack it, and import the files or a zip archive of them."


class TookTooLong(InputRefused):
    """The parser passed its time limit and was stopped (fields: seconds)."""

    template = "Reading the file took more than {seconds} s and was stopped"
    remedy = "The file may be damaged; save it in another format."


class TookTooMuchMemory(InputRefused):
    """The parser passed its memory limit or died."""

    template = "Reading the file needed too much memory or crashed the reader"
    remedy = "The file may be damaged; save it in another format."


class SuspiciousArchive(InputRefused):
    """A container is built to hurt: bomb, traversal, too many members (fields: detail)."""

    template = "The container was refused: {detail}"
    remedy = "Unpack it yourself and import the files you trust."
