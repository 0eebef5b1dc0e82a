"""Programs that are kept running, tried with small ones."""

import os
import signal
import sys
import threading
from dataclasses import replace
from pathlib import Path

from colletta.cli.supervision.program import Program, Run
from colletta.cli.supervision.stopping import StopWish
from colletta.cli.supervision.supervisor import Supervisor
from tests.cluster.processes import wait_until


def program(code: str, *, patience: float = 15.0) -> Program:
    command = [sys.executable, "-c", code]
    return Program(name="program", command=command, patience=patience)


def test_a_pause_between_starts_grows_up_to_half_a_minute() -> None:
    run = Run(program("pass"))
    pauses = []
    for _ in range(7):
        run.start()
        wait_until(run.has_ended)
        pauses.append(run.plan_next_start())
        assert not run.is_due()
    assert pauses == [1, 2, 4, 8, 16, 30, 30]


def test_what_does_not_want_to_stop_is_killed_with_its_children(tmp_path: Path) -> None:
    children = tmp_path / "children"
    stubborn = (
        "import os, pathlib, signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"pathlib.Path({str(children)!r}).write_text(str(child.pid))\n"
        "time.sleep(60)"
    )
    run = Run(program(stubborn, patience=0.2))
    run.start()
    wait_until(lambda: children.exists() and children.read_text() != "")
    run.stop()
    child = int(children.read_text())
    wait_until(lambda: not _is_alive(child))


def test_programs_stop_in_the_order_of_their_start(tmp_path: Path) -> None:
    diary = tmp_path / "diary"
    diary.touch()

    def writing(name: str) -> Program:
        code = (
            "import pathlib, signal, sys, time\n"
            f"diary = pathlib.Path({str(diary)!r}).open('a')\n"
            "def end(number, frame):\n"
            f"    diary.write('{name} ends\\n')\n"
            "    sys.exit()\n"
            "signal.signal(signal.SIGTERM, end)\n"
            f"diary.write('{name} starts\\n'); diary.flush()\n"
            "time.sleep(60)"
        )
        return program(code)

    supervisor = Supervisor(report=lambda _: None)
    supervisor.start(writing("server"), writing("worker"))
    wait_until(lambda: diary.read_text().count("starts") == 2)
    supervisor.stop()
    assert diary.read_text().splitlines()[2:] == ["server ends", "worker ends"]


def test_what_a_program_says_goes_to_its_file_anew_at_each_start(tmp_path: Path) -> None:
    output = tmp_path / "said"
    run = Run(replace(program("import os; print(os.getpid())"), output=output))
    said = []
    for _ in range(2):
        run.start()
        wait_until(run.has_ended)
        said.append(output.read_text())
    assert said[0] != said[1]
    assert said[1].strip().isdecimal()


def test_an_end_is_told_and_followed_by_a_new_start(tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    ends_at_once = f"import sys; open({str(starts)!r}, 'a').write('x'); sys.exit(3)"
    told: list[str] = []
    supervisor = Supervisor(report=told.append)
    supervisor.start(program(ends_at_once))
    with StopWish() as stop:
        supervisor.watch(stop, besides=lambda: _stop_after(starts, 2))
    supervisor.stop()
    assert told[0] == "The program ended unexpectedly (status 3). Starting it again in 1 s."


def test_a_signal_is_a_wish_not_an_end() -> None:
    with StopWish() as stop:
        assert not stop.wait(0)
        threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGTERM)).start()
        assert stop.wait(60)
        assert stop.is_there()


def _stop_after(starts: Path, count: int) -> None:
    if starts.exists() and len(starts.read_text()) >= count:
        os.kill(os.getpid(), signal.SIGTERM)


def _is_alive(process: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except FileNotFoundError:
        return False
