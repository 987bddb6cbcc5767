"""Agencies and outlets by name and address, from `codebook/reading/wires.yaml` and `publishers.yaml`."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from urllib.parse import urlsplit

from reportedly.reading.codebook import Wire, publisher_book, wires
from reportedly.records import Publisher

#: The longest names of outlets have so many words ("The Sydney Morning Herald and the Age").
LONGEST_NAME = 7
WORDS = re.compile(r"[^\W_][\w.&'’-]*")
ARTICLE = re.compile(r"^the\s+", re.I)
SEPARATED = re.compile(r"\s[-–—/]\s|[|•:()/]")
SERVICE = re.compile(
    r"(?P<house>[^’']{2,40})[’']s? (?:[A-ZÀ-Þ][\w-]+ ){0,2}(?:[Ss]ervice|[Bb]ureau|[Dd]esk|[Tt]eam|[Nn]ewsroom)"
)
#: "MindaNews": one word, its parts told apart by a capital.
GLUED = re.compile(r"[A-Z]\w*[a-z](?:News|Press|Times|Post|Wire|Radio|TV|FM|Daily|Online)")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
SHOUTED = re.compile(r"(?<=[a-z])(?=[A-Z]{4,}\Z)")
JOINTS = re.compile(r"\s*[/,]\s*")
CONJUNCTION = re.compile(r"\s+(?:and|&|with|AND)\s+")
HOST = re.compile(r"^[\w-]+(?:\.[\w-]+)+$")


def find_wire(name: str) -> Wire | None:
    """Find an agency or outlet by its name or one of its aliases; case and a leading "the" do not count."""
    return _by_name().get(_key(name)) or (_by_domain().get(name.strip().lower()) if "." in name else None)


def find_by_address(address: str) -> Wire | None:
    """Find an agency or outlet by an address or host: by the host itself, else by the domains above it."""
    labels = (_host(address.strip().lower()) or "").split(".")
    hosts = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((wire for host in hosts if (wire := _by_domain().get(host))), None)


# Linking asks of the same names again and again.
@lru_cache(maxsize=32768)
def is_outlet_name(text: str) -> bool:
    """Whether a short text names an agency or outlet: it is a known one, or holds a word like Herald.

    >>> is_outlet_name("Zambezi Herald")
    True
    """
    words = WORDS.findall(text)
    if find_wire(text) or GLUED.fullmatch(text.strip()):
        return True
    if is_service(text):
        return True
    if (
        are_labels(words)
        or SEPARATED.search(text)
        or "," in text
        or not 2 <= len(words) <= LONGEST_NAME
        or not words[0][0].isupper()
    ):
        return False
    book = publisher_book()
    if words[0].casefold() in book.openings or any(word[0].islower() and word not in book.particles for word in words):
        return False
    return not _outlet_words().isdisjoint(words)


def is_service(text: str) -> bool:
    """Whether a text names a part of an agency or outlet: "Meridian Wire's Portuguese Service"."""
    service = SERVICE.fullmatch(text.strip())
    return service is not None and is_outlet_name(service["house"])


def split_outlets(text: str) -> tuple[str, ...]:
    """Take names of outlets apart that stand together: "AAP/RNZ", "Sudan Tribune Network / AFP / Reuters"."""
    if find_wire(text):
        return (text.strip(),)
    parts = [part for each in JOINTS.split(text) if (part := each.strip())]
    # "Trinidad and Tobago Guardian" is one name, "Reuters and AFP" are two.
    halves = [CONJUNCTION.split(part) for part in parts]
    apart = [
        half if len(half) > 1 and all(is_outlet_name(name) or is_generic(name) for name in half) else [part]
        for part, half in zip(parts, halves, strict=True)
    ]
    return tuple(name for names in apart for name in names)


def is_generic(name: str) -> bool:
    """Whether a name names nobody: "agencies", "News", "Home"."""
    return _key(name) in publisher_book().generic


def registered_domain(address: str) -> str | None:
    """Return the domain that someone registered: "skerry.example" for "https://www.skerry.example/a".

    Two labels, or three under a country's own registries; rules beyond that would need the public suffix list.
    """
    if not address.strip():
        return None
    host = _host(address.strip().lower())
    if not host or not HOST.match(host):
        return None
    labels = host.split(".")
    second_level = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in publisher_book().suffix_labels
    return ".".join(labels[-3 if second_level else -2 :])


@lru_cache(maxsize=32768)
def canonical_name(name: str) -> str:
    """Return the name under which an agency or outlet stands in wires.yaml, folded; else the name itself, folded."""
    known = find_wire(name)
    return _key(known.name if known else name)


def house_key(name: str) -> str:
    """Return what two spellings of one house share: "LagoonDAILY", "Lagoon Daily"."""
    return canonical_name(name).replace(" ", "")


def make_publisher(names: Sequence[str], *, address: str | None) -> Publisher | None:
    """Make the publisher's record.

    The name is, in this order: 1. that of the outlet known at the address; 2. the first given that the domain echoes;
    3. the first given; 4. the domain itself. Slogans and names of companies stand among the given ones.

    Args:
        names: Names given by the page, the surest first.
        address: The article's address, or the publisher's domain.
    """
    domain = registered_domain(address) if address else None
    names = [name for name in names if _key(name) not in publisher_book().generic]
    at_home = find_by_address(address) if address else None
    echoed = [name for name in names if domain and _echoes(name, domain)]
    name = next(iter([*([at_home.name] if at_home else []), *echoed, *names]), domain)
    return None if name is None else Publisher(name=_in_words(name, domain), domain=domain)


def _in_words(name: str, domain: str | None) -> str:
    """Write a name that is nothing but the address, its words told apart by capitals, in words.

    >>> _in_words("LagoonTruth.Tv", "lagoontruth.tv")
    'Lagoon Truth'
    >>> _in_words("LagoonDAILY", "lagoondaily.example")
    'Lagoon DAILY'
    """
    if domain is None or name.casefold() != domain:
        # A second word in capitals is parted from the first by nothing else: "Lagoon DAILY".
        return SHOUTED.sub(" ", name) if domain and name.casefold() == domain.split(".")[0] else name
    label = name.split(".")[0]
    words = HUMP.sub(" ", label)
    return name if words == label else words


def _echoes(name: str, domain: str) -> bool:
    letters, label = "".join(WORDS.findall(_key(name))), domain.split(".")[0].replace("-", "")
    return bool(letters) and (letters in label or label in letters)


def _host(address: str) -> str | None:
    # urlsplit raises on unbalanced brackets, which broken pages do hold.
    try:
        return urlsplit(address if "//" in address else "//" + address).hostname
    except ValueError:
        return None


def _key(name: str) -> str:
    return ARTICLE.sub("", " ".join(name.split()).casefold()).strip(" .,")


def are_labels(words: Sequence[str]) -> bool:
    """Whether words are a section's label and no name: "World News", "Latest Report"."""
    labels = publisher_book().labels
    return bool(words) and all(word.casefold() in labels for word in words)


@cache
def _by_name() -> dict[str, Wire]:
    return {_key(name): wire for wire in reversed(wires()) for name in (wire.name, *wire.aliases)}


@cache
def _by_domain() -> dict[str, Wire]:
    return {wire.domain: wire for wire in reversed(wires()) if wire.domain}


@cache
def _outlet_words() -> frozenset[str]:
    words = [entry.word for entry in publisher_book().outlet_words]
    return frozenset(words) | {word.upper() for word in words}
