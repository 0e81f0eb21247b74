"""The survey of documents generates, calls and counts what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.survey import __main__ as command
from benchmarks.survey import page
from benchmarks.survey.documents import Document, documents, sample
from benchmarks.survey.rows import Finding, Surveyed, from_json
from benchmarks.survey.running import Settings, survey, surveyed

SETTINGS = Settings(calls=10, seed=1, seconds=300.0, jobs=1)

DROPPED = """
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /x:
    get: {operationId: a, responses: {'204': {description: Done.}}}
    post: {operationId: b, parameters: [{name: c, in: nowhere}], responses: {}}
    put: {operationId: d, x-speakeasy-ignore: true, responses: {}}
"""

TYPED = """
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /things/{id}:
    put:
      operationId: put
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
      responses:
        '200':
          description: The thing.
          content: {application/xml: {schema: {$ref: '#/components/schemas/Thing'}}}
        '404':
          description: There is none.
          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
components:
  schemas:
    Thing:
      type: object
      required: [name]
      properties:
        name: {type: string}
        sizes: {type: array, items: {type: integer}}
"""


def document(folder: Path, text: str) -> Document:
    path = folder / "openapi.yaml"
    path.write_text(text, encoding="utf-8")
    return Document("x", path)


@pytest.mark.extended
def test_what_is_generated_is_called_and_counted(tmp_path: Path) -> None:
    row = survey(document(tmp_path, TYPED), SETTINGS)
    assert (row.name, row.end, row.findings) == ("x", "generated", [])
    assert (row.operations, row.generated, row.lint) == (1, 1, 0)
    assert (row.called, row.accepted, row.right) == (1, 1, 1)
    assert (row.answers, row.typed, row.same) == (2, 2, 2)
    assert row.modules == row.imported > 0
    assert row.seconds > 0
    assert row.megabytes > 0
    assert [*tmp_path.iterdir()] == [tmp_path / "openapi.yaml"]


@pytest.mark.extended
def test_what_is_dropped_is_counted_with_its_reason(tmp_path: Path) -> None:
    row = survey(document(tmp_path, DROPPED), SETTINGS)
    assert (row.end, row.operations, row.generated, row.called) == ("generated", 2, 1, 1)
    assert row.codes == {
        "warning[dropped-operation]": 1,
        "note[ignored-operation]": 1,
        "note[no-servers]": 1,
    }
    (finding,) = row.findings
    assert (finding.kind, finding.count) == ("dropped-operation", 1)
    assert finding.example.startswith("line 7: POST /x: ")


def test_a_document_that_cannot_be_read_is_counted_too(tmp_path: Path) -> None:
    row = survey(document(tmp_path, "openapi: 4.0.0\n"), SETTINGS)
    assert (row.end, row.operations, row.generated) == ("refused", 0, 0)
    assert row.codes == {"error[openapi-version]": 1}
    assert [finding.kind for finding in row.findings] == ["error openapi-version"]


def test_a_document_may_take_too_long(tmp_path: Path) -> None:
    late = Settings(calls=1, seed=1, seconds=0.0, jobs=1)
    assert survey(document(tmp_path, DROPPED), late) == Surveyed("x", "late")


def test_several_documents_are_surveyed_at_the_same_time() -> None:
    found = [Document(name, Path(name)) for name in "abc"]
    settings = Settings(calls=1, seed=1, seconds=1.0, jobs=2)
    rows = surveyed(found, settings, lambda one, _: Surveyed(one.name, "generated"))
    assert sorted(row.name for row in rows) == ["a", "b", "c"]


def test_a_folder_is_searched_for_documents(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, text in {
        "a/one.yaml": "openapi: 3.1.0",
        "two.json": '{"info": {},\n "openapi": "3.0.0"}',
        "last.yaml": f"components: {{}}\n{'#' * 200_000}\nopenapi: 3.1.0",
        "marked.yaml": "\ufeffopenapi: 3.1.0",
        "three.json": '{"openapi": "3.0.0"}',
        "four.yaml": "swagger: '2.0'",
        "five.txt": "openapi: 3.1.0",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = [one.name for one in documents([tmp_path, tmp_path / "four.yaml"])]
    assert found == [
        "a/one.yaml",
        "last.yaml",
        "marked.yaml",
        "three.json",
        "two.json",
        str(tmp_path / "four.yaml"),
    ]


def test_a_sample_is_the_same_for_the_same_seed_and_has_few_of_one_publisher() -> None:
    names = ["s/big/1.json", "s/big/2.json", "s/big/3.json", "s/small.json", "t/small.json"]
    found = [Document(name, Path(name)) for name in names]
    drawn = sample(found, seed=18, size=None, most=1)
    assert sample(found[::-1], seed=18, size=None, most=1) == drawn
    assert sorted(one.publisher for one in drawn) == ["s/big", "s/small", "t/small"]
    assert sample(found, seed=18, size=2, most=1) == drawn[:2]


def test_a_row_is_the_same_after_it_was_written() -> None:
    row = Surveyed("a", "crashed", 2, 1, {"note[b]": 3}, [Finding("crash", 1, "é")], 1.5)
    assert from_json(row.as_json()) == row


ROWS = [
    Surveyed("s/a", "generated", 2, 2, {"note[b]": 3}, [], 1.25, 70, 9, 9, 0, 2, 2, 2, 3, 3, 3),
    Surveyed(
        "s/c",
        "generated",
        5,
        4,
        {"note[b]": 1, "warning[dropped-operation]": 1, "warning[d]": 1},
        [
            Finding("dropped-operation", 1, "line 3: why | not"),
            Finding("d", 1, "said"),
            Finding("request", 2, "GET /x: body: is lost"),
        ],
        *(2.0, 80, 9, 9, 1, 4, 4, 2, 6, 5, 5),
    ),
    Surveyed("t/l", "late", seconds=600.0),
]


def test_the_table_has_a_row_for_each_document_the_most_expensive_first() -> None:
    assert page.table(ROWS).splitlines()[:5] == [
        (
            "| document | operations | dropped | errors | warnings | seconds | MB | imported |"
            " ruff | called | right | typed | same again |"
        ),
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        (
            "| t/l (late) | 0 | 0 | 0 | 0 | 600.0 | 0 | 0 of 0 | 0 | 0 of 0 | 0 of 0 | 0 of 0 |"
            " 0 of 0 |"
        ),
        "| s/c | 5 | 1 | 0 | 2 | 2.0 | 80 | 9 of 9 | 1 | 4 of 4 | 2 of 4 | 5 of 6 | 5 of 6 |",
        "| s/a | 2 | 0 | 0 | 0 | 1.2 | 70 | 9 of 9 | 0 | 2 of 2 | 2 of 2 | 3 of 3 | 3 of 3 |",
    ]


def test_the_page_says_what_is_not_right_and_not_what_is_only_said(tmp_path: Path) -> None:
    file = tmp_path / "survey.md"
    file.write_text(f"Prose.\n\n{page.BEGIN}\n\nold\n", encoding="utf-8")
    page.write(ROWS, "How.", file)
    text = file.read_text(encoding="utf-8")
    assert text.startswith(f"Prose.\n\n{page.BEGIN}\n\nHow.\n\n| figure | value |\n")
    assert "| documents | 3: 2 generated, 1 late |\n| operations generated | 6 of 7 |" in text
    assert "| methods called | 6 of 6 |\n| requests right | 4 of 6 |" in text
    assert "| s | 2 |\n| t | 1 |\n" in text
    assert (
        "| s/c | dropped-operation | 1 | line 3: why \\| not |\n"
        "| s/c | request | 2 | GET /x: body: is lost |\n"
        "| t/l | late | 1 | took more than 600 s |\n"
    ) in text
    assert "| warning\\[d\\] | 1 | 1 |" in text


def test_what_has_a_row_is_not_surveyed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "documents").mkdir()
    one = document(tmp_path / "documents", "openapi: 4.0.0\n")
    rows = tmp_path / "rows.jsonl"
    rows.write_text(f"{Surveyed(one.path.name, 'late').as_json()}\n", encoding="utf-8")
    assert command.main([str(tmp_path / "documents"), "--json", str(rows)]) == 0
    assert "| openapi.yaml (late) |" in capsys.readouterr().out
    assert len(rows.read_text(encoding="utf-8").splitlines()) == 1


def test_a_path_that_does_not_exist_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        command.main([str(tmp_path / "missing")])
    assert "no such file or folder: " in capsys.readouterr().err
