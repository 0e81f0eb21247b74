"""The survey of documents counts what it says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import survey
from benchmarks.survey import Surveyed

DROPPED = """
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /x:
    get: {operationId: a, responses: {'204': {description: Done.}}}
    post: {operationId: b, parameters: [{name: c, in: nowhere}], responses: {}}
    put: {operationId: d, x-speakeasy-ignore: true, responses: {}}
"""


def test_a_document_is_generated_and_what_it_lacks_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(DROPPED, encoding="utf-8")
    made = survey.survey("x", path)
    assert (made.name, made.status, made.operations, made.refused) == ("x", 1, 3, 1)
    assert made.codes == Counter(
        {"error[dropped-operation]": 1, "note[ignored-operation]": 1, "note[no-servers]": 1}
    )
    assert made.seconds > 0
    assert made.megabytes > 0
    assert [*tmp_path.iterdir()] == [path]


def test_a_document_that_cannot_be_read_is_counted_too(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text("openapi: 4.0.0\n", encoding="utf-8")
    made = survey.survey("x", path)
    assert (made.status, made.operations, made.refused) == (1, 0, 0)
    assert made.codes == Counter({"error[openapi-version]": 1})


def test_a_document_may_take_too_long(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(DROPPED, encoding="utf-8")
    assert survey.survey("x", path, 0.0).status is None


def test_a_folder_is_searched_for_documents(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, text in {
        "a/one.yaml": "openapi: 3.1.0",
        "two.json": '{"info": {},\n "openapi": "3.0.0"}',
        "last.yaml": f"components: {{}}\n{'#' * 200_000}\nopenapi: 3.1.0",
        "three.json": '{"openapi": "3.0.0"}',
        "four.yaml": "swagger: '2.0'",
        "five.txt": "openapi: 3.1.0",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = [name for name, _ in survey.documents([tmp_path, tmp_path / "four.yaml"])]
    assert found == [
        "a/one.yaml",
        "last.yaml",
        "three.json",
        "two.json",
        str(tmp_path / "four.yaml"),
    ]


def test_the_table_has_a_row_for_each_document_and_each_code() -> None:
    rows = [
        Surveyed("a", 0, 2, 0, Counter({"note[b]": 3}), 1.25, 70),
        Surveyed("c", None, 5, 5, Counter({"note[b]": 1, "error[d]": 1}), 600.0, 80),
    ]
    assert survey.table(rows) == (
        "document | operations | refused | errors | warnings | notes | CPU s | MB\n"
        "--- | ---: | ---: | ---: | ---: | ---: | ---: | ---:\n"
        "c (took too long) | 5 | 5 | 1 | 0 | 1 | 600.0 | 80\n"
        "a | 2 | 0 | 0 | 0 | 3 | 1.2 | 70\n"
        "\n"
        "diagnostics | number | documents\n"
        "--- | ---: | ---:\n"
        "note[b] | 4 | 2\n"
        "error[d] | 1 | 1\n"
        "\n"
        "2 documents, 7 operations, 5 refused, 601.2 s of CPU"
    )


def test_a_path_that_does_not_exist_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        survey.main([str(tmp_path / "missing")])
    assert "no such file or folder: " in capsys.readouterr().err
