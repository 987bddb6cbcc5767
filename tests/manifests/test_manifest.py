"""The run manifest: what it names, how it is read, and that the same run writes the same one."""

from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import ReadError, SettingsError
from reportedly.manifests.manifest import (
    CODING,
    READING,
    InputFile,
    Manifest,
    describe_file,
    describe_outputs,
    manifest_path,
    read_manifest,
    sha256_of,
    telling_settings,
)
from reportedly.manifests.software import Software, installed_software

SOFTWARE = Software(python="3.11.1", platform="Linux x86_64", packages={"spacy": "3.8.1"})


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    inputs = (InputFile(name="news/a.txt", kind="file", sha256="0" * 64), InputFile(name="-", kind="standard input"))
    manifest = Manifest(command="code", options=("--format", "csv"), software=SOFTWARE, inputs=inputs, articles=2)
    path = manifest_path(tmp_path / "events.csv")
    manifest.write(path)
    assert path.name == "events.csv.manifest.json"
    assert read_manifest(path) == manifest
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no run manifest"),
        ("[]", "is no run manifest"),
        ('{"manifest": 1, "command": "rm"}', "is no run manifest"),
        (
            '{"manifest": 9, "command": "code", "software": {"python": "", "platform": "", "packages": {}}}',
            "has form 9",
        ),
        (None, "cannot be read: No such file"),
    ],
)
def test_what_is_no_manifest_is_refused_with_its_path(tmp_path: Path, text: str | None, reason: str) -> None:
    path = tmp_path / "events.jsonl.manifest.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=reason) as caught:
        read_manifest(path)
    assert caught.value.input == str(path)


def test_files_are_named_as_seen_from_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    path = tmp_path / "news" / "a.txt"
    path.write_text("Rain fell on Accra.", encoding="utf-8")
    expected = InputFile(name="../news/a.txt", kind="file", sha256=sha256_of(path))
    assert describe_file(path, beside=tmp_path / "out") == expected
    assert describe_file(tmp_path / "gone.txt", beside=tmp_path) == InputFile(name="gone.txt", kind="unreadable")


def test_outputs_are_sorted_and_carry_digest_and_size(tmp_path: Path) -> None:
    for name in "ba":
        (tmp_path / name).write_bytes(name.encode() * 3)
    outputs = describe_outputs([tmp_path / "b", tmp_path / "a"], beside=tmp_path)
    assert [(output.name, output.bytes) for output in outputs] == [("a", 3), ("b", 3)]
    assert outputs[0].sha256 == sha256_of(tmp_path / "a")


def test_only_settings_that_can_change_an_output_are_told(tmp_path: Path) -> None:
    settings = {
        "pipeline": "p",
        "codebook": tmp_path / "mine",
        "workers": 4,
        "publisher": None,
        "published": "2025-11-03",
    }
    assert telling_settings(settings, names=CODING, beside=tmp_path) == {
        "pipeline": "p",
        "codebook": "mine",
        "published": "2025-11-03",
    }
    assert telling_settings(settings, names=READING, beside=tmp_path) == {"published": "2025-11-03"}


def test_software_holds_what_is_needed_and_what_that_needs_in_turn() -> None:
    packages = installed_software().packages
    assert packages["spacy"] == metadata.version("spacy")
    assert "thinc" in packages  # spaCy needs it
    assert "mypy" not in packages  # only developers need it
    assert list(packages) == sorted(packages)


def test_what_another_system_needs_is_left_out_even_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    needs = {
        "reportedly": ["here>=1", 'elsewhere; sys_platform == "amiga"', "more; extra == 'x'"],
        "here": [],
        "elsewhere": [],
    }

    def made(name: str) -> SimpleNamespace:
        return SimpleNamespace(version="1", requires=needs[name])

    monkeypatch.setattr("reportedly.manifests.software.metadata.distribution", made)
    assert list(installed_software().packages) == ["here", "reportedly"]


def test_without_the_installed_package_nobody_knows_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> metadata.Distribution:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr("reportedly.manifests.software.metadata.distribution", missing)
    with pytest.raises(SettingsError, match="is not installed"):
        installed_software()
