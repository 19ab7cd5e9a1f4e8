"""What is found in files and folders, in which order, and within which bounds."""

import gzip
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from marsad.errors import InputError, NothingToReadError
from marsad.model import content_id
from marsad.reading import count, find, read
from marsad.reading.raw import MAX_BYTES

STORY = "Rebels shelled the town of Sake on Monday, residents said."


def codes(path: Path) -> list[tuple[str, list[str]]]:
    return [(raw.path, [issue.code for issue in read(raw).issues]) for raw in find([path])]


def test_folders_are_walked_by_name_and_paths_are_relative_to_them(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.md",
        "a/b/c.html",
        "c.TXT",
        ".hidden.txt",
        ".git/x.txt",
        "~$b.txt",
        "Thumbs.db",
        "page.css",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(STORY)
    assert [raw.path for raw in find([tmp_path])] == ["b.txt", "c.TXT", "a/z.md", "a/b/c.html"]
    assert [raw.path for raw in find([tmp_path / "a" / "z.md", tmp_path / "a"])] == ["z.md", "z.md", "b/c.html"]


def test_id_and_hash_are_of_path_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (raw,) = find([tmp_path])
    assert raw.sha256 == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    assert raw.document_id == content_id("d", "a.txt", raw.sha256)


@pytest.mark.parametrize("jsonl", ["reports.jsonl", "reports.jsonl.gz"])
def test_every_line_of_jsonl_is_a_report(tmp_path: Path, jsonl: str) -> None:
    lines = [{"id": "q1", "text": STORY}, {"text": STORY}, {"id": 7, "text": STORY}]
    content = "\n".join(json.dumps(line) for line in lines).encode() + b"\n\n"
    (tmp_path / jsonl).write_bytes(gzip.compress(content) if jsonl.endswith(".gz") else content)
    assert [raw.path for raw in find([tmp_path])] == [f"{jsonl}#q1", f"{jsonl}#2", f"{jsonl}#7"]
    assert count([tmp_path]) == 3
    assert [read(raw).text for raw in find([tmp_path])] == [STORY] * 3


def test_a_bad_line_is_an_issue_and_the_others_go_on(tmp_path: Path) -> None:
    lines = [
        b'{"id":"a","text":"%s"}' % STORY.encode(),
        b'{"id":"b",',
        b"[1]",
        b"\xff\xfe",
        b'{"id":"c"}',
        b"[" * 100_000,
    ]
    (tmp_path / "x.jsonl").write_bytes(b"\n".join(lines))
    assert codes(tmp_path) == [
        ("x.jsonl#a", []),
        ("x.jsonl#2", ["invalid_json"]),
        ("x.jsonl#3", ["invalid_json"]),
        ("x.jsonl#4", ["invalid_json"]),
        ("x.jsonl#c", ["empty"]),
        ("x.jsonl#6", ["invalid_json"]),
    ]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz", "a.md.gz"])
def test_compressed_files_are_unpacked(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(STORY.encode()))
    (raw,) = find([tmp_path])
    assert read(raw).text == STORY


def test_what_looks_like_a_report_of_another_kind_is_an_issue(tmp_path: Path) -> None:
    for name in ("a.rtf", "b.zip.gz", "c", "photo.jpg"):
        (tmp_path / name).write_bytes(b"x")
    assert codes(tmp_path) == [(name, ["unsupported_format"]) for name in ("a.rtf", "b.zip.gz", "c")]
    assert codes(tmp_path / "photo.jpg") == [("photo.jpg", ["unsupported_format"])]


def test_a_record_in_the_folder_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    for name in ("a.txt", "record/record.db", "record/report.html"):
        (tmp_path / name).write_text(STORY)
    assert [raw.path for raw in find([tmp_path])] == ["a.txt"]


def test_links_that_form_a_loop_end(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY)
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    assert [raw.path for raw in find([tmp_path])] == ["in/a.txt"]


def test_a_pipe_in_the_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text(STORY)
    assert [raw.path for raw in find([tmp_path])] == ["a.txt"]


def test_a_folder_that_goes_away_is_an_issue_and_the_others_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b/b.txt", "c/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    reports = find([tmp_path])
    first = next(reports)
    (tmp_path / "b" / "b.txt").unlink()
    (tmp_path / "b").rmdir()
    rest = list(reports)
    assert [first.path, *(raw.path for raw in rest)] == ["a.txt", "b", "c/c.txt"]
    assert [issue.code for issue in read(rest[0]).issues] == ["unreadable"]


def test_a_file_that_goes_away_is_an_issue(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.jsonl"):
        (tmp_path / name).write_text(STORY)
    reports = find([tmp_path])
    (tmp_path / "b.txt").unlink()
    (tmp_path / "c.jsonl").unlink()
    assert [[issue.code for issue in read(raw).issues] for raw in reports] == [[], ["unreadable"], ["unreadable"]]


def test_names_that_are_no_unicode_can_be_written(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text(STORY)
    (raw,) = find([tmp_path])
    assert raw.path.encode() == "caf\N{REPLACEMENT CHARACTER}.txt".encode()


def test_paths_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist: give a file or a folder"):
        find([tmp_path / "gone"])
    with pytest.raises(NothingToReadError, match="no report in"):
        find([tmp_path])
    with pytest.raises(NothingToReadError):
        find([])
    assert count([tmp_path]) == 0


def test_count_is_what_find_gives(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "empty.jsonl").write_text("\n")
    (tmp_path / "b.docx").write_text("x")
    (tmp_path / "torn.jsonl.gz").write_bytes(gzip.compress(b'{"text":"a"}\n' * 3)[:-9])
    (tmp_path / "c.jsonl").write_text('{"text":"x"}\n\n{"text":"y"}')
    assert count([tmp_path]) == len(list(find([tmp_path])))


def test_a_torn_archive_gives_what_could_be_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress((STORY + "\n").encode() * 3000)
    (tmp_path / "a.txt.gz").write_bytes(packed[: len(packed) // 2])
    (tmp_path / "b.txt.gz").write_bytes(b"no archive")
    (raw, other) = find([tmp_path])
    assert [issue.code for issue in read(raw).issues] == ["damaged_archive"]
    assert [issue.code for issue in read(other).issues] == ["damaged_archive"]


def test_a_file_of_50_megabytes_on_one_line(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"shelling " * 111_111)
    tracemalloc.start()
    assert codes(tmp_path) == [("a.txt", ["too_large"])]
    assert tracemalloc.get_traced_memory()[1] < 5 * MAX_BYTES
    tracemalloc.stop()


@pytest.mark.parametrize(("name", "code"), [("a.txt.gz", "too_large"), ("a.jsonl.gz", "zip_bomb")])
def test_an_archive_that_unpacks_without_end(tmp_path: Path, name: str, code: str) -> None:
    with gzip.open(tmp_path / name, "wb") as file:
        for _ in range(300):
            file.write(b"\0" * 1_000_000)
    tracemalloc.start()
    assert codes(tmp_path)[-1][1] == [code]
    assert tracemalloc.get_traced_memory()[1] < 8 * MAX_BYTES
    tracemalloc.stop()


def test_a_line_of_jsonl_that_is_too_long_is_an_issue_and_the_next_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(b'{"text":"' + b"x" * (MAX_BYTES + 1) + b'"}\n' + json.dumps({"id": "z", "text": STORY}).encode())
    assert codes(tmp_path) == [("a.jsonl#1", ["too_large"]), ("a.jsonl#z", [])]
    assert count([tmp_path]) == 2
