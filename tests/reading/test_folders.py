import pytest

from reportedly.reading.folders import files_below, may_hold_news


def test_files_below_takes_news_and_leaves_the_rest(tmp_path):
    (tmp_path / "page_files" / "more").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("page.html", "page_files/style.html", ".git/a.txt", "b.txt", "README.md", "settings.yaml", "wire"):
        (tmp_path / name).write_text("Two ministers resigned in Suva.")
    assert sorted(path.name for path in files_below(tmp_path)) == ["b.txt", "page.html", "wire"]


@pytest.mark.parametrize(
    ("name", "content", "news"),
    [
        ("a.TXT", b"", True),
        ("a.jsonl", b"", True),
        ("a.0412", b"Two ministers resigned.", True),
        ("a.0412", b"\x00\x01\x02", False),
        ("photo.jpg", b"\xff\xd8\xff\xe0", False),
        ("LICENSE", b"All may copy.", False),
        ("changelog.txt", b"Fixed.", False),
        ("table.csv", b"a,b", False),
    ],
)
def test_may_hold_news_goes_by_name_then_by_first_bytes(name, content, news, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    assert may_hold_news(path) is news


def test_files_below_skips_no_folder_of_parts_without_its_page(tmp_path):
    (tmp_path / "court_files").mkdir()
    (tmp_path / "court_files" / "a.txt").write_text("Two ministers resigned in Suva.")
    assert len(list(files_below(tmp_path))) == 1
