"""Who pushed what: by the key that sshd let in, or the user that a web server names."""

from pathlib import Path

import pytest

from bcbsite.publish import pushes as module
from bcbsite.publish.pushes import Push, note_push, pusher, pushes
from publishing import new_server

KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIJ2wKxAmWyqUfsGvnVRc4bCbVOSvKSyRPFOVVNBLAZ9z"
OTHER = KEY.replace("J2wK", "K2wK")


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the server's account, which lets one key in."""
    (tmp_path / ".ssh").mkdir()
    keys = f"restrict ssh-ed25519 {KEY} jo.bloggs@example.org\nrestrict ssh-ed25519 {OTHER}\n"
    (tmp_path / ".ssh/authorized_keys").write_text(keys)

    class Account:
        pw_dir = str(tmp_path)

    monkeypatch.setattr(module.pwd, "getpwuid", lambda _: Account())
    return tmp_path


@pytest.mark.parametrize(
    ("let_in", "by"),
    [
        (f"publickey ssh-ed25519 {KEY}\n", "jo.bloggs@example.org"),
        (f"publickey ssh-ed25519 {OTHER}\n", "SHA256:"),
        ("password\n", None),
        ("publickey\n", None),
        ("publickey ssh-ed25519 ***\n", None),
        ("", None),
    ],
)
def test_a_person_is_known_by_the_key(account: Path, let_in: str, by: str | None) -> None:
    (account / "auth").write_text(let_in)
    found = pusher({"SSH_USER_AUTH": str(account / "auth")})
    assert found == by or (by and found and found.startswith(by) and len(found) == 50)


def test_a_web_server_names_the_user(account: Path) -> None:
    assert pusher({"REMOTE_USER": "jo"}) == "jo"
    assert pusher({"SSH_USER_AUTH": str(account / "none")}) is None
    assert pusher({}) is None


def test_pushes_are_read_back_and_what_is_damaged_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = new_server(tmp_path / "server").settings
    assert pushes(settings) == {}
    monkeypatch.setenv("REMOTE_USER", "jo")
    note_push(settings, "a" * 40)
    with (settings.repository.folder / "bcbsite-pushes.jsonl").open("a") as file:
        file.write('{"commit": 1\n[]\n{"commit": "b"}\n')
    note_push(settings, "c" * 40)
    found = pushes(settings)
    assert list(found) == ["a" * 40, "c" * 40]
    assert found["a" * 40] == Push("a" * 40, "jo", found["a" * 40].at)
