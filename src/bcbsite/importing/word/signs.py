"""Signs of the fonts that have pictures for letters, as the characters that show the same."""

import re

_WINGDINGS = {
    0x28: "☎",
    0x2A: "✉",
    0x4A: "☺",
    0x6C: "●",
    0x6E: "■",
    0x6F: "☐",
    0x71: "❑",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "☐",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐"}
_SYMBOL = {
    0x2D: "−",
    0x44: "Δ",
    0x53: "Σ",
    0x57: "Ω",
    0x61: "α",
    0x62: "β",
    0x67: "γ",
    0x64: "δ",
    0x6C: "λ",
    0x6D: "μ",
    0x70: "π",
    0x73: "σ",
    0xA0: "€",
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0xD6: "√",
    0xD7: "⋅",
    0xDE: "⇒",
    0xE5: "∑",
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
UNKNOWN = "\ufffd"
"""What stands for a sign that is not known."""

_PRIVATE = range(0xF000, 0xF100)
"""Where Word puts the letters of such fonts."""
_PRIVATE_SIGN = re.compile("[\uf000-\uf0ff]")


def sign(code: int, font: str) -> str:
    """What is shown for the letter *code* of a font; `UNKNOWN` for one that is not known."""
    if (table := _FONTS.get(font.lower())) is not None:
        code &= 0xFF
        return table.get(code) or (" " if code == 0x20 else _as_letter(code, font))
    if code in _PRIVATE:
        code -= _PRIVATE.start
        return _WINGDINGS.get(code) or _SYMBOL.get(code) or UNKNOWN
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else UNKNOWN


def _as_letter(code: int, font: str) -> str:
    """Figures and marks are themselves in the font Symbol."""
    is_itself = font.lower() == "symbol" and code < 0x40
    return chr(code) if is_itself and code >= 0x20 else UNKNOWN


def shown(text: str, font: str) -> str:
    """*text* as it is shown in *font*."""
    if font.lower() in _FONTS:
        return "".join(sign(ord(letter), font) for letter in text)
    return _PRIVATE_SIGN.sub(lambda match: sign(ord(match[0]), font), text)
