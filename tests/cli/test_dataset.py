"""`reportedly code --engine ray`: what it refuses, and what it tells. The cluster room itself is stood in for."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from reportedly.manifests.manifest import Manifest
from reportedly.manifests.software import Software


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Stands in for the cluster room; notes what it is asked for."""
    seen = SimpleNamespace(paths=None, out=None, workers=None, failed=0)

    def code_dataset(paths, out, *, settings, workers) -> Manifest:
        seen.paths, seen.out, seen.workers = paths, out, workers
        software = Software(python="3", platform="Linux", packages={})
        return Manifest(command="dataset", software=software, articles=1_234, failed=seen.failed)

    room = ModuleType("reportedly.cluster")
    room.code_dataset = code_dataset
    monkeypatch.setitem(sys.modules, "reportedly.cluster", room)
    return seen


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["news"], "give --out FOLDER"),
        (["news", "--out", "coded", "--format", "csv"], "leave --format out"),
        (["-", "--out", "coded"], "not standard input"),
        (["https://paper.example/a", "--out", "coded"], "fetches nothing from the web: https://paper.example/a"),
    ],
)
def test_what_ray_cannot_do_is_wrong_usage(invoke, cluster: SimpleNamespace, args: list[str], message: str) -> None:
    result = invoke("code", *args, "--engine", "ray")
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert cluster.paths is None


def test_without_ray_the_extra_is_named(invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reportedly.cluster", None)
    result = invoke("code", "news", "--engine", "ray", "--out", "coded")
    assert result.exit_code == 2
    assert 'pip install "reportedly[cluster]"' in result.stderr


def test_the_folder_and_the_workers_are_handed_on(invoke, cluster: SimpleNamespace) -> None:
    result = invoke("code", "news", "--engine", "ray", "--workers", "3", "--out", "coded")
    assert (result.exit_code, result.stderr) == (0, "1,234 articles → coded\n")
    assert (cluster.paths, cluster.out, cluster.workers) == (["news"], "coded", 3)


@pytest.mark.parametrize("out", ["s3://bucket/coded", "gs://bucket/a/b"])
def test_an_object_store_keeps_its_address(invoke, cluster: SimpleNamespace, out: str) -> None:
    assert invoke("code", "s3://bucket/news", "--engine", "ray", "--out", out, "--quiet").exit_code == 0
    assert (cluster.paths, cluster.out) == (["s3://bucket/news"], out)


def test_failures_are_counted_and_told_where_to_find(invoke, cluster: SimpleNamespace, tmp_path: Path) -> None:
    cluster.failed = 2
    result = invoke("code", "news", "--engine", "ray", "--out", "coded", "--quiet")
    assert (result.exit_code, result.stderr) == (1, "reportedly: 2 inputs failed: see coded/failures\n")
