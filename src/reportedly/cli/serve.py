"""`reportedly serve`: the console, a store in the browser and over HTTP."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.filter_options import choose_store
from reportedly.cli.options import CommonOptions, ModelOptions, StoreOptions, gather, with_options
from reportedly.errors import SettingsError

if TYPE_CHECKING:
    from reportedly.settings import Settings

EXAMPLE = "reportedly serve --store news.db"
LOCAL = "127.0.0.1"
PORT = 8765

Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Where to listen; any but this machine's own needs a token.")
]
Port = Annotated[int, typer.Option(min=1, max=65_535, help="On which port.")]
PolicyFile = Annotated[
    Path | None,
    typer.Option("--policy", metavar="FILE", help="How reliable you hold sources to be, A to F (docs/store.md)."),
]
Demo = Annotated[bool, typer.Option("--demo", help="Show the packaged articles and three stories instead of a store.")]


@dataclass(frozen=True, slots=True)
class ServeOptions(CommonOptions):
    """What a console asks of its visitors."""

    token: Annotated[
        str | None,
        typer.Option(
            metavar="WORD",
            help="What every visitor must bring; better given as REPORTEDLY_TOKEN, which `ps` does not show.",
        ),
    ] = None


@with_options
def serve(
    store: StoreOptions,
    model: ModelOptions,
    common: ServeOptions,
    host: Host = LOCAL,
    port: Port = PORT,
    policy: PolicyFile = None,
    demo: Demo = False,
) -> None:
    """Show a store in the browser: events, stories, articles, sources, actors, and an API below /api/v1.

    The store is only read; `add` and `watch` may write to it meanwhile. Nothing is fetched from elsewhere. Only this
    machine reaches the console, unless --host names another address.
    """
    settings = gather(store, model, common)
    check_reach(host, token=settings.token)

    from reportedly.linking.policy import Policy

    try:
        import uvicorn

        from reportedly.console import LOCAL_HOSTS, ConsoleOptions, make_app
    except ImportError as error:
        raise SettingsError('the console needs its extra: pip install "reportedly[console]"') from error

    judging = Policy() if policy is None else Policy.load(policy)
    with shown_store(settings, demo=demo) as path:
        options = ConsoleOptions(
            store=path,
            label="Demo" if demo else path.name,
            policy=judging,
            token=settings.token,
            hosts=LOCAL_HOSTS if is_local(host) else None,
            settings=settings,
        )
        app = make_app(options)
        if not settings.quiet:
            typer.echo(f"{options.label}: http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl-C ends it)")
        uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)


def check_reach(host: str, *, token: str | None) -> None:
    """Raise a SettingsError for an address that others reach, unless a token guards it."""
    if token is None and not is_local(host):
        raise SettingsError(
            f"--host {host} lets other machines in: give --token too, or leave --host out to serve this machine alone"
        )


def is_local(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@contextmanager
def shown_store(settings: "Settings", *, demo: bool) -> Iterator[Path]:
    """Lend the store to show; that of the demo is made now and gone afterwards.

    Raises:
        SettingsError: No store is given, or both a store and the demo.
        StoreError: The store cannot be opened.
    """
    from reportedly.storage import Store

    if not demo:
        path = choose_store(settings, example=EXAMPLE)
        # A store of an older schema is upgraded, and one that is none refused, before anybody visits.
        Store.open(path).close()
        yield path
        return
    with TemporaryDirectory(prefix="reportedly-demo-") as folder:
        path = Path(folder) / "demo.db"
        fill_demo(path, settings)
        yield path


def fill_demo(path: Path, settings: "Settings") -> None:
    """Code the packaged articles and the demo stories into a new store."""
    from reportedly.cli.sources import demo_files
    from reportedly.coder import Coder
    from reportedly.reading import read_all
    from reportedly.records import Report
    from reportedly.storage import Store

    articles = read_all([str(file) for file in demo_files()])
    with Store.open(path, write=True) as kept:
        for report in Coder(settings).pipe(articles, workers=1, on_error="raise"):
            if isinstance(report, Report):
                kept.add(report)
        kept.link()
