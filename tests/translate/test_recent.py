"""What is wanted again soon is made once, and never more is kept than was said."""

from __future__ import annotations

from translate.recent import Recent


def test_a_result_is_made_once_until_newer_ones_need_its_room() -> None:
    made: list[str] = []
    recent: Recent[str] = Recent(10)

    def ask(key: str, size: int) -> str:
        def make() -> str:
            made.append(key)
            return key.upper()

        return recent.get(key, size, make)

    assert [ask(key, 4) for key in ("a", "b", "a")] == ["A", "B", "A"]
    assert made == ["a", "b"]
    ask("c", 4)  # b goes: a was wanted since
    ask("a", 4)
    ask("b", 4)
    assert made == ["a", "b", "c", "b"]


def test_what_is_larger_than_all_room_is_made_each_time() -> None:
    recent: Recent[int] = Recent(3)
    made = [recent.get("book", 5, lambda n=n: n) for n in range(2)]
    assert made == [0, 1]
