"""The whole way through Ray on this machine: whatever is killed, the same files come out."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from reportedly import Coder, Failure, SettingsError
from reportedly.reading import read_all

pytest.importorskip("ray", reason="needs the extra `cluster`: Ray is not installed")
dataset = pytest.importorskip("reportedly.cluster.dataset", reason="needs the extra `cluster`", exc_type=ImportError)
blocks = pytest.importorskip("reportedly.cluster.blocks", reason="needs the extra `cluster`", exc_type=ImportError)

# Ray warns of its own old names, and leaves pipes to the collector.
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def inputs(lasting_news) -> Iterator[str]:
    """Articles in three formats, in several blocks; one input is empty."""
    lasting_news.lines("a.jsonl", range(5))
    lasting_news.parquet("b.parquet", range(5, 10))
    lasting_news.text("c.txt", 10)
    (lasting_news.folder / "d.txt").touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK_BYTES", 800)
        patch.setattr(blocks, "BLOCK_ROWS", 3)
        yield str(lasting_news.folder)


def files(out: Path) -> dict[str, str]:
    """Digests of all that a dataset holds."""
    return {
        str(path.relative_to(out)): sha256(path.read_bytes()).hexdigest() for path in out.rglob("*") if path.is_file()
    }


def actors() -> list[int]:
    """Process numbers of the actors that live, of this run alone."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if path.read_bytes().startswith(b"ray::MapWorker") and os.getpid() in ancestors(int(path.parent.name)):
                found.append(int(path.parent.name))
        except OSError:  # it has ended
            continue
    return found


def ancestors(process: int) -> set[int]:
    """Process numbers of whoever started a process, and of whoever started that."""
    found: set[int] = set()
    while process > 1:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
        process = int(fields[1])
        found.add(process)
    return found


@pytest.fixture(scope="module")
def undisturbed(inputs: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that nothing disturbed."""
    out = tmp_path_factory.mktemp("datasets") / "undisturbed"
    manifest = dataset.code_dataset([inputs], str(out))
    assert (manifest.articles, manifest.failed) == (11, 1)
    return out


@pytest.fixture(scope="module")
def expected(undisturbed: Path) -> dict[str, str]:
    return files(undisturbed)


def test_reports_are_those_of_the_coder_itself(undisturbed: Path, inputs: str) -> None:
    import pyarrow.parquet as pq

    parts = sorted((undisturbed / "reports").iterdir())
    rows = [row["report"] for path in parts for row in pq.read_table(path).to_pylist()]
    lines = [path for path in sorted(Path(inputs).iterdir()) if path.suffix == ".jsonl"]
    local = [r.to_json() for r in Coder().pipe(read_all(lines)) if not isinstance(r, Failure)]
    assert rows[: len(local)] == local
    assert len(rows) == 11


def test_an_actor_killed_mid_run_changes_nothing(expected, undisturbed: Path, inputs: str) -> None:
    killed: list[int] = []

    def kill(receipt) -> None:
        if not killed:
            killed.extend(actors())
            for process in killed:
                os.kill(process, signal.SIGKILL)

    manifest = dataset.code_dataset([inputs], str(undisturbed.with_name("killed")), workers=2, watch=kill)
    assert killed
    assert manifest.articles == 11
    assert files(undisturbed.with_name("killed")) == expected


def test_a_run_broken_off_is_taken_up_where_it_was(expected, undisturbed: Path, inputs: str) -> None:
    out = undisturbed.with_name("broken")

    def stop(receipt) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        dataset.code_dataset([inputs], str(out), watch=stop)
    assert not (out / "manifest.json").exists()
    done = {path: path.stat().st_mtime_ns for path in out.glob("reports/*")}
    assert done
    coded = []
    dataset.code_dataset([inputs], str(out), watch=coded.append)
    assert len(coded) < 5
    assert files(out) == expected
    finished = {path for path in done if f"{path.stem.removeprefix('part-')[:6]}" not in {one.name for one in coded}}
    assert all(path.stat().st_mtime_ns == done[path] for path in finished)
    # All is there: nothing is coded again.
    dataset.code_dataset([inputs], str(out), watch=coded.append)
    assert files(out) == expected


def test_another_run_does_not_mix_with_it(inputs: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "_receipts").mkdir(parents=True)
    (out / "_receipts" / "plan").write_text("0" * 64, encoding="utf-8")
    with pytest.raises(SettingsError, match="choose another folder"):
        dataset.code_dataset([inputs], str(out))


def test_a_dataset_is_verified_by_running_it_again(undisturbed: Path, inputs: str) -> None:
    command = [sys.executable, "-c", "from reportedly.cli.main import run; run()", "verify", str(undisturbed)]
    # The blocks of these tests are small, those of the replay are not: the same articles come in fewer parts.
    same = subprocess.run([*command, "--quick"], capture_output=True, text=True, check=False)
    assert same.returncode == 0, same.stdout
    part = next(iter(sorted((undisturbed / "events").iterdir())))
    kept = part.read_bytes()
    part.write_bytes(kept[:-1])
    changed = subprocess.run([*command, "--quick"], capture_output=True, text=True, check=False)
    part.write_bytes(kept)
    assert changed.returncode == 1
    assert f"events/{part.name}: has other bytes" in changed.stdout
