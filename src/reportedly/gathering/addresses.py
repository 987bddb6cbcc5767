"""Which addresses may be asked: http and https, and no machine inside the own network unless the caller says so."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import TypeAlias

import httpx

from reportedly.errors import FetchError

LAST_PORT = 65_535
SCHEMES = ("http", "https")
STARTS = tuple(f"{scheme}://" for scheme in SCHEMES)
IPAddress: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
#: Turns a host's name and port into the addresses of machines.
Resolve: TypeAlias = Callable[[str, int], Sequence[str]]
#: Clouds answer here with the secrets of the machine that asks, and these two do not lie in a private network.
METADATA = frozenset(map(ipaddress.ip_address, ("168.63.129.16", "100.100.100.200")))
#: Addresses that carry an IPv4 address in their last bits: RFC 6052.
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_address(source: object) -> bool:
    """Whether an input is an address on the web.

    >>> is_address("https://news.example/1"), is_address("news/1.html")
    (True, False)
    """
    return isinstance(source, str) and source.lower().startswith(STARTS)


def parse_address(text: str) -> httpx.URL:
    """Parse an address.

    Raises:
        FetchError: It is none that can be fetched.
    """
    try:
        url = httpx.URL(text.strip())
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchError(text, f"is no address: {error}", lasting=True) from error
    if url.scheme not in SCHEMES:
        raise FetchError(text, f"is no address that is fetched: only {' and '.join(SCHEMES)} are", lasting=True)
    if not url.host:
        raise FetchError(text, "is no address: it names no host", lasting=True)
    if (url.port or 0) > LAST_PORT:
        raise FetchError(text, f"is no address: it has no port {url.port}", lasting=True)
    if url.userinfo:
        raise FetchError(text, "holds a user name; addresses with credentials are not fetched", lasting=True)
    return url.copy_with(fragment=None)


def resolve(host: str, port: int) -> list[str]:
    """Look a host up.

    Raises:
        OSError: It is not known.
        UnicodeError: It is no name.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether the address of a machine belongs to the public network, and to no cloud's metadata.

    >>> is_public("8.8.8.8"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    inner = _carried(ip)
    if inner is not None:
        return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and ip not in METADATA


def _carried(ip: IPAddress) -> IPAddress | None:
    """Return the IPv4 address that an IPv6 address stands for."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
