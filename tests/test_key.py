"""The names of records: what is one, and what is none."""

import pytest

from bcbsite.model.key import Key, RecordKind, meeting_key, paper_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("meeting:2022-02-10", meeting_key("2022-02-10")),
        ("meeting:2022-02-10#5.3", meeting_key("2022-02-10", "5.3")),
        ("meeting:2022-02-10#item-39/20", meeting_key("2022-02-10", "item-39/20")),
        ("action:2021/10", Key(RecordKind.ACTION, "2021/10")),
        (
            "section-55:night-duty#recommendation-1",
            Key(RecordKind.INSPECTION, "night-duty", "recommendation-1"),
        ),
        ("decision:CPCC-2022-003", Key(RecordKind.NOTICE, "CPCC-2022-003")),
        ("paper:2022-02-10/05-budget", paper_key("2022-02-10", "05-budget")),
        ("person:jo-lee", Key(RecordKind.PERSON, "jo-lee")),
        ("minutes:2022-02-10", Key(RecordKind.MINUTES, "2022-02-10")),
    ],
)
def test_a_name_is_read_as_it_is_written(text: str, key: Key) -> None:
    assert Key.parse(text) == key
    assert str(key) == text


@pytest.mark.parametrize(
    "text", ["", "#p5-1", "https://example.org/", "meeting", "meeting:2022-02-10#", "Meeting:x", "mailto:a@b"]
)
def test_other_links_are_no_names(text: str) -> None:
    assert Key.parse(text) is None


def test_a_place_belongs_to_its_record() -> None:
    place = meeting_key("2022-02-10", "5.3")
    assert place.record == meeting_key("2022-02-10")
    assert place.record.at("5.3") == place
    assert place.record.record == place.record
