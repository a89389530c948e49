"""What `deploy/` says of the program, held against the program."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from flows.schedules.up import PORTS

DEPLOY = Path(__file__).parents[2] / "deploy"
PROGRAM = Path(sys.executable).with_name("dateline")


def test_the_unit_serves_at_the_port_that_it_names() -> None:
    unit = (DEPLOY / "dateline.service").read_text()
    assert f"dateline up --port {PORTS[0]}\n" in unit
    assert f"127.0.0.1:{PORTS[0]}\n" in unit


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed here")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "dateline.service"
    unit.write_text((DEPLOY / "dateline.service").read_text().replace("/opt/dateline/bin/dateline", str(PROGRAM)))
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_services_stand_on_each_other() -> None:
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    needs = {name: list(service.get("depends_on", ())) for name, service in services.items()}
    assert needs == {"database": [], "server": ["database"], "deploy": ["server"], "worker": ["deploy"]}
    assert [name for name, s in services.items() if s.get("build", {}).get("dockerfile") == "deploy/Dockerfile"] == [
        "server", "deploy", "worker",
    ]  # fmt: skip
    assert services["server"]["ports"] == ["127.0.0.1:4200:4200"]
    assert services["worker"]["environment"]["DATELINE_HOME"] == "/data"


def test_the_image_leaves_the_home_out() -> None:
    left_out = (DEPLOY.parent / ".dockerignore").read_text().split()
    assert {"data", ".venv", ".git"} <= set(left_out)
    assert "VOLUME /data\n" in (DEPLOY / "Dockerfile").read_text()
