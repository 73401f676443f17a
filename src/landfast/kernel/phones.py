"""Telephone numbers as a network dials them, from what people type. Knows no Django."""

import re

DANISH = re.compile(r"[2-9]\d{7}")
ABROAD = re.compile(r"\+[1-9]\d{6,14}")
SAID_BETWEEN = re.compile(r"[\s().\-\u00a0]")


def dialled(typed: str) -> str:
    """ "20 30 40 50" and "0045 20304050" as "+4520304050" (E.164); empty when it can be none."""
    bare = SAID_BETWEEN.sub("", typed)
    if bare.startswith("00"):
        bare = "+" + bare[2:]
    if DANISH.fullmatch(bare):
        bare = "+45" + bare
    if bare.startswith("+45"):
        return bare if DANISH.fullmatch(bare[3:]) else ""
    return bare if ABROAD.fullmatch(bare) else ""
