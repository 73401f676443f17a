"""Long work says at once what it is, and that it goes on; what fails says what to do."""

import importlib.util
import io
import sys
import time
from pathlib import Path

from landfast.jobs.steps import Step

SCRIPT = Path(__file__).parents[2] / "scripts" / "when_changed.py"


def test_a_step_is_said_as_it_begins_and_while_it_lasts():
    out = io.StringIO()
    with Step("Lægger borgere ind", out, every=0.01) as step:
        assert out.getvalue() == "Lægger borgere ind …\n"
        step.at(6, 24)
        time.sleep(0.1)
    told = out.getvalue()
    assert "[######------------------] 6 af 24, 0 s" in told
    time.sleep(0.05)
    assert out.getvalue() == told, "what is over says nothing more"


def test_on_a_screen_it_is_one_line_that_stays():
    out = io.StringIO()
    out.isatty = lambda: True
    with Step("Starter databasen", out):
        pass
    assert out.getvalue().count("\n") == 1
    assert out.getvalue().endswith("Starter databasen … 0 s\n")


def when_changed():
    spec = importlib.util.spec_from_file_location("when_changed", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_setting_up_shows_life_and_a_failing_npm_says_what_to_do(capfd, monkeypatch):
    script = when_changed()
    monkeypatch.setattr(script, "SIGN_OF_LIFE", 0.05)
    slow = [sys.executable, "-c", "import sys, time; time.sleep(0.4); sys.exit(7)"]
    assert script.run("npm", slow) == 7
    out, err = capfd.readouterr()
    assert out.startswith("Setting up: packages for the screens …")
    assert "still at it: packages for the screens" in out
    assert "NODE_EXTRA_CA_CERTS" in err
    assert "give the same command again" in err
    assert script.run("texts", [sys.executable, "-c", ""]) == 0
    assert capfd.readouterr().err == ""
