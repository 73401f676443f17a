"""The embedded server says in a sentence where it does not run."""

import os
import stat
from pathlib import Path

import pytest

from landfast.kernel import postgres
from landfast.kernel.postgres.places import (
    ServerUser,
    make_socket_folder,
    server_user,
)
from tests.kernel.servers import new_home


def test_is_refused_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    with new_home(LANDFAST_ENV="production"):
        for act in (postgres.ensure_running, lambda: postgres.django_database("app")):
            with pytest.raises(postgres.EmbeddedRefused, match="Sæt DATABASE_URL"):
                act()


def test_does_nothing_when_somebody_else_runs_the_server() -> None:
    address = "postgresql://landfast_app:x@db.example:6000/real?sslmode=require"
    with new_home(DATABASE_URL=address) as where:
        postgres.ensure_running()
        assert not any(where.home.iterdir())
        assert postgres.django_database("app") == {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "real",
            "HOST": "db.example",
            "PORT": "6000",
            "USER": "landfast_app",
            "PASSWORD": "x",
            "OPTIONS": {"sslmode": "require"},
        }
        assert not postgres.has_address("owner")
        with pytest.raises(postgres.AddressMissing, match="LANDFAST_OWNER_URL mangler"):
            postgres.django_database("owner")
        with pytest.raises(postgres.EmbeddedRefused):
            postgres.admin_connect("real")


def test_an_address_that_cannot_be_read_is_not_repeated() -> None:
    with new_home(DATABASE_URL="postgresql://a:hemmelig@[::1"):
        with pytest.raises(postgres.WrongAddress) as caught:
            postgres.django_database("app")
    assert "hemmelig" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_an_older_server_is_refused() -> None:
    class Old:
        pg_version = 170004

    with pytest.raises(postgres.TooOld, match="PostgreSQL 17"):
        postgres.require_version(Old())


def test_a_socket_folder_of_somebody_else_is_refused() -> None:
    with new_home() as where:
        user = server_user(where)
        make_socket_folder(where, user)
        stranger = ServerUser(user.uid + 1, user.gid, "stranger")
        with pytest.raises(postgres.EmbeddedFailed, match="tilhører en anden"):
            make_socket_folder(where, stranger)


def test_a_folder_that_the_servers_user_cannot_enter_is_named(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        return  # then the server runs as ourselves
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / "mine").write_text("")
    with new_home(LANDFAST_HOME=str(closed / "home")):
        with pytest.raises(postgres.EmbeddedFailed, match=r"ikke kan komme ind i /"):
            postgres.ensure_running()
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
