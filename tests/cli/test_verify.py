"""`reportedly verify`: a run is replayed, and what differs is told."""

import json
from pathlib import Path

import pytest

from reportedly.cli.replaying import first_difference
from reportedly.manifests.manifest import manifest_path, read_manifest, sha256_of

NEWS = "Fishers in Ghana blocked the harbour of Tema on Monday, the port authority said.\n"


@pytest.fixture
def read_out(invoke, tmp_path: Path) -> Path:
    """The output of `read` over one article and one empty file."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "news" / "b.txt").write_text("", encoding="utf-8")
    assert invoke("read", "news", "--published", "2026-02-03", "--out", "read.jsonl").exit_code == 1
    return tmp_path / "read.jsonl"


def states(result) -> dict[str, str]:
    return {line[9:22].strip(): line[:7].strip() for line in result.stdout.splitlines()}


def test_an_output_gets_a_manifest_that_tells_how_it_was_made(read_out: Path) -> None:
    manifest = read_manifest(manifest_path(read_out))
    assert (manifest.command, manifest.options) == ("read", ("--format", "jsonl"))
    assert manifest.settings == {"published": "2026-02-03"}
    assert [(file.name, file.kind) for file in manifest.inputs] == [("news/a.txt", "file"), ("news/b.txt", "file")]
    assert (manifest.articles, manifest.failed, manifest.coder) == (1, 1, None)
    assert [output.name for output in manifest.outputs] == ["read.jsonl"]
    assert str(read_out.parent) not in manifest.to_json()


def test_the_same_run_writes_the_same_manifest(invoke, read_out: Path) -> None:
    before = manifest_path(read_out).read_bytes()
    invoke("read", "news", "--published", "2026-02-03", "--out", "read.jsonl")
    assert manifest_path(read_out).read_bytes() == before


@pytest.mark.parametrize("name", ["read.jsonl", "read.jsonl.manifest.json"])
def test_a_run_is_replayed(invoke, read_out: Path, name: str) -> None:
    result = invoke("verify", name)
    assert result.exit_code == 0, result.output
    assert states(result) == dict.fromkeys(["outputs", "inputs", "software", "replay"], "ok")


def test_a_folder_that_moved_is_still_verified(invoke, read_out: Path, tmp_path: Path) -> None:
    (tmp_path / "moved").mkdir()
    for path in (tmp_path / "news", read_out, manifest_path(read_out)):
        path.rename(tmp_path / "moved" / path.name)
    assert invoke("verify", "moved/read.jsonl").exit_code == 0


def test_settings_from_outside_do_not_touch_the_replay(invoke, read_out: Path, tmp_path: Path) -> None:
    (tmp_path / "reportedly.toml").write_text('publisher = "Somebody Else"\n', encoding="utf-8")
    assert invoke("verify", "read.jsonl", REPORTEDLY_PUBLISHED="2020-01-01").exit_code == 0


def test_a_changed_input_is_named_and_nothing_replayed(invoke, read_out: Path, tmp_path: Path) -> None:
    (tmp_path / "news" / "a.txt").write_text(NEWS * 2, encoding="utf-8")
    result = invoke("verify", "read.jsonl")
    assert result.exit_code == 1
    assert states(result) == {"outputs": "ok", "inputs": "PROBLEM", "software": "ok", "replay": "PROBLEM"}
    assert "news/a.txt: has other bytes" in result.stdout


def test_a_changed_output_is_named_and_so_is_the_first_line_that_differs(invoke, read_out: Path) -> None:
    read_out.write_text(read_out.read_text(encoding="utf-8").replace("Ghana", "Benin"), encoding="utf-8")
    result = invoke("verify", "read.jsonl")
    assert result.exit_code == 1
    assert states(result)["outputs"] == "PROBLEM"
    assert states(result)["replay"] == "ok"  # the run itself comes to what the manifest says


def test_another_result_is_a_problem(invoke, read_out: Path) -> None:
    path = manifest_path(read_out)
    data = json.loads(path.read_text(encoding="utf-8"))
    # As if a former version had found another date.
    read_out.write_text(read_out.read_text(encoding="utf-8").replace("2026-02-03", "2026-02-04"), encoding="utf-8")
    data["outputs"][0]["sha256"] = sha256_of(read_out)
    path.write_text(json.dumps(data), encoding="utf-8")
    result = invoke("verify", "read.jsonl")
    assert result.exit_code == 1
    assert "read.jsonl: other bytes; the first difference is in line 1" in result.stdout


def test_quick_replays_nothing(invoke, read_out: Path) -> None:
    result = invoke("verify", "read.jsonl", "--quick")
    assert result.exit_code == 0
    assert "replay" not in result.stdout


def test_standard_input_cannot_be_replayed(invoke, tmp_path: Path) -> None:
    invoke("read", "-", "--out", "read.jsonl", input=NEWS.encode())
    result = invoke("verify", "read.jsonl")
    assert result.exit_code == 1
    assert "-: standard input: cannot be read again" in result.stdout


@pytest.mark.parametrize("option", ["--out=/tmp/elsewhere", "--codebook=/", "--log-level=debug"])
def test_a_manifest_chooses_no_other_options(invoke, read_out: Path, option: str) -> None:
    path = manifest_path(read_out)
    data = json.loads(path.read_text(encoding="utf-8")) | {"options": ["--format", "jsonl", option]}
    path.write_text(json.dumps(data), encoding="utf-8")
    result = invoke("verify", "read.jsonl")
    assert result.exit_code == 1
    assert "no option that changes an output" in result.stderr


def test_no_manifest_is_a_readable_error(invoke) -> None:
    result = invoke("verify", "nothing.jsonl")
    assert result.exit_code == 1
    assert result.stderr == "reportedly: nothing.jsonl: cannot be read: No such file or directory\n"


def test_the_screen_and_devices_get_no_manifest(invoke, read_out: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    invoke("read", "news")
    invoke("read", "news", "--out", "/dev/null")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("one", "other", "line"), [("a\nb\n", "a\nb\n", 0), ("a\nb\n", "a\nc\n", 2), ("a\n", "a\nb\n", 2), ("", "", 0)]
)
def test_the_first_difference_is_found(tmp_path: Path, one: str, other: str, line: int) -> None:
    (tmp_path / "one").write_text(one, encoding="utf-8")
    (tmp_path / "other").write_text(other, encoding="utf-8")
    assert first_difference(tmp_path / "one", tmp_path / "other") == line


@pytest.mark.parametrize("command", [["code", "--format", "csv"], ["claims", "--view"]])
def test_what_was_coded_is_replayed_by_two_workers(invoke, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    assert invoke(*command, "a.txt", "--out", "out.txt").exit_code == 0
    manifest = read_manifest(tmp_path / "out.txt.manifest.json")
    assert manifest.coder is not None
    assert manifest.ingredients["tagger"]
    result = invoke("verify", "out.txt", "--workers", "2")
    assert result.exit_code == 0, result.output
    assert set(states(result).values()) == {"ok"}
