"""Builds the web door's style sheets, script and icon (fingerprinted, packed) and its languages.

`python tools/build_assets.py` asks npm for what `package-lock.json` pins, then Sass for the style,
rtlcss for its mirror (Arabic and the like), and Babel for the catalogues.
Rationale: compressing here and not in each answer keeps tokens out of any compressor's reach.
"""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import brotli
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "web" / "static" / "src"
BUILT = ROOT / "web" / "static" / "built"
WORDS = ROOT / "web" / "translations"
RTL = ROOT / "node_modules" / "rtlcss" / "bin" / "rtlcss.js"
SASS = ROOT / "node_modules" / "sass" / "sass.js"
STYLES = ("notes.scss", "board.scss", "easy.scss", "desk.scss")
MIRRORED = ("notes", "board", "easy")
AS_THEY_ARE = ("notes.js", "desk.js", "mirror.js", "icon.svg")


def node_tool(name: str) -> list[str]:
    """The command that runs `node` or `npm`: the machine's own, or the one that `make` put here."""
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"There is no {name} here. `make assets` brings one and builds these.")
    return [found]


def fetch_packages() -> None:
    """Install what the lock file pins, without anybody's install scripts."""
    if SASS.exists() and RTL.exists():
        return
    command = [*node_tool("npm"), "ci", "--omit=dev", "--ignore-scripts", "--no-fund", "--no-audit"]
    subprocess.run(command, cwd=ROOT, check=True)


def style(name: str) -> bytes:
    """One style sheet, compressed by Sass from its source."""
    command = [*node_tool("node"), os.fspath(SASS), "--style=compressed", "--no-source-map"]
    command += ["--quiet-deps", f"--load-path={ROOT / 'node_modules'}", os.fspath(SOURCE / name)]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout


def mirrored(sheet: bytes) -> bytes:
    """The style sheet for languages that are read from right to left."""
    command = [*node_tool("node"), os.fspath(RTL), "--silent", "--stdin"]
    made = subprocess.run(command, cwd=ROOT, check=True, input=sheet, stdout=subprocess.PIPE)
    return made.stdout.strip()


def compile_words() -> int:
    """Pack each catalogue of `web/translations` as gettext reads it; how many there are."""
    sources = sorted(WORDS.glob("*/LC_MESSAGES/messages.po"))
    for source in sources:
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3])
        packed = source.with_suffix(".mo.new")
        with packed.open("wb") as file:
            write_mo(file, catalogue)
        packed.replace(source.with_suffix(".mo"))
    return len(sources)


def keep(name: str, body: bytes) -> str:
    """Write a file under a name that holds its fingerprint, with its two compressed forms."""
    stem, dot, ending = name.rpartition(".")
    printed = f"{stem}.{hashlib.sha256(body).hexdigest()[:12]}{dot}{ending}"
    (BUILT / printed).write_bytes(body)
    (BUILT / f"{printed}.gz").write_bytes(gzip.compress(body, 9, mtime=0))
    (BUILT / f"{printed}.br").write_bytes(brotli.compress(body))
    return printed


def build() -> dict[str, str]:
    """Build everything afresh; gives each plain name and its fingerprinted one."""
    fetch_packages()
    compile_words()
    made = {name.replace(".scss", ".css"): style(name) for name in STYLES}
    made |= {f"{name}-rtl.css": mirrored(made[f"{name}.css"]) for name in MIRRORED}
    made |= {name: (SOURCE / name).read_bytes() for name in AS_THEY_ARE}
    BUILT.mkdir(exist_ok=True)
    for old in BUILT.iterdir():
        old.unlink()
    names = {name: keep(name, body) for name, body in made.items()}
    (BUILT / "names.json").write_text(json.dumps(names, indent=1), encoding="utf-8")
    return names


if __name__ == "__main__":
    for plain, printed in build().items():
        size = len((BUILT / f"{printed}.gz").read_bytes())
        sys.stdout.write(f"{plain:10} -> {printed} ({size:,} bytes gzipped)\n")
