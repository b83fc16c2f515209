"""Whether words can be read on a colour.

Source: Web Content Accessibility Guidelines 2.2, "relative luminance", "contrast ratio" and
success criterion 1.4.3. Mark: verified.
"""

import re

LEAST = 4.5
WHITE = "#ffffff"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
# Below this a channel grows in a straight line, above it as a power (sRGB).
BEND = 0.04045


def is_colour(words: str) -> bool:
    """Whether the words are a colour as #rrggbb."""
    return COLOUR.fullmatch(words) is not None


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (#rrggbb), from 1 to 21. Raises ValueError for anything else."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def bears_white_words(colour: str) -> bool:
    """Whether white words of ordinary size can be read on a colour."""
    return contrast(colour, WHITE) >= LEAST


def darkened(colour: str) -> str:
    """A darker shade of a colour, on which white words are read at least as well."""
    return "#" + "".join(f"{round(channel * 0.7):02x}" for channel in _channels(colour))


def _channels(colour: str) -> tuple[int, int, int]:
    if not is_colour(colour):
        raise ValueError(f"{colour!r} is not a colour like #17495c")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    shares = [channel / 255 for channel in _channels(colour)]
    red, green, blue = (share / 12.92 if share <= BEND else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
