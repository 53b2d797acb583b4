"""Writes the parts of a paper as one page of HTML that everybody can use, and that prints well."""

import re
from html import escape

from reports.parts import Block, Part, Points, Quoted, Said, SubHeading, Table
from reports.word import in_lines, in_one_line

MARK, ONE = re.compile(r"\[E\d+(?:, E\d+)*\]"), re.compile(r"E\d+")
STYLE = """
body{font:1.1rem/1.5 Arial,sans-serif;color:#1d1d1d;background:#fff;margin:0 auto;max-width:44rem;
padding:1rem}h1{font-size:1.7rem}h2{font-size:1.4rem;margin-top:2rem}h3{font-size:1.15rem}
blockquote{margin:1rem 0;padding:.2rem 1rem;border-left:4px solid #0b5257;white-space:pre-line}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:700;padding:.5rem 0}
th,td{border:1px solid #6b6b6b;padding:.4rem .6rem;text-align:left;vertical-align:top;
overflow-wrap:anywhere}.n{display:inline-block;min-width:3rem;font-weight:700}
.scroll{overflow-x:auto}svg{max-width:100%;height:auto}
@media print{body{max-width:none;font-size:11pt}h2,h3{break-after:avoid}tr{break-inside:avoid}}
"""


def page(title: str, head: tuple[str, ...], parts: list[Part], chart: str = "") -> bytes:
    """The whole page. `chart` is an SVG of ours, put before the first table."""
    body = [f"<p>{_line(line)}</p>" for line in head]
    body.append(f"<h1>{_line(title)}</h1>")
    for part in parts:
        body += _part(part)
    text = "\n".join(body)
    if chart:
        text = text.replace('<div class="scroll"', f'{chart}\n<div class="scroll"', 1)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{_line(title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{text}\n</main>\n</body>\n</html>\n"
    ).encode()


def inner(parts: list[Part], lower: int = 1) -> str:
    """The parts alone, for a page that has a heading of its own.

    Args:
        lower: how many steps their headings stand below a second one.
    """
    told = "\n".join(line for part in parts for line in _part(part))
    for level in (3, 2):
        told = told.replace(f"<h{level}>", f'<h{level + lower} class="govuk-heading-s">')
        told = told.replace(f"</h{level}>", f"</h{level + lower}>")
    return told


def _part(part: Part) -> list[str]:
    heading = part.title.replace("\t", " ") if part.mark else part.heading
    told = [f"<h2>{_line(heading)}</h2>"]
    told += [_block(block) for block in part.blocks]
    return told


def _block(block: Block) -> str:
    match block:
        case SubHeading(words):
            return f"<h3>{_line(words)}</h3>"
        case Said(number, words, _):
            mark = f'<span class="n">{escape(number)}</span> ' if number else ""
            return f"<p>{mark}{_with_ways(_line(words))}</p>"
        case Quoted(words, _):
            return f"<blockquote>“{escape(in_lines(words))}”</blockquote>"
        case Points(lines):
            return _list(lines)
        case Table():
            return _table(block)


def _list(lines: tuple[str, ...]) -> str:
    told = "".join(f"<li>{_line(line)}</li>" for line in lines)
    return f"<ul>{told}</ul>"


def _table(block: Table) -> str:
    name = _line(block.caption)
    head = "".join(f'<th scope="col">{_line(cell)}</th>' for cell in block.head)
    rows = "".join(
        "<tr>"
        f'<th scope="row"{_place(cells[0])}>{_line(cells[0])}</th>'
        + "".join(f"<td>{_line(cell)}</td>" for cell in cells[1:])
        + "</tr>"
        for cells in block.rows
    )
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{name}">'
        f"<table><caption>{name}. {_line(block.description)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _with_ways(line: str) -> str:
    """The line with its marks leading to the list of evidence."""
    return MARK.sub(lambda found: ONE.sub(r'<a href="#\g<0>">\g<0></a>', found.group()), line)


def _place(cell: str) -> str:
    return f' id="{cell}"' if ONE.fullmatch(cell) else ""


def _line(words: str) -> str:
    return escape(in_one_line(words))
