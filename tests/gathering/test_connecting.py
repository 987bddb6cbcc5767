"""Where connections go: to the address that was checked, whatever the name says later."""

import shutil
import ssl
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from reportedly.errors import FetchError


class Names:
    """A name service that may change its mind with every look-up."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"])
def test_the_own_machine_is_not_asked(make_fetcher, host: str) -> None:
    with pytest.raises(FetchError, match="no public address|is known") as caught:
        make_fetcher(allow_private=False, tries=1).fetch(f"http://{host}:8080/admin")
    assert caught.value.input == f"http://{host}:8080/admin"


def test_a_name_that_leads_into_the_own_network_is_refused(make_fetcher) -> None:
    fetcher = make_fetcher(allow_private=False, resolve=Names(["10.0.0.7"]))
    with pytest.raises(FetchError, match="leads to 10.0.0.7, which is no public address") as caught:
        fetcher.fetch("https://innocent.example/a")
    assert caught.value.lasting


def test_each_connection_rests_on_one_look_up_that_was_checked(site, make_fetcher) -> None:
    # The first look-up is for robots.txt, the second for the page: a name may not change its mind in between.
    names = Names(["127.0.0.1"], ["127.0.0.1"], ["203.0.113.9"])
    site.put("/a", b"text")
    port = site.origin.rpartition(":")[2]
    make_fetcher(resolve=names).fetch(f"http://kiosk.example:{port}/a")
    assert names.asked == ["kiosk.example", "kiosk.example"]
    assert {asked.headers["Host"] for asked in site.asked} == {f"kiosk.example:{port}"}


def test_a_name_that_is_bound_anew_after_the_check_is_checked_anew(make_fetcher, monkeypatch) -> None:
    # Were the name looked up again by whoever connects, the second answer would be connected to unchecked.
    dialled: list[str] = []

    def dial(self, host, port, *rest):
        import httpcore

        dialled.append(host)
        raise httpcore.ConnectError("nobody there")

    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", dial)
    fetcher = make_fetcher(allow_private=False, tries=1, resolve=Names(["8.8.8.8"], ["127.0.0.1"]))
    for _ in range(2):
        with pytest.raises(FetchError):
            fetcher.fetch("http://rebinding.example/a")
    assert dialled == ["8.8.8.8"]


def test_a_redirect_into_the_own_network_is_refused(site, make_fetcher) -> None:
    port = int(site.origin.rpartition(":")[2])
    site.put("/a", status=302, location=f"http://inside.example:{port}/secret")
    site.put("/secret", b"the key")
    names = Names(["127.0.0.1"])

    def public_but_for_one(host: str, port: int) -> Sequence[str]:
        return ["10.9.8.7"] if host == "inside.example" else names(host, port)

    fetcher = make_fetcher(allow_private=False, resolve=public_but_for_one)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("reportedly.gathering.connecting.is_public", lambda address: address == "127.0.0.1")
        with pytest.raises(FetchError, match="leads to 10.9.8.7") as caught:
            fetcher.fetch(f"http://outside.example:{port}/a")
    assert caught.value.lasting
    assert site.paths() == ["/a"]


def test_only_the_public_ones_of_several_addresses_are_asked(site, make_fetcher, monkeypatch) -> None:
    port = int(site.origin.rpartition(":")[2])
    site.put("/a", b"text")
    monkeypatch.setattr("reportedly.gathering.connecting.is_public", lambda address: address == "127.0.0.1")
    fetcher = make_fetcher(allow_private=False, resolve=Names(["10.0.0.1", "127.0.0.1"]))
    assert fetcher.fetch(f"http://kiosk.example:{port}/a").body == b"text"


def test_the_next_address_is_tried_when_one_does_not_answer(site, make_fetcher) -> None:
    port = int(site.origin.rpartition(":")[2])
    site.put("/a", b"text")
    # Nobody listens on this port of the second loopback address.
    fetcher = make_fetcher(resolve=Names(["127.0.0.2", "127.0.0.1"]))
    assert fetcher.fetch(f"http://kiosk.example:{port}/a").body == b"text"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes the certificate")
def test_a_certificate_is_checked_against_the_name_not_the_address(
    site, make_fetcher, tmp_path: Path, monkeypatch
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(certificate),
         "-days", "2", "-subj", "/CN=kiosk.example", "-addext", "subjectAltName=DNS:kiosk.example"],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.put("/a", b"text")
    port = site.origin.rpartition(":")[2]
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    fetcher = make_fetcher(resolve=Names(["127.0.0.1"]), tries=1)
    assert fetcher.fetch(f"https://kiosk.example:{port}/a").body == b"text"
    with pytest.raises(FetchError, match="Hostname mismatch"):
        fetcher.fetch(f"https://other.example:{port}/a")
