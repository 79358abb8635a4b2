"""A real nginx with deploy/nginx.conf, on this machine's own address, with TLS."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPSConnection
from pathlib import Path

import pytest

from conftest import NGINX_CONF

UNPACKED = Path(sys.prefix, "nginx", "usr", "sbin")
NAME = "board.example.org"
MAIN = """daemon off;
{user}
worker_processes 2;
error_log stderr warn;
pid {folder}/nginx.pid;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    # As Debian's own configuration has it, and what might stand there too.
    types {{ application/javascript js; text/xml xml; text/plain html; }}
    default_type text/html;
    gzip on;
    open_file_cache max=100 inactive=60s;
    include {folder}/*board.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True)
class NginxServer:
    """A server that runs."""

    port: int
    plain_port: int
    folder: Path

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self.port}/"

    def connection(self) -> HTTPSConnection:
        context = ssl.create_default_context(cafile=str(self.folder / "fullchain.pem"))
        context.check_hostname = False
        return HTTPSConnection("127.0.0.1", self.port, timeout=10, context=context)

    def get(self, path: str, method: str = "GET", /, **headers: str) -> Answer:
        connection = self.connection()
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": NAME, **sent})
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def program() -> str:
    found = shutil.which("nginx", path=f"{UNPACKED}:{os.environ['PATH']}:/usr/sbin")
    if not found or not shutil.which("openssl"):
        pytest.skip("there is no nginx or no openssl here (tests/install-nginx.sh)")
    return found


def prepare(folder: Path, releases: Path, *others: str) -> NginxServer:
    """Write the configuration into *folder*, with addresses and paths of the test for those of a server.

    *others* are further copies of the file, for other sites.
    """
    server = NginxServer(free_port(), free_port(), folder)
    (folder / "board.conf").write_text(_moved(NGINX_CONF.read_text("utf-8"), server, releases), "utf-8")
    for number, text in enumerate(others):
        (folder / f"other-{number}-board.conf").write_text(_moved(text, server, releases), "utf-8")
    (folder / "board-erased.map").write_text("/people/robin-hale/ 1;\n", "utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user), "utf-8")
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    command = ["openssl", "req", "-x509", *key, "-subj", f"/CN={NAME}", *files]
    subprocess.run(command, check=True, capture_output=True)
    return server


def _moved(text: str, server: NginxServer, releases: Path) -> str:
    """*text* with the addresses and paths of a test."""
    folder = server.folder
    for old, new in {
        "    listen [::]:80;\n": "",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80;": f"listen 127.0.0.1:{server.plain_port};",
        "listen 443 ": f"listen 127.0.0.1:{server.port} ",
        "/var/www/html": f"{folder}/html",
        "/var/log/nginx/": f"{folder}/",
        "/etc/nginx/board-erased": f"{folder}/board-erased",
    }.items():
        assert old in text, old
        text = text.replace(old, new)
    text = re.sub("/srv/[a-z]+/releases/", f"{releases}/", text)
    text = re.sub("/srv/[a-z]+/previews/", f"{releases.parent}/previews/", text)
    return re.sub("/etc/letsencrypt/live/[a-z.]+/", f"{folder}/", text)


@contextmanager
def running(folder: Path, releases: Path, *others: str) -> Iterator[NginxServer]:
    nginx = program()
    server = prepare(folder, releases, *others)
    command = [nginx, "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr
    with (folder / "errors").open("ab") as errors:
        process = subprocess.Popen(command, stderr=errors)
    try:
        for _ in range(100):
            with ExitStack() as stack:
                try:
                    stack.enter_context(socket.create_connection(("127.0.0.1", server.port), 1))
                    break
                except OSError:
                    assert process.poll() is None, (folder / "errors").read_text()
                    time.sleep(0.05)
        yield server
    finally:
        process.terminate()
        process.wait(10)
