"""The colours of the look (look.md), as a drawing that leaves the house carries them with it."""

FJORD = "#0b4f6c"
INK = "#1b2428"
STONE = "#4f5b61"
PAPER = "#ffffff"
MIST = "#dce7ec"
MOSS = "#2f6b3a"
AMBER = "#8a5a00"
ROSE = "#a3213b"
BRIDGE = "#b5451b"
HAIR = "#cfd8dc"
STRIPES = ("#f1f5f7", PAPER)
