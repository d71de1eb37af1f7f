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


def test_a_server_that_others_can_reach_needs_a_key_first(tmp_path):
    result = CliRunner().invoke(
        main, ["serve", "--host", "0.0.0.0", "--port", "0"], env={"REGESTA_DATA_DIR": str(tmp_path)}
    )
    assert result.exit_code == 2
    assert "regesta keys create" in result.stderr
