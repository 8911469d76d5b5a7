"""The Nu Html Checker, in the version that was agreed upon, on whole sites. It needs Java."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

from tests.installing import need
from tests.npm_packages import Package

NU = Package(
    "The Nu Html Checker",
    "vnu-jar",
    "26.9.27",
    "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA==",
)
MATERIALS_OWN = re.compile(r'<(?:input|label)\b[^>]*\bclass="md-[^>]*>\s*<?\s*\Z')
"""The elements that Material's own templates get wrong."""


def jar(cache: Path, say: Callable[[str], None]) -> Path:
    """The checker. What is missing is said before it is installed or fetched."""
    need("Java", "the Nu Html Checker", ["default-jre-headless"], lambda: shutil.which("java") is not None, say)
    archive = NU.archive(cache, say)
    with tarfile.open(archive) as files:
        held = next(member for member in files.getmembers() if member.name.endswith("/vnu.jar"))
        path = cache / f"vnu-{NU.version}.jar"
        if not path.is_file() or path.stat().st_size != held.size:
            inside = files.extractfile(held)
            assert inside is not None
            path.write_bytes(inside.read())
    return path


def errors(jar: Path, *folders: Path) -> list[str]:
    """What is wrong with the HTML in some folders, as ``page: message``; what infos tell is not, nor what is
    Material's own.
    """
    command = ["java", "-jar", str(jar), "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run([*command, *map(str, folders)], capture_output=True, text=True, check=True)
    found = []
    for one in json.loads(done.stdout)["messages"]:
        if one["type"] != "info" and not MATERIALS_OWN.search(one.get("extract", "")):
            page = next((one["url"].partition(str(folder))[2] for folder in folders if str(folder) in one["url"]), "")
            found.append(f"{page}: {one['message']} {' '.join(one.get('extract', '').split())}")
    return sorted(found)
