import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import yaml

from footlint.cli import COMMANDS
from footlint.readers import EXTENSIONS
from footlint.readers.options import TextOptions
from footlint.settings import Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_it_opens_with_two_blocks_and_has_no_other():
    assert len(blocks("sh")) == 2
    first, second = blocks("sh")
    assert README.index("```sh") < README.index("\n## ")
    assert README.index(second) < README.index("\n## ")
    assert "pip install .\n" in first
    assert "pytest" in second


def test_what_it_shows_is_what_is_printed(monkeypatch):
    for name in ("COLUMNS", "NO_COLOR", "FOOTLINT_CACHE_DIR"):
        monkeypatch.setenv(name, os.environ.get(name, ""))  # the script sets them
    monkeypatch.chdir(ROOT)
    spec = importlib.util.spec_from_file_location("readme_script", ROOT / "scripts" / "readme.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert not script.stale(), "run scripts/readme.py"


def test_it_lists_every_hook():
    (example,) = (block for block in blocks("yaml") if "hooks:" in block)
    listed = [hook["id"] for hook in yaml.safe_load(example)["repos"][0]["hooks"]]
    assert sorted(listed) == sorted(hook["id"] for hook in HOOKS)


def test_the_hooks_run_commands_on_what_is_read():
    for hook in HOOKS:
        program, command = hook["entry"].split()[:2]
        assert program == "footlint"
        assert command in COMMANDS
        for suffix, kind in EXTENSIONS.items():
            assert bool(re.search(hook["files"], f"a{suffix}")) is (command == "check" or kind != "docx")
        assert not re.search(hook["files"], "a.py")


def test_the_action_is_used_as_it_is_declared():
    (example,) = (block for block in blocks("yaml") if "steps:" in block)
    (step,) = (step for step in yaml.safe_load(example)["steps"] if "with" in step)
    assert set(step["with"]) <= set(ACTION["inputs"])


@pytest.mark.skipif(sys.platform == "win32", reason="the action runs bash")
def test_the_action_checks(tmp_path):
    (tmp_path / "chapter one.md").write_text("A ferry.[^7]\n")
    scripts = tmp_path / "footlint" / "bin"
    scripts.mkdir(parents=True)
    (scripts / "footlint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m footlint "$@"\n')
    (scripts / "footlint").chmod(0o755)
    install, check = ACTION["runs"]["steps"]
    subprocess.run(["bash", "-n", "-c", install["run"]], check=True)
    environment = {
        **os.environ,
        "RUNNER_TEMP": str(tmp_path),
        "PATHS": "chapter one.md\n\n",
        "ARGUMENTS": "--select=FN001\n--fail-on=error\n",
    }
    result = subprocess.run(
        ["bash", "-e", "-c", check["run"]], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert result.stdout.startswith("::error title=FN001 missing-note,file=chapter one.md,line=1,col=9,endColumn=13::")
    assert not result.stderr


def test_every_option_has_its_line():
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    for field in msgspec.structs.fields(Settings):
        assert f"`{field.encode_name}`" in page or f"`[{field.encode_name}]`" in page
    for field in msgspec.structs.fields(TextOptions):
        assert f"`{field.name}`" in page
        for value in field.type.__args__:
            assert f'`"{value}"`' in page


@pytest.mark.parametrize("example", blocks("toml"))
def test_each_example_of_a_configuration_is_one(tmp_path, example):
    from footlint.config import Configurations

    (tmp_path / "footlint.toml").write_text(example, encoding="utf-8")
    settings = Configurations().of(str(tmp_path / "a.md")).settings
    assert settings.style.get("range-dash") == "en" or settings.book is not None
