"""GitHub and GitLab as far as the scripts of the documentation ask them: comments, pull requests, artifacts."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

BOT = "github-actions[bot]"
GH = '''#!{python}
"""Stands in for the program gh: ``gh api`` on the answers that the test has left."""
import json, os, sys
from urllib.parse import parse_qs, urlsplit
import jq

words = sys.argv[1:]
assert words.pop(0) == "api"
state = json.load(open("github.json"))
method, query, field, every, address = "GET", None, None, False, None
while words:
    word = words.pop(0)
    if word == "-X":
        method = words.pop(0)
    elif word == "--jq":
        query = words.pop(0)
    elif word == "-F":
        name, _, file = words.pop(0).partition("=@")
        field = {{name: open(file, encoding="utf-8", newline="").read()}}
    elif word == "--paginate":
        every = True
    else:
        assert address is None and not word.startswith("-"), word
        address = word
url = urlsplit(address)
parts, asked = url.path.split("/"), parse_qs(url.query)
assert parts[:3] == ["repos", "tidewell", "handbook"], address
assert os.environ["GH_TOKEN"], "no token"
rest = parts[3:]


def answer(value):
    for one in jq.compile(query).input_value(value).all() if query else [value]:
        print("" if one is None else one if isinstance(one, str) else json.dumps(one))


def missing():
    print("gh: Not Found (HTTP 404)", file=sys.stderr)
    sys.exit(1)


def comment(one):
    return {{"id": one[0], "user": {{"login": one[1]}}, "body": one[2]}}


def keep():
    state["written"].append([method, address])
    json.dump(state, open("github.json", "w"))


if (method, rest[:2], rest[3:]) == ("GET", ["actions", "runs"], ["artifacts"]):
    assert asked["name"] == ["map-changes"]
    size = state["size"]
    answer({{"artifacts": [] if size is None else [{{"id": 5, "size_in_bytes": size}}]}})
elif (method, rest) == ("GET", ["actions", "artifacts", "5", "zip"]):
    sys.stdout.buffer.write(open("github.zip", "rb").read())
elif method == "GET" and rest[0] == "pulls" and len(rest) == 2:
    answer({{"head": {{"sha": state["pulls"][rest[1]]}}}}) if rest[1] in state["pulls"] else missing()
elif (method, rest[0], rest[2:]) == ("GET", "issues", ["comments"]):
    size = int(asked["per_page"][0])
    comments = [comment(one) for one in state["comments"]]
    pages = [comments[start : start + size] for start in range(0, len(comments), size)] or [[]]
    for page in pages if every else pages[:1]:
        answer(page)
elif (method, rest[0], rest[2:]) == ("POST", "issues", ["comments"]):
    state["comments"].append([len(state["comments"]) + 1, "{bot}", field["body"]])
    keep()
elif (method, rest[:2]) == ("PATCH", ["issues", "comments"]):
    (found,) = [one for one in state["comments"] if one[0] == int(rest[2])]
    found[2] = field["body"]
    keep()
else:
    missing()
'''
"""The program, but for the name of the interpreter."""


def zipped(files: dict[str, str]) -> bytes:
    """An archive of some texts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return written.getvalue()


def run(script: str, folder: Path, path: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a script as a runner does, with nothing of our own environment but what is named."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={"PATH": path, "LANG": "C.UTF-8", "HOME": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


class GitHub:
    """A repository ``tidewell/handbook`` with pull requests, and what a run has left of one of them."""

    def __init__(self, folder: Path, pulls: dict[str, str], artifact: bytes) -> None:
        self.folder = folder
        self._pulls = pulls
        self.artifact = artifact
        self.size: int | None = 1_000
        """What GitHub says how large the artifact is; None where there is none."""
        self.comments: list[tuple[int, str, str]] = []
        """Number, author and text of each comment."""
        self.written: list[tuple[str, str]] = []
        """Method and address of everything that was written."""

    def run(self, script: str, **environment: str) -> str:
        """Run a script beside a program ``gh``; what it says."""
        programs = self.folder / "programs"
        programs.mkdir(exist_ok=True)
        gh = programs / "gh"
        gh.write_text(GH.format(python=sys.executable, bot=BOT), "utf-8")
        gh.chmod(0o755)
        (self.folder / "github.zip").write_bytes(self.artifact)
        state = {"pulls": self._pulls, "size": self.size, "comments": self.comments, "written": self.written}
        (self.folder / "github.json").write_text(json.dumps(state), "utf-8")
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        done = run(script, self.folder, path, {"GH_TOKEN": "secret-token", **environment})
        after = json.loads((self.folder / "github.json").read_text("utf-8"))
        self.comments = [tuple(one) for one in after["comments"]]
        self.written = [tuple(one) for one in after["written"]]
        return done.stdout + done.stderr


class GitLab:
    """A merge request 3 of a project 12, behind an address of this machine."""

    me = 42
    """The id of the user to whom the token belongs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.token = "secret-token"
        self.notes: list[tuple[int, int, str]] = []
        """Number, author and text of each note."""
        self.said = ""

    def run(self, script: str, token_variable: str, **environment: str) -> int:
        """Run a script against the server; its exit code."""
        with ThreadingHTTPServer(("127.0.0.1", 0), self._handler()) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
            given = {
                "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}/api/v4",
                "CI_PROJECT_ID": "12",
                "CI_MERGE_REQUEST_IID": "3",
                token_variable: "secret-token",
            }
            done = run(script, self.folder, path, given | environment)
            server.shutdown()
        self.said = done.stdout + done.stderr
        return done.returncode

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        gitlab = self

        class Handler(BaseHTTPRequestHandler):
            """The notes of the merge request, in pages, and the user."""

            def do_GET(self) -> None:
                """List."""
                url = urlsplit(self.path)
                if url.path == "/api/v4/user":
                    self._answer({"id": gitlab.me})
                    return
                asked = parse_qs(url.query)
                size, page = int(asked["per_page"][0]), int(asked["page"][0])
                found = [{"id": n, "author": {"id": who}, "body": text} for n, who, text in gitlab.notes]
                more = page * size < len(found)
                self._answer(found[(page - 1) * size : page * size], {"x-next-page": str(page + 1) if more else ""})

            def do_POST(self) -> None:
                """Create."""
                body = self._body()
                if self._is_allowed():
                    gitlab.notes.append((len(gitlab.notes) + 1, gitlab.me, body))
                self._answer({})

            def do_PUT(self) -> None:
                """Write anew."""
                body, number = self._body(), int(self.path.rpartition("/")[2])
                if self._is_allowed():
                    gitlab.notes = [(n, who, body if n == number else text) for n, who, text in gitlab.notes]
                self._answer({})

            def _is_allowed(self) -> bool:
                return self.headers["PRIVATE-TOKEN"] == gitlab.token

            def _body(self) -> str:
                written = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
                return parse_qs(written, strict_parsing=True, max_num_fields=1)["body"][0]

            def _answer(self, value: Any, headers: dict[str, str] | None = None) -> None:
                known = self.path == "/api/v4/user" or self.path.startswith(
                    "/api/v4/projects/12/merge_requests/3/notes"
                )
                self.send_response(404 if not known else 200 if self._is_allowed() else 401)
                for name, text in (headers or {}).items():
                    self.send_header(name, text)
                self.end_headers()
                self.wfile.write(json.dumps(value).encode())

            def log_message(self, format: str, *arguments: object) -> None:
                """Say nothing."""

        return Handler
