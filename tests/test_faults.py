"""Whatever goes wrong: the exit code is the documented one, a line says what it was, and every file is whole."""

from __future__ import annotations

import errno
import os
import socket
import stat
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, suppress
from http.client import parse_headers
from pathlib import Path
from typing import Any, NamedTuple

import one_pack
import pytest
from conftest import OFF, Done, copydesk

import lint.cli.check
from lint.packs.pack import builtin_packs

pytestmark = pytest.mark.usefixtures("one_pack")
FAULT, MENDED = "The the council met on Tuesday.\n", "The council met on Tuesday.\n"
OLD = "an older report\n"


# ---- faults of the system, in each command that writes -------------------------------------------


class Fault(NamedTuple):
    """A system call that fails, for which files, and how. ``harmless``: all goes well nevertheless."""

    call: str
    error: int | BaseException
    reading: bool = False
    harmless: bool = False
    leaves: bool = False


FAULTS = {
    "the file can't be opened": Fault("open", errno.EACCES, reading=True),
    "too many files are open": Fault("open", errno.EMFILE, reading=True),
    "the file can't be looked at": Fault("stat", errno.EIO, reading=True),
    "the open file can't be looked at": Fault("fstat", errno.EIO, reading=True),
    "the file breaks off": Fault("read", errno.EIO, reading=True),
    "the memory runs out": Fault("read", MemoryError(), reading=True),
    "no new file may be made": Fault("open", errno.EACCES),
    "the folder is on a disk that is read-only": Fault("open", errno.EROFS),
    "the disk is full": Fault("write", errno.ENOSPC),
    "the quota is used up": Fault("write", errno.EDQUOT),
    "what is written does not arrive": Fault("fsync", errno.EIO),
    "the mode can't be kept": Fault("chmod", errno.EPERM),
    "the file can't be replaced": Fault("replace", errno.EBUSY),
    "the file can't be replaced, nor the draft taken away": Fault("unlink", errno.EACCES, leaves=True),
    "each write takes a part": Fault("write", 0, harmless=True),
    "Ctrl-C comes at the worst moment": Fault("replace", KeyboardInterrupt()),
}
COMMANDS = {
    "fix": (["fix", *OFF, "."], 3),
    "check --output": (["check", *OFF, "--output", "page.txt", "a.md"], 2),
    "check --format json=": (["check", *OFF, "--format", "json=page.txt", "a.md"], 2),
    "init": (["init", "new"], 2),
}
"""Each command that writes, and the exit code where what it writes can't be written."""


class Broken:
    """Makes a system call fail for the files that a run reads, or for those that it writes."""

    def __init__(self, fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
        self._fault = fault
        self._opened: dict[int, str] = {}
        self.hit = False
        for call in {"open", fault.call, *(["replace"] if fault.call == "unlink" else [])}:
            monkeypatch.setattr(os, call, self._wrapped(call, getattr(os, call)))

    def _wrapped(self, call: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **more: Any) -> Any:
            name = self._opened.get(args[0], "") if isinstance(args[0], int) else os.fspath(args[0])
            if self._is_meant(call, name):
                self.hit = True
                if self._fault.harmless:
                    return real(args[0], args[1][:3])
                error = self._fault.error
                raise OSError(error, os.strerror(error)) if isinstance(error, int) else error
            done = real(*args, **more)
            if call == "open":
                self._opened[done] = name
            return done

        return wrapped

    def _is_meant(self, call: str, name: str) -> bool:
        if call == "open" and self._fault.call != "open":
            return False
        return os.path.basename(name) == "a.md" if self._fault.reading else ".copydesk-" in name


def newsroom(folder: Path) -> None:
    (folder / "a.md").write_text(FAULT)
    (folder / "page.txt").write_text(OLD)


def told(done: Done) -> str:
    assert "Traceback" not in done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_and_files_are_whole(
    fault: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom(tmp_path)
    args, unwritten = COMMANDS[command]
    what = FAULTS[fault]
    if what.call == "chmod" and command == "init":
        pytest.skip("a new file has no mode to keep")
    if what.reading and command == "init":
        pytest.skip("it reads nothing")
    with monkeypatch.context() as patches:
        broken = Broken(what, patches)
        done = copydesk_that_may_be_interrupted(patches, *args, cwd=tmp_path)
    page = told(done) + (tmp_path / "page.txt").read_text()
    assert broken.hit
    if what.harmless:
        expected = 1 if command.startswith("check") else 0
    elif isinstance(what.error, KeyboardInterrupt):
        expected = 130
    else:
        expected = 3 if what.reading else unwritten
        assert any(says in page for says in ("can't be", "crashed", "not enough memory")), page
    assert done.returncode == expected, page
    files_are_whole(tmp_path, left=what.leaves)


def copydesk_that_may_be_interrupted(patches: pytest.MonkeyPatch, *args: str, cwd: Path) -> Done:
    """The command; where it was interrupted it leaves by ``os._exit``, which would end the tests too."""

    def leave(code: int) -> None:
        raise SystemExit(code)

    patches.setattr(os, "_exit", leave)
    return copydesk(*args, cwd=cwd)


def files_are_whole(folder: Path, *, left: bool) -> None:
    """The story is as it was or mended, the report the old one or a new one that is whole, and nothing else is new."""
    names = {p.name for p in folder.rglob("*") if p.is_file()}
    drafts = {n for n in names if n.startswith(".copydesk-")}
    assert len(drafts) <= left
    assert names - drafts <= {"a.md", "page.txt", ".copydesk.yaml", "example.yaml"}
    assert (folder / "a.md").read_text() in (FAULT, MENDED)
    page = (folder / "page.txt").read_text()
    assert page == OLD or page.endswith(("read.\n", "checked.\n", "}\n")), page
    for name in (".copydesk.yaml", "rules/house/example.yaml"):
        file = folder / "new" / name
        assert not file.exists() or file.read_text().endswith((":\n", "confusions: suggestion\n", "said.\n")), file


def test_an_archive_that_breaks_off_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom(tmp_path)
    for fault in ("the file breaks off", "the file can't be opened", "the file can't be looked at"):
        with monkeypatch.context() as patches:
            Broken(FAULTS[fault], patches)
            done = copydesk("boilerplate", "learn", ".", cwd=tmp_path)
        assert (done.returncode, "copydesk: not read: a.md: can't be read" in told(done)) == (3, True)


def test_a_server_that_cannot_be_installed_is_a_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jars").mkdir()
    (tmp_path / "jars" / "languagetool-server.jar").write_bytes(b"")
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LTP_PATH", os.fspath(tmp_path / "file"))
    done = copydesk("languagetool", "install", "--jar-dir", "jars", cwd=tmp_path)
    assert (done.returncode, "can't be written: " in told(done)) == (2, True)


# ---- a table of faults, each with its documented exit code -----------------------------------------


class Case(NamedTuple):
    """What is set up in a folder with a story in it, what is asked for, and what comes of it."""

    code: int
    says: str
    args: tuple[str, ...] = ("check", ".")
    files: dict[str, str] = {}
    arrange: Callable[[Path], object] = lambda folder: None
    stdin: bytes = b""


def pipe(name: str) -> Callable[[Path], object]:
    return lambda folder: os.mkfifo(folder / name)


def link(name: str, to: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).symlink_to(to)


def listening(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one, pytest.MonkeyPatch.context() as patches:
        patches.chdir(folder)
        one.bind("b.md")


def twice(folder: Path) -> None:
    os.link(folder / "a.md", folder / "other")


CONFIG, LONG = ".copydesk.yaml", "x" * 5_000
RULE = "- id: r\n  kind: {}\n  {}\n  message: m\n  why: w\n  examples: [{{bad: '[[foo]]'}}, {{ok: y}}]\n"
TABLE = {
    "clean copy": Case(0, "Clean copy", files={"a.md": "All is well.\n"}),
    "findings": Case(1, "The the"),
    "nothing to fail on": Case(0, "The the", ("check", "--fail-on", "never", ".")),
    "an empty folder": Case(2, "nothing was read in empty", ("check", "empty"), arrange=lambda f: (f / "empty").mkdir()),
    "only other documents": Case(2, "1 .docx", ("check", "d"), {"d/b.docx": ""}),
    "all excluded": Case(2, "1 excluded", files={CONFIG: "exclude: ['*.md']\n"}),
    "a folder in .gitignore": Case(2, "1 in .gitignore", files={".git/x": "", ".gitignore": "*.md\n"}),
    "a missing file": Case(3, "there is no such file", ("check", "none.md")),
    "a name that is too long": Case(3, "file name too long", ("check", LONG + ".md")),
    "a name of bytes": Case(1, "The the", files={os.fsdecode(b"\xff\xfe.md"): FAULT}),
    "a pipe that is named": Case(3, "it is a pipe", ("check", "b.md"), arrange=pipe("b.md")),
    "a pipe that is found": Case(3, "it is a pipe", arrange=pipe("b.md")),
    "a socket": Case(3, "it is a socket", arrange=listening),
    "a link to a device": Case(3, "it is a device", arrange=link("b.md", "/dev/zero")),
    "a link to itself": Case(3, "can't be read", arrange=link("b.md", "b.md")),
    "a link to nothing": Case(3, "there is no such file", arrange=link("b.md", "none")),
    "a file without an end": Case(3, "is too large: it has 2 GB", ("check", "b.md"), arrange=lambda f: sparse(f / "b.md")),
    "a file too large by the settings": Case(3, "is too large: it has 32 bytes", files={CONFIG: "max_file_size: 0.01 kB\n"}),
    "a size that is none": Case(2, "must be a number and its unit: 20 MB", files={CONFIG: "max_file_size: big\n"}),
    "a story with a NUL": Case(3, "NUL", files={"b.txt": "a\0b"}),
    "a Word file with another name": Case(3, "is a Word file", files={"b.md": "PK\x03\x04 word/document.xml"}),
    "a .gitignore that is a pipe": Case(1, "The the", arrange=pipe(".gitignore")),
    "a .gitignore that is a device": Case(1, "The the", arrange=link(".gitignore", "/dev/zero")),
    "a .gitignore of no patterns": Case(1, "The the", files={".gitignore": "!\nfoo\\\n"}),
    "a .gitignore of ranges that are none": Case(1, "The the", files={".gitignore": "[z-a]\n[[:alpha:]]\n"}),
    "a .gitignore of one endless line": Case(1, "The the", files={".gitignore": "*a" * 100_000}),
    "a .gitignore of megabytes": Case(1, "The the", files={".git/x": "", ".gitignore": "*.md\n" + "x\n" * 125_000}),
    "a base that is a link to itself": Case(
        2, "there is no file", files={CONFIG: "extends: b.yaml\n"}, arrange=link("b.yaml", "b.yaml")
    ),
    "an exclude of no pattern": Case(2, f"{CONFIG}:1: ‘!’ is not a pattern", files={CONFIG: "exclude: ['!']\n"}),
    "an exclude that ends in a backslash": Case(2, "is not a pattern", files={CONFIG: "exclude: ['a\\']\n"}),
    "paths of no pattern": Case(2, "is not a pattern", files={CONFIG: "paths: {'!': {dialect: en-US}}\n"}),
    "settings that are a pipe": Case(2, "can't be read: it is a pipe", arrange=pipe(CONFIG)),
    "settings that are a device": Case(2, "can't be read: it is a device", arrange=link(CONFIG, "/dev/zero")),
    "settings that are no text": Case(2, "can't be read", files={CONFIG: "\udcff\0"}),
    "settings that are a folder": Case(2, "can't be read", ("check", "--config", "d", "."), {"d/x": ""}),
    "settings of a folder too long": Case(2, "there is no folder", files={CONFIG: f"packs: [./{LONG}]\n"}),
    "a base that is missing": Case(2, "there is no file", files={CONFIG: "extends: none.yaml\n"}),
    "a base with a name too long": Case(2, "there is no file", files={CONFIG: f"extends: {LONG}\n"}),
    "a base that is itself": Case(2, "can't extend itself", files={CONFIG: f"extends: {CONFIG}\n"}),
    "words in a pipe": Case(2, "it is a pipe", files={CONFIG: "words: w.txt\n"}, arrange=pipe("w.txt")),
    "words from elsewhere": Case(2, "keep the list there", files={CONFIG: "words: /dev/zero\n"}),
    "words through a link from elsewhere": Case(
        2, "keep the list there", files={CONFIG: "words: w.txt\n"}, arrange=link("w.txt", "/dev/zero")
    ),
    "names in a pipe": Case(2, "it is a pipe", files={CONFIG: "names: n.csv\n"}, arrange=pipe("n.csv")),
    "a pyproject.toml that is a pipe": Case(1, "The the", arrange=pipe("pyproject.toml")),
    "a list of a rule in a pipe": Case(
        2, "it is a pipe", ("rules", "test", "r"), {"r/r.yaml": RULE.format("casing", "file: f.txt")}, pipe("r/f.txt")
    ),
    "a list of a rule from a device": Case(
        2, "put the list beside it", ("rules", "test", "r"), {"r/r.yaml": RULE.format("casing", "file: /dev/zero")}
    ),
    "rules that are not there": Case(2, "there is no folder", ("rules", "test", LONG)),
    "a report into a missing folder": Case(2, "can't be written: no such file", ("check", "--output", "d/p.txt", ".")),
    "a report over a folder": Case(2, "can't be written", ("check", "--format", "json=d", "."), {"d/x": ""}),
    "a report onto a full disk": Case(2, "no space left", ("check", "--output", "/dev/full", ".")),
    "standard input that is empty": Case(2, "standard input is empty", ("check", "-")),
    "standard input with a NUL": Case(3, "NUL", ("check", "-"), stdin=b"a\0b"),
    "standard input too large": Case(
        3, "is too large: 10 bytes is the most", ("check", "-"), {CONFIG: "max_file_size: 0.01 kB\n"}, stdin=b"x" * 99
    ),
    "standard input with a long name": Case(1, "The the", ("check", "-", "--stdin-filename", LONG), stdin=FAULT.encode()),
    "an unknown command": Case(2, "there is no command", ("chekc",)),
    "an unknown option": Case(2, "there is no option", ("check", "--x")),
    "an unknown format": Case(2, "unknown format", ("check", "--format", "x", ".")),
    "a fix of what is read-only": Case(3, "is read-only", ("fix", "."), arrange=lambda f: (f / "a.md").chmod(0o444)),
    "a fix of a file with two names": Case(3, "hard links", ("fix", "."), arrange=twice),
    "a fix through a link": Case(3, "is a link to", ("fix", "d"), {"d/x.png": ""}, link("d/b.md", "../a.md")),
    "a fix of a pipe": Case(3, "it is a pipe", ("fix", "."), arrange=pipe("b.md")),
    "a difference": Case(1, "+The council met on", ("fix", "--diff", ".")),
    "a beginning where a file is": Case(2, "can't be written", ("init", "d"), {"d/rules": ""}),
    "a beginning in a file": Case(2, "is a file", ("init", "a.md")),
    "boilerplate of an archive with a pipe": Case(
        3, "not read: b.md: can't be read: it is a pipe", ("boilerplate", "learn", "."), arrange=pipe("b.md")
    ),
}  # fmt: skip


def sparse(path: Path) -> None:
    """A file that says it has 2 GB, and takes none."""
    path.write_text("The hsotage talks.")
    os.truncate(path, 2_000_000_000)


@pytest.mark.parametrize("name", TABLE)
def test_every_fault_has_its_exit_code_and_a_line_that_says_what_it_is(name: str, tmp_path: Path) -> None:
    case = TABLE[name]
    for file, text in {"a.md": FAULT, **case.files}.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(text.encode("utf-8", "surrogateescape"))
    case.arrange(tmp_path)
    off = OFF if case.args[0] in ("check", "fix") else []
    done = copydesk(case.args[0], *off, *case.args[1:], cwd=tmp_path, stdin=case.stdin)
    page = told(done)
    assert (done.returncode, case.says in page) == (case.code, True), page
    assert "fault of copydesk" not in page
    assert done.returncode == 0 or "Clean copy" not in page
    assert done.returncode != 2 or done.stderr.strip().count("\n") <= 3, page
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) in (0o444, 0o644)


LONG = "a" * 200
"""Some twenty folders with such a name make a path that is too long for any system."""


@contextmanager
def folders_in(folder: Path, levels: int) -> Iterator[None]:
    """Folders in folders; they are taken away one by one, for nothing else does that with so deep a tree."""
    with chdir(folder):
        for _ in range(levels):
            os.mkdir(LONG)
            os.chdir(LONG)
        os.chdir(folder)
        try:
            yield
        finally:
            for _ in range(levels):
                os.chdir(LONG)
            for _ in range(levels):
                os.chdir("..")
                os.rmdir(LONG)


def test_folders_deeper_than_a_name_may_be_long_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FAULT)
    with folders_in(tmp_path, levels=25):
        done = copydesk("check", *OFF, ".", cwd=tmp_path)
    assert (done.returncode, "can't be searched: file name too long" in told(done)) == (3, True)


# ---- the command itself ----------------------------------------------------------------------------


def test_a_fault_of_copydesk_itself_is_three_and_one_line_to_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise KeyError("\x1b[31m\n::error::what")

    monkeypatch.setattr(lint.cli.check, "prepared", breaks)
    done = copydesk("check", *OFF, ".", cwd=tmp_path)
    assert done.returncode == 3
    assert "please report it at https://github.com/copydesk/copydesk/issues: 0." in done.stderr
    assert "cli/check.py:" in done.stderr
    assert "KeyError" in done.stderr
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr


def in_a_shell(line: str, folder: Path) -> tuple[int, str]:
    environment = {**os.environ, "PYTHONPATH": os.fspath(Path(lint.__file__).parents[1])}
    script = f'copydesk() {{ "{sys.executable}" "{one_pack.__file__}" "$@"; }}; {line}'
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, check=False)
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("check --languagetool off . > /dev/full", 3, "standard output can't be written: no space left on device"),
        ("fix --languagetool off --diff . > /dev/full", 3, "standard output can't be written"),
        ("fix --languagetool off - < a.md > /dev/full", 3, "standard output can't be written"),
        ("rules > /dev/full", 3, "standard output can't be written"),
        ("--version > /dev/full", 3, "standard output can't be written"),
        ("check --languagetool off . >&-", 3, "standard output is closed"),
        ("check --languagetool off - <&-", 2, "standard input is closed"),
        ("check --languagetool off . 2>&-", 1, "The the"),
        ("check --languagetool off . 2> /dev/full", 1, "The the"),
        ("check --languagetool off . | true; exit ${PIPESTATUS[0]}", 1, ""),
        ("fix --languagetool off --diff . | true; exit ${PIPESTATUS[0]}", 1, ""),
        ("check --help | true; exit ${PIPESTATUS[0]}", 0, ""),
    ],
)
def test_streams_that_are_closed_or_full(line: str, code: int, says: str, tmp_path: Path) -> None:
    newsroom(tmp_path)
    got, page = in_a_shell(f"copydesk {line}", tmp_path)
    assert (got, "Traceback" in page) == (code, False), page
    assert says in page
    assert page.count("\n") <= 1 or "The the" in page


@pytest.mark.slow
def test_a_text_too_large_to_be_fixed_comes_out_as_it_came(tmp_path: Path) -> None:
    (tmp_path / CONFIG).write_text("max_file_size: 1 kB\n")
    (tmp_path / "a.md").write_text(FAULT * 100_000)
    code, _ = in_a_shell("copydesk fix --languagetool off - < a.md > b.md", tmp_path)
    assert (code, (tmp_path / "b.md").read_bytes()) == (3, (tmp_path / "a.md").read_bytes())


# ---- a LanguageTool server that fails --------------------------------------------------------------

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"
Served = Callable[[socket.socket], object]
"""What a server does with somebody who has asked it."""


def reset(client: socket.socket) -> None:
    """Ends a connection as a machine does that has crashed."""
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def sends(answer: bytes, then: Served = lambda client: None) -> Served:
    def serve(client: socket.socket) -> None:
        client.sendall(answer)
        then(client)

    return serve


def drips(client: socket.socket) -> None:
    client.sendall(HEAD)
    for _ in range(40):
        client.sendall(b" ")
        time.sleep(0.05)


def waits(client: socket.socket) -> None:
    client.settimeout(5)
    client.recv(1)  # until nobody waits any more


SERVERS: dict[str, tuple[Served, str]] = {
    "it closes without a word": (lambda client: None, "broke off"),
    "it is reset before it answers": (reset, "broke off"),
    "it is reset in the middle of its answer": (sends(HEAD + b'{"matches": [', reset), "broke off"),
    "it closes in the middle of its answer": (sends(HEAD + b'{"matches": ['), "broke off"),
    "it closes in the middle of the head": (sends(HEAD[:30]), "its answer is empty"),
    "it closes in the middle of a chunk": (
        sends(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{"matches'),
        "broke off",
    ),
    "it never answers": (waits, "did not answer in time"),
    "it answers by drips": (drips, "did not answer in time"),
    "it is no web server": (sends(b"SSH-2.0-OpenSSH_9.6\r\n"), "broke off"),
    "it says that it found nothing, and not in JSON": (sends(b"HTTP/1.1 200 OK\r\n\r\nOK"), "is not LanguageTool"),
    "its answer is empty": (sends(b"HTTP/1.1 204 No Content\r\n\r\n"), "answered 204: an empty answer"),
}
CALLS = {
    "the network can't be reached": ("connect", errno.ENETUNREACH, "nothing answers at"),
    "the server refuses": ("connect", errno.ECONNREFUSED, "nothing answers at"),
    "the way there takes too long": ("connect", errno.ETIMEDOUT, "did not answer in time"),
    "the question can't be sent": ("sendall", errno.EIO, "broke off"),
    "the answer can't be read": ("recv_into", errno.EIO, "broke off"),
    "the connection is reset": ("recv_into", errno.ECONNRESET, "broke off"),
    "there are no descriptors left": ("__init__", errno.EMFILE, "nothing answers at"),
}
ASKING = {
    "check": ("check", "a.md"),
    "fix": ("fix", "a.md"),
    "fix -": ("fix", "-"),
}


@contextmanager
def server(serve: Served) -> Iterator[str]:
    """The address of a server that reads each question in full and then does what it does."""

    def answer(listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                with client, client.makefile("rb") as asked, suppress(OSError):
                    asked.readline()
                    asked.read(int(parse_headers(asked)["Content-Length"] or 0))
                    serve(client)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=answer, args=(listener,), daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def two_packs(one_pack: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Punctuation, and what LanguageTool is asked; instead of one pack."""
    packs = [pack for pack in builtin_packs() if pack.name in ("punctuation", "languagetool")]
    monkeypatch.setattr("lint.packs.select.builtin_packs", lambda: list(packs))


def asked_for(command: str, url: str, says: str, folder: Path) -> None:
    """A command, and what must come of it where the server fails: all else is done, and the failure is told."""
    newsroom(folder)
    (folder / CONFIG).write_text("languagetool: {timeout: 0.3}\n")
    name, *more = ASKING[command]
    done = copydesk(name, "--languagetool", url, *more, cwd=folder, stdin=FAULT.encode())
    page = told(done)
    assert (done.returncode, says in page) == (3, True), page
    assert "Clean copy" not in page
    assert (folder / "a.md").read_text() == (MENDED if command == "fix" else FAULT)
    assert "The the" in page if name == "check" else command == "fix" or done.stdout == MENDED
    assert {p.name for p in folder.iterdir()} == {"a.md", "page.txt", CONFIG}


@pytest.mark.usefixtures("two_packs")
@pytest.mark.parametrize("command", ASKING)
@pytest.mark.parametrize("fault", SERVERS)
def test_a_server_that_fails_is_told_and_all_else_is_done(fault: str, command: str, tmp_path: Path) -> None:
    serve, says = SERVERS[fault]
    with server(serve) as url:
        asked_for(command, url, says, tmp_path)


@pytest.mark.usefixtures("two_packs")
@pytest.mark.parametrize("command", ASKING)
@pytest.mark.parametrize("fault", CALLS)
def test_a_network_that_fails_is_told_and_all_else_is_done(
    fault: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call, error, says = CALLS[fault]
    hit = []

    def fails(*_: object, **__: object) -> None:
        hit.append(call)
        raise OSError(error, os.strerror(error))

    with server(sends(b'HTTP/1.1 200 OK\r\n\r\n{"matches": []}')) as url, monkeypatch.context() as patches:
        patches.setattr(socket.socket, call, fails)
        asked_for(command, url, says, tmp_path)
    assert hit


# ---- a server that is installed --------------------------------------------------------------------


@pytest.mark.parametrize("call", ["mkdir", "symlink", "replace"])
def test_an_installation_that_fails_is_told_and_leaves_the_old_one(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "languagetool-server.jar").write_bytes(b"")
    monkeypatch.setenv("LTP_PATH", os.fspath(tmp_path / "servers"))
    assert copydesk("languagetool", "install", "--jar-dir", "old", cwd=tmp_path).returncode == 0

    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patches:
        patches.setattr(os, call, fails)
        done = copydesk("languagetool", "install", "--jar-dir", "new", cwd=tmp_path)
    assert (done.returncode, "can't be written: no space left on device" in told(done)) == (2, True)
    (link,) = (tmp_path / "servers").iterdir()
    assert link.resolve() == tmp_path.resolve() / "old"
    assert copydesk("languagetool", "install", "--jar-dir", "new", cwd=tmp_path).returncode == 0
    assert link.resolve() == tmp_path.resolve() / "new"
