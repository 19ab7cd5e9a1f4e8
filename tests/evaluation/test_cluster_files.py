"""Files of clusters: marks become stretches, and what does not fit together is refused."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from evaluation.cluster_files import read_clusters
from evaluation.texts import FormatError

FILE = """\
about: two mines on one road
reports:
  - id: noon
    outlet: Benue Mirror
    title: "[[bus|Mine under bus]] near Bama"
    published: 2021-03-04
    origin: relief
    text:
      - &lead >-
        [[bus|A mine went off under a bus near Bama on Wednesday]] and [[bus|killed three]],
        a relief group said. [[bus@army|The army denied it.]]
      - >-
        [[lorry|A lorry had hit a mine there in May.]]
  - id: later
    outlet: Lake Post
    title: Bus
    published: 2021-03-05
    text: [*lead]
happenings:
  bus:
    type: explosive_device
    when: [2021-03-03, 2021-03-03]
    where: {name: Bama, lat: 11.5, lon: 13.7, tol_km: 10}
    tolls:
      - {measure: killed, low: 3, high: 3, by: a relief group, in: [noon, later]}
  lorry:
    type: explosive_device
    also_ok: [attack_on_civilians]
    when: [2020-05-01, 2020-05-31]
    where: null
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "mines.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_marks_are_taken_out_and_their_places_kept(tmp_path: Path) -> None:
    noon, _ = read_clusters(written(tmp_path, FILE)).tellings
    text = noon.gold.text
    assert text.startswith("Mine under bus near Bama\n\nA mine went off")
    assert "[" not in text
    bus, lorry = noon.gold.happenings
    assert [text[slice(*stretch)] for stretch in bus.mentions] == [
        "Mine under bus",
        "A mine went off under a bus near Bama on Wednesday",
        "killed three",
        "The army denied it.",
    ]
    assert [text[slice(*stretch)] for stretch in lorry.mentions] == ["A lorry had hit a mine there in May."]
    assert (lorry.incident, lorry.also_ok) == ("mines/lorry", ("attack_on_civilians",))


def test_a_stretch_rests_on_its_own_origin_else_on_that_of_the_report_else_on_the_report(tmp_path: Path) -> None:
    noon, later = read_clusters(written(tmp_path, FILE)).tellings
    assert list(noon.origins.values()) == ["relief", "relief", "relief", "army", "relief"]
    assert list(later.origins.values()) == ["later", "later", "army"]


def test_a_paragraph_can_be_printed_again_by_reference(tmp_path: Path) -> None:
    noon, later = read_clusters(written(tmp_path, FILE)).tellings
    assert later.body == noon.body.split("\n\n")[0]


def test_a_build_is_shown_nothing_of_the_reading(tmp_path: Path) -> None:
    noon, _ = read_clusters(written(tmp_path, FILE)).tellings
    assert msgspec.json.decode(noon.line) == {
        "id": "mines/noon",
        "title": noon.title,
        "text": noon.body,
        "outlet": "Benue Mirror",
        "published": "2021-03-04",
    }


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    written(tmp_path, FILE)
    (tmp_path / "again.yaml").write_text(FILE, encoding="utf-8")
    clusters = read_clusters(tmp_path)
    assert [telling.name for telling in clusters.tellings][::2] == ["again/noon", "mines/noon"]
    assert sorted(clusters.incidents) == ["again/bus", "again/lorry", "mines/bus", "mines/lorry"]
    assert clusters.incidents["mines/bus"].when == (date(2021, 3, 3), date(2021, 3, 3))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[[lorry|A lorry", "[[tank|A lorry", "lorry is marked or described, not both"),
        ("in May.]]", "in May.", "noon: brackets that mark nothing"),
        ("in: [noon, later]", "in: [noon, evening]", "evening tells nothing of bus"),
        ("    outlet: Lake Post\n", "", "outlet"),
        ("about:", "abuot:", "abuot"),
    ],
)
def test_what_does_not_fit_together_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in FILE
    with pytest.raises(FormatError, match=told):
        read_clusters(written(tmp_path, FILE.replace(old, new)))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="holds no cluster"):
        read_clusters(tmp_path)
