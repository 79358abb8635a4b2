"""A number as lists print it: in figures, letters, Roman numerals or words."""

from collections.abc import Callable

from bcbsite.text.number_words import UNITS

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LARGEST = 32_767
"""Larger ones are printed in figures: no list is that long, and thousands of letters help nobody."""


def roman(number: int) -> str:
    """4 is `iv`; nothing below 1."""
    printed = ""
    for value, letters in _ROMAN:
        printed += letters * (max(number, 0) // value)
        number = number % value if number > 0 else 0
    return printed


def letters(number: int) -> str:
    """1 is `a`, 26 `z`, 27 `aa`, 28 `bb`, as Word and HTML's older forms count on; nothing below 1."""
    if number < 1:
        return ""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def letters_in_places(number: int) -> str:
    """1 is `a`, 26 `z`, 27 `aa`, 28 `ab`, as OpenDocument and HTML count on; nothing below 1."""
    printed = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        printed = chr(ord("a") + place) + printed
    return printed


def ordinal(number: int) -> str:
    """2 is `2nd`, 11 `11th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def chicago(number: int) -> str:
    """1 is `*`, then `†`, `‡`, `§`, and 5 is `**`; nothing below 1."""
    return "" if number < 1 else "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1)


def in_words(number: int) -> str:
    """42 is `forty-two`."""
    if not 0 <= number < 1000:
        return str(number)
    if number >= 100:
        rest = f" {in_words(number % 100)}" if number % 100 else ""
        return f"{UNITS[number // 100]} hundred{rest}"
    if number < 20:
        return UNITS[number]
    return _TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")


def ordinal_in_words(number: int) -> str:
    """42 is `forty-second`."""
    words = in_words(number)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    if last.isdigit():
        return ordinal(number)
    return words[:start] + _ORDINALS.get(last, last[:-1] + "ieth" if last.endswith("y") else last + "th")


_WITHOUT = ("none", "bullet")
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02}".format,
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal,
    "cardinalText": lambda number: in_words(number).capitalize(),
    "ordinalText": lambda number: ordinal_in_words(number).capitalize(),
    "numberInDash": "- {} -".format,
    "decimalEnclosedParen": "({})".format,
    "decimalEnclosedFullstop": "{}.".format,
    "chicago": chicago,
    "hex": "{:X}".format,
    **dict.fromkeys(_WITHOUT, "".format),
}
"""By the names that Word's files have for them (ISO/IEC 29500-1, 17.18.59, ST_NumberFormat)."""


def is_known(name: str) -> bool:
    """Whether *name* is a format of Word's files that `formatted` prints as Word does."""
    return name in _FORMATS


def formatted(number: int, name: str) -> str:
    """*number* in the format of Word's files that is called *name*; in figures where that is not known."""
    printed = _FORMATS.get(name, str)(number) if number <= _LARGEST else str(number)
    return printed if printed or name in _WITHOUT else str(number)
