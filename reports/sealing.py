"""Turns a document into bytes that tell nothing of who made it, on what machine and when.

The same paper gives the same bytes, so that its hash can be kept and checked later.
"""

import io
import zipfile

from docx.document import Document as Document_
from lxml import etree

LONG_AGO = (1980, 1, 1, 0, 0, 0)
WITH_EFFECTS = "stylesWithEffects"
MARKS = frozenset({"rsids", "rsid", "docId", "savePreviewPicture"})
CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{title}{language}'
    "</cp:coreProperties>"
)
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"/>'
)
DC = "http://purl.org/dc/elements/1.1/"


def sealed(document: Document_, title: str) -> bytes:
    """The file's bytes. Its properties hold the title and the language, and nothing else."""
    _forget_what_the_pattern_left(document)
    held = io.BytesIO()
    document.save(held)
    told = io.BytesIO()
    with (
        zipfile.ZipFile(held) as before,
        zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(_entry(name), _part(name, before.read(name), title))
    return told.getvalue()


def _forget_what_the_pattern_left(document: Document_) -> None:
    """Drop the picture, the notes and the marks of the pattern that python-docx starts from."""
    for relations in (document.part.package.rels, document.part.rels):
        for id_, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in ("thumbnail", "customXml", WITH_EFFECTS):
                del relations[id_]
    for part in (document.element, document.styles.element, document.settings.element):
        _forget_marks(part)


def _forget_marks(part: etree._Element) -> None:
    """Drop what tells one sitting of an editor from another."""
    for element in list(part.iter(etree.Element)):
        parent = element.getparent()
        if etree.QName(element).localname in MARKS and parent is not None:
            parent.remove(element)
        for name in [name for name in element.attrib if "}rsid" in str(name)]:
            del element.attrib[name]


def _part(name: str, held: bytes, title: str) -> bytes:
    if name == "docProps/core.xml":
        return CORE.format(
            title=_element("title", title), language=_element("language", "en-GB")
        ).encode()
    return APP.encode() if name == "docProps/app.xml" else held


def _element(name: str, text: str) -> str:
    element = etree.Element(f"{{{DC}}}{name}", nsmap={"dc": DC})
    element.text = text
    return str(etree.tostring(element, encoding="unicode"))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    return entry
