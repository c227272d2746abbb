"""msgspec loads alone in footlint's own process, and whole everywhere else."""

from __future__ import annotations

import subprocess
import sys

import pytest

OWN = "import footlint; footlint.owns_process = True; import sys, footlint.record, msgspec; "


def run(code):
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_no_record_needs_is_not_loaded():
    run(OWN + "assert not {'uuid', 'decimal', 'typing_extensions', 'textwrap'} & sys.modules.keys()")


@pytest.mark.parametrize(
    "code",
    [
        "assert msgspec.json.decode(msgspec.json.encode({'a': 1})) == {'a': 1} and 'textwrap' not in sys.modules",
        "from msgspec.structs import fields; assert fields(footlint.record.Record) == ()",
        "import msgspec.inspect as i; assert i.type_info(int).__class__.__name__ == 'IntType'",
        "assert msgspec.structs is not None and msgspec.structs.fields and 'msgspec.structs' in sys.modules",
        "from footlint.facts import NoteFact; note = msgspec.msgpack.Decoder(NoteFact); assert note",
        "from typing import ForwardRef, get_type_hints; assert ForwardRef('int').__forward_arg__ == 'int'",
        "import uuid, decimal; assert uuid.uuid4() != uuid.uuid4() and decimal.Decimal('1.5') * 2 == 3",
    ],
)
def test_it_comes_when_it_is_asked_for(code):
    run(OWN + code)


def test_elsewhere_it_is_whole():
    code = "import footlint.record, msgspec, uuid; one = uuid.uuid4(); "
    run(code + "assert msgspec.json.decode(msgspec.json.encode(one), type=uuid.UUID) == one")


def test_one_that_will_not_load_alone_is_loaded_whole():
    # types that it asks more of than the stand-ins have
    code = "import sys, footlint, footlint.lean as lean; footlint.owns_process = True; lean._Nothing = None; "
    run(code + "import footlint.record, msgspec; assert msgspec.json.encode(1) == b'1'; assert 'uuid' in sys.modules")
