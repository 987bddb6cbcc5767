"""What differs between a manifest and what is there now."""

from pathlib import Path

import pytest

from reportedly.manifests.checks import (
    NAMED,
    State,
    check_inputs,
    check_outputs,
    compare_ingredients,
    compare_outputs,
    compare_software,
    input_path,
)
from reportedly.manifests.manifest import InputFile, Manifest, OutputFile, describe_file, describe_outputs
from reportedly.manifests.software import Software

SOFTWARE = Software(python="3.11.1", platform="Linux x86_64", packages={"spacy": "3.8.1", "blis": "1.0"})


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three files of a folder."""
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    return paths


def lines(findings) -> list[tuple[str, str]]:
    return [(finding.state.value, finding.detail) for finding in findings]


def of_files(files: list[Path]) -> Manifest:
    beside = files[0].parent
    inputs = tuple(describe_file(path, beside=beside) for path in files)
    return Manifest(command="code", software=SOFTWARE, inputs=inputs, outputs=describe_outputs(files, beside=beside))


def test_nothing_changed(files: list[Path]) -> None:
    beside = files[0].parent
    for findings in (
        check_inputs(of_files(files), beside=beside, samples=beside),
        check_outputs(of_files(files), beside=beside),
    ):
        assert lines(findings) == [("ok", "3 files, as they were")]


def test_changed_and_missing_files_are_named(files: list[Path]) -> None:
    manifest, beside = of_files(files), files[0].parent
    files[0].write_text("other", encoding="utf-8")
    files[2].unlink()
    expected = [("PROBLEM", "0.txt: has other bytes"), ("PROBLEM", "2.txt: is gone")]
    assert lines(check_inputs(manifest, beside=beside, samples=beside)) == expected
    assert lines(check_outputs(manifest, beside=beside)) == expected


def test_what_cannot_be_read_again_is_a_problem(tmp_path: Path) -> None:
    inputs = (InputFile(name="https://paper.example/a", kind="address"), InputFile(name="-", kind="standard input"))
    found = check_inputs(Manifest(command="code", software=SOFTWARE, inputs=inputs), beside=tmp_path, samples=tmp_path)
    assert [state for state, _ in lines(found)] == ["PROBLEM", "PROBLEM"]


def test_what_could_not_be_read_then_may_be_missing_now(tmp_path: Path) -> None:
    manifest = Manifest(command="code", software=SOFTWARE, inputs=(InputFile(name="gone.txt", kind="unreadable"),))
    assert lines(check_inputs(manifest, beside=tmp_path, samples=tmp_path)) == [("ok", "1 file, as it was")]
    (tmp_path / "gone.txt").touch()
    assert [state for state, _ in lines(check_inputs(manifest, beside=tmp_path, samples=tmp_path))] == ["PROBLEM"]


def test_many_changes_are_counted(tmp_path: Path) -> None:
    inputs = tuple(InputFile(name=f"{n}.txt", kind="file", sha256="0") for n in range(NAMED + 7))
    found = check_inputs(Manifest(command="code", software=SOFTWARE, inputs=inputs), beside=tmp_path, samples=tmp_path)
    assert lines(found)[-1] == ("PROBLEM", "and 7 more")


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "passwd"])
def test_a_sample_never_lies_outside_its_folder(tmp_path: Path, name: str) -> None:
    file = InputFile(name=name, kind="sample", sha256="0")
    assert input_path(file, beside=tmp_path, samples=tmp_path / "samples") == tmp_path / "samples" / "passwd"


def test_other_software_is_told_and_no_problem() -> None:
    now = Software(python="3.12.0", platform="Linux x86_64", packages={"spacy": "3.8.2", "thinc": "8.3"})
    assert lines(compare_software(SOFTWARE, SOFTWARE)) == [("ok", "4 parts, as they were")]
    found = list(compare_software(SOFTWARE, now))
    assert {finding.state for finding in found} == {State.OTHER}
    assert [finding.detail for finding in found] == [
        "blis: 1.0 then, none now",
        "python: 3.11.1 then, 3.12.0 now",
        "spacy: 3.8.1 then, 3.8.2 now",
        "thinc: none then, 8.3 now",
    ]


def test_digests_are_told_apart_by_their_beginning() -> None:
    found = compare_ingredients({"codebook": "a" * 64}, {"codebook": "b" * 64})
    assert lines(found) == [("other", f"codebook: {'a' * 12}… then, {'b' * 12}… now")]


def test_outputs_differ_by_bytes_or_by_being_there() -> None:
    then = (OutputFile(name="a", sha256="1", bytes=1), OutputFile(name="b", sha256="1", bytes=1))
    now = (OutputFile(name="b", sha256="2", bytes=1), OutputFile(name="c", sha256="1", bytes=1))
    assert compare_outputs(then, then) == []
    assert compare_outputs(then, now) == ["a", "b", "c"]
