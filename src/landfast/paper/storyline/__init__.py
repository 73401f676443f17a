"""The story line in words and as a drawing: the same on the page, on A3 and in a file (D7).

It is drawn here, once, in plain SVG with its colours in it, so that it is the same picture
wherever it is laid.
"""

from landfast.paper.storyline.items import Item
from landfast.paper.storyline.printing import render
from landfast.paper.storyline.sheet import Asks, Sheet, sheet
from landfast.paper.storyline.telling import Told
from landfast.paper.storyline.time import window_name

__all__ = ["Asks", "Item", "Sheet", "Told", "render", "sheet", "window_name"]
