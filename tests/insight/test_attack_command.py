"""flask --app wsgi insight attack."""

import json

from click.testing import CliRunner

from participate.insight.commands.attacking import attack


def test_it_prints_what_it_found():
    ran = CliRunner().invoke(attack, ["--boroughs", "1", "--processes", "1", "--json"])
    assert ran.exit_code == 0, ran.output
    found = json.loads(ran.stdout)
    assert {"boroughs", "cells", "pinned", "control_pinned", "leaking_tables", "seconds"} <= set(found)
    assert (found["boroughs"], found["pinned"], found["leaking_tables"], found["wrong"]) == (1, 0, 0, 0)


def test_it_has_no_switch_that_turns_anything_off():
    assert {name for one in attack.params for name in one.opts} == {"--boroughs", "--processes", "--json"}
