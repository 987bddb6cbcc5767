"""`reportedly serve`: who may reach it, what it shows, and that it ends."""

import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from reportedly import Store
from reportedly.cli.serve import check_reach, is_local
from reportedly.errors import SettingsError


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False),
     ("192.168.1.5", False), ("news.example", False)],
)  # fmt: skip
def test_only_this_machine_comes_in_without_a_token(host: str, local: bool) -> None:
    assert is_local(host) == local
    check_reach(host, token="kestrel-harbour-9")
    if local:
        check_reach(host, token=None)
    else:
        with pytest.raises(SettingsError, match="--token"):
            check_reach(host, token=None)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "no --store given"),
        (("--host", "0.0.0.0", "--store", "news.db"), "give --token too"),
        (("--token", "short", "--store", "news.db"), "token"),
        (("--store", "nowhere.db"), "no such store"),
    ],
)
def test_what_cannot_be_served_is_told_in_one_line(invoke, arguments: tuple[str, ...], words: str) -> None:
    result = invoke("serve", *arguments)
    assert result.exit_code != 0
    assert words in result.stderr and result.stderr.count("\n") == 1


def test_a_store_is_served_until_it_is_interrupted(tmp_path) -> None:
    Store.open(tmp_path / "news.db", write=True).close()
    command = [sys.executable, "-c", "from reportedly.cli.main import run; run()", "serve", "--store", "news.db",
               "--port", "8931"]  # fmt: skip
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"news.db: http://127.0.0.1:8931/ (Ctrl-C ends it)\n"
        assert b"Nothing is linked yet" in _answer("http://127.0.0.1:8931/")
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert errors == b""
    assert process.returncode in {0, 130}


def _answer(address: str) -> bytes:
    """Ask until the server has begun to listen."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=30) as answer:
                return answer.read()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")
