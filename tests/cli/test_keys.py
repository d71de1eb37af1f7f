import json

from click.testing import CliRunner

from api.cli import main
from api.keys import KeyRing, Scope


def run(tmp_path, *arguments):
    return CliRunner().invoke(main, ["keys", *arguments], env={"REGESTA_DATA_DIR": str(tmp_path)})


def test_keys_are_made_listed_and_revoked(tmp_path):
    made = run(tmp_path, "create", "desk", "--scope", "write")
    secret = made.stdout.strip()
    assert KeyRing(tmp_path / "keys.json").find(secret).scope is Scope.WRITE
    (listed,) = json.loads(run(tmp_path, "list", "--json").stdout)
    assert (listed["name"], listed["scope"]) == ("desk", "write")
    assert secret not in run(tmp_path, "list").stdout
    assert run(tmp_path, "revoke", "desk").exit_code == 0
    assert KeyRing(tmp_path / "keys.json").find(secret) is None
    assert run(tmp_path, "revoke", "desk").exit_code == 1
