"""Which letters of a PDF no reader sees: under a box, invisible or clipped, in the colour of their ground.

A page is painted from the first object to the last, on a coarse grid that keeps what was painted last at each
place. So the time grows with the objects and the letters alone.
"""

import ctypes
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from pypdfium2 import raw  # type: ignore[import-untyped]

from bcbsite.importing.pdf.marks import Box, covers

Point = tuple[float, float]
"""Where a letter begins on its line, from the bottom left corner of the page."""
Colour = tuple[int, int, int]
Letter = tuple[Point, Box]
Matrix = tuple[float, float, float, float, float, float]

STEP = 2.0
"""How wide and high a square of the grid is, in points."""
_WHITE: Colour = (255, 255, 255)
_PICTURE: Colour = (-999, -999, -999)
"""What has no one colour."""
_LEAST_HEIGHT = 4.0
"""What is lower than this is a line, which hides nothing."""
_ALIKE = 24
"""How far the parts of two colours can be apart that nobody tells from each other."""
_MOST_POINTS = 12
"""A path of so many points can be a box, with round corners or without."""
_DEEPEST = 12
_LARGEST = 20_000
"""The longest side of a page, in points, that is looked at."""
_SCANNED = 0.4
"""Where pictures cover more of a page than this, it may be a scan."""


@dataclass(frozen=True, slots=True)
class _Text:
    """How the letters of one object are painted."""

    order: int
    colour: Colour | None
    is_painted: bool
    clip: Box | None


class _Ground:
    """What is painted on a page."""

    def __init__(self, width: float, height: float) -> None:
        self._columns = int(width / STEP) + 1
        self._rows = [array("i", bytes(4 * self._columns)) for _ in range(int(height / STEP) + 1)]
        self.colours: list[Colour] = [_WHITE]
        self.orders: list[int] = [-1]

    def paint(self, box: Box, colour: Colour, order: int) -> None:
        """Paint all squares whose middle is in *box*."""
        left, bottom, right, top = (round(side / STEP) for side in box)
        left, right = max(left, 0), min(right, self._columns)
        if right <= left:
            return
        self.colours.append(colour)
        self.orders.append(order)
        strip = array("i", [len(self.colours) - 1]) * (right - left)
        for row in self._rows[max(bottom, 0) : max(top, 0)]:
            row[left:right] = strip

    def at(self, x: float, y: float) -> int:
        """The index of what was painted last at a place; 0 for nothing."""
        row, column = int(y / STEP), int(x / STEP)
        inside = 0 <= row < len(self._rows) and 0 <= column < self._columns
        return self._rows[row][column] if inside else 0


def unseen(page: raw.FPDF_PAGE, text: raw.FPDF_TEXTPAGE) -> Iterator[Point]:
    """The letters of a *page*, with its *text*, that nobody sees."""
    left, bottom, right, top = _media(page)
    size = (right - left) * (top - bottom)
    if max(right - left, top - bottom) > _LARGEST:
        return
    objects = list(_objects(page))
    pictured = sum(_area(box) for box in _pictures(objects))
    painter = _Painter(_Ground(right - left, top - bottom), (left, bottom), pictured > _SCANNED * size)
    letters = _letters(text)
    for order, (handle, matrix) in enumerate(objects):
        painter.add(order, handle, matrix, letters.get(_address(handle), ()))
    for box in covers(page):
        painter.cover(box, len(objects))
    yield from painter.unseen()


def _pictures(objects: list[tuple[raw.FPDF_PAGEOBJECT, Matrix]]) -> Iterator[Box]:
    for handle, matrix in objects:
        if raw.FPDFPageObj_GetType(handle) == raw.FPDF_PAGEOBJ_IMAGE and (box := _bounds(handle, matrix)):
            yield box


class _Painter:
    """Paints the objects of a page in their order, and remembers the ground below each letter."""

    def __init__(self, ground: _Ground, origin: Point, is_scan: bool) -> None:
        """*origin* is the bottom left corner; of a scan the letters lie unseen over or under the picture."""
        self._ground = ground
        self._origin = origin
        self._is_scan = is_scan
        self._texts: list[tuple[_Text, Letter, Colour]] = []

    def add(
        self, order: int, handle: raw.FPDF_PAGEOBJECT, matrix: Matrix, letters: tuple[Letter, ...]
    ) -> None:
        """Paint an object; a text is painted by its *letters*."""
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            if letters:
                found = _text(order, handle, matrix)
                self._texts += [(found, letter, self._below(letter[1])) for letter in letters]
        elif (box := _painted(kind, handle, matrix)) and box[3] - box[1] >= _LEAST_HEIGHT:
            is_picture = kind != raw.FPDF_PAGEOBJ_PATH or raw.FPDFPageObj_HasTransparency(handle)
            hides = _hides(kind, handle) and not (is_picture and self._is_scan)
            colour = _PICTURE if is_picture else _colour(handle)
            self._ground.paint(_moved(box, self._origin), colour, order if hides else -1)

    def cover(self, box: Box, order: int) -> None:
        """Put a mark over the page."""
        self._ground.paint(_moved(box, self._origin), _PICTURE, order)

    def _below(self, box: Box) -> Colour:
        return self._ground.colours[self._ground.at(*_middle(_moved(box, self._origin)))]

    def unseen(self) -> Iterator[Point]:
        """Where the letters begin that are not seen."""
        for text, (point, box), below in self._texts:
            if not text.is_painted:
                hidden = not self._is_scan
            elif text.clip and not _holds(text.clip, _middle(box)):
                hidden = True
            else:
                is_lost = text.colour is not None and _is_alike(text.colour, below)
                hidden = is_lost or self._is_covered(text.order, _moved(box, self._origin))
            if hidden:
                yield point

    def _is_covered(self, order: int, box: Box) -> bool:
        left, bottom, right, top = box
        middle = (bottom + top) / 2
        places = [(left + (right - left) * share, middle) for share in (0.25, 0.5, 0.75)]
        places += [((left + right) / 2, bottom + (top - bottom) * share) for share in (0.3, 0.7)]
        return any(self._ground.orders[self._ground.at(*place)] > order for place in places)


def _address(handle: raw.FPDF_PAGEOBJECT) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _letters(text: raw.FPDF_TEXTPAGE) -> dict[int, tuple[Letter, ...]]:
    """The letters of each object by its address."""
    found: dict[int, list[Letter]] = {}
    sides = [ctypes.c_double() for _ in range(4)]
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(raw.FPDFText_CountChars(text)):
        handle = raw.FPDFText_GetTextObject(text, index)
        left, right, bottom, top = sides
        if not handle or not raw.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        box = (left.value, bottom.value, right.value, top.value)
        found.setdefault(_address(handle), []).append(((x.value, y.value), box))
    return {key: tuple(letters) for key, letters in found.items()}


def _objects(page: raw.FPDF_PAGE) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, Matrix]]:
    """All objects in the order in which they are painted, with the matrix of what they are in."""
    for index in range(raw.FPDFPage_CountObjects(page)):
        yield from _within(raw.FPDFPage_GetObject(page, index), (1, 0, 0, 1, 0, 0), 0)


def _within(
    handle: raw.FPDF_PAGEOBJECT, matrix: Matrix, depth: int
) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, Matrix]]:
    if raw.FPDFPageObj_GetType(handle) != raw.FPDF_PAGEOBJ_FORM:
        yield handle, matrix
    elif depth < _DEEPEST:
        inner = _times(_matrix(handle), matrix)
        for index in range(raw.FPDFFormObj_CountObjects(handle)):
            yield from _within(raw.FPDFFormObj_GetObject(handle, index), inner, depth + 1)


def _matrix(handle: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(handle, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _box(corners: Iterator[Point], matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    places = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs), max(ys)


def _bounds(handle: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Box | None:
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(handle, *sides):
        return None
    left, bottom, right, top = (side.value for side in sides)
    return _box(iter([(left, bottom), (right, bottom), (left, top), (right, top)]), matrix)


def _text(order: int, handle: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> _Text:
    mode = raw.FPDFTextObj_GetTextRenderMode(handle)
    is_filled = mode in (raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_CLIP)
    is_painted = mode not in (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
    return _Text(order, _fill(handle) if is_filled else None, is_painted, _clip(handle, matrix))


def _fill(handle: raw.FPDF_PAGEOBJECT) -> Colour | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(handle, *parts):
        return None
    red, green, blue, opacity = (part.value for part in parts)
    return _WHITE if opacity < 8 else (red, green, blue)


def _clip(handle: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Box | None:
    """The box outside of which nothing of an object is shown."""
    path = raw.FPDFPageObj_GetClipPath(handle)
    count = raw.FPDFClipPath_CountPaths(path) if path else 0
    found: Box | None = None
    for index in range(max(count, 0)):
        points = list(_points(path, index))
        if not points:
            continue
        box = _box(iter(points), matrix)
        found = box if found is None else _both(found, box)
    return found


def _points(path: raw.FPDF_CLIPPATH, index: int) -> Iterator[Point]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(max(raw.FPDFClipPath_CountPathSegments(path, index), 0)):
        segment = raw.FPDFClipPath_GetPathSegment(path, index, number)
        if segment and raw.FPDFPathSegment_GetPoint(segment, x, y):
            yield x.value, y.value


def _both(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _painted(kind: int, handle: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Box | None:
    """The box that an object paints, where it paints one."""
    if kind == raw.FPDF_PAGEOBJ_PATH and not (_is_filled(handle) or _is_thick_line(handle)):
        return None
    found = _bounds(handle, matrix)
    clip = _clip(handle, matrix)
    return _both(found, clip) if found and clip else found


def _hides(kind: int, handle: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether an object is a box or a picture that lets nothing through of what is below it."""
    if raw.FPDFPageObj_HasTransparency(handle):
        return False
    is_box = kind == raw.FPDF_PAGEOBJ_PATH and 2 <= raw.FPDFPath_CountSegments(handle) <= _MOST_POINTS
    return is_box or bool(kind == raw.FPDF_PAGEOBJ_IMAGE)


def _is_filled(handle: raw.FPDF_PAGEOBJECT) -> bool:
    mode, has_stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(handle, mode, has_stroke)
    return bool(mode.value)


def _colour(handle: raw.FPDF_PAGEOBJECT) -> Colour:
    """The colour of a path."""
    if _is_filled(handle):
        return _fill(handle) or _PICTURE
    parts = [ctypes.c_uint() for _ in range(4)]
    is_known = raw.FPDFPageObj_GetStrokeColor(handle, *parts)
    return (parts[0].value, parts[1].value, parts[2].value) if is_known else _PICTURE


def _is_thick_line(handle: raw.FPDF_PAGEOBJECT) -> bool:
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(handle, width)
    return raw.FPDFPath_CountSegments(handle) == 2 and width.value >= _LEAST_HEIGHT


def _media(page: raw.FPDF_PAGE) -> Box:
    """The whole page, as its objects see it."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPage_GetMediaBox(page, *sides):
        return 0.0, 0.0, float(raw.FPDF_GetPageWidthF(page)), float(raw.FPDF_GetPageHeightF(page))
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def upright(point: Point, page: raw.FPDF_PAGE) -> Point:
    """A place on a page that may be turned, as a reader has it before him, from the bottom left corner."""
    x, y = point
    left, bottom, right, top = _media(page)
    match raw.FPDFPage_GetRotation(page):
        case 1:
            return y - bottom, right - x
        case 2:
            return right - x, top - y
        case 3:
            return top - y, x - left
    return x - left, y - bottom


def _moved(box: Box, origin: Point) -> Box:
    x, y = origin
    return box[0] - x, box[1] - y, box[2] - x, box[3] - y


def _middle(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(box: Box, point: Point) -> bool:
    return box[0] - 1 <= point[0] <= box[2] + 1 and box[1] - 1 <= point[1] <= box[3] + 1


def _is_alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other, strict=True))
