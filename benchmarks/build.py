"""Rate and peak memory of `marsad build`, and whether a killed build ends in the same record.

python -m benchmarks.build 200 2000          rate and peak memory at each count
python -m benchmarks.build --kill 2000       kill -9 half-way, build again, compare the exports
python -m benchmarks.build --start           start-up of `marsad --version`
"""

import hashlib
import json
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks.generate import write

MARSAD = (str(Path(sys.executable).with_name("marsad")),)
JOBS = "2"
MIB = 1024 * 1024


def command(source: Path, record: Path) -> list[str]:
    """Return the build command that is measured."""
    return [*MARSAD, "build", str(source), "-o", str(record), "--jobs", JOBS, "--quiet"]


def peak_memory(process: "subprocess.Popen[bytes]") -> float:
    """Wait for the process; return the most that it and its children held together, in MiB (sampled every 20 ms)."""
    root, most = psutil.Process(process.pid), 0
    while process.poll() is None:
        try:
            most = max(most, sum(p.memory_info().rss for p in [root, *root.children(recursive=True)]))
        except psutil.NoSuchProcess:
            break
        time.sleep(0.02)
    return most / MIB


def measure(count: int, folder: Path) -> dict[str, float]:
    """Build so many generated reports."""
    source = folder / f"{count}.jsonl"
    write(count, source)
    started = time.perf_counter()
    process = subprocess.Popen(command(source, folder / f"record-{count}"))
    memory = peak_memory(process)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise SystemExit(process.returncode)
    return {
        "reports": count,
        "seconds": round(seconds, 2),
        "reports_a_second": round(count / seconds, 1),
        "peak_mib": round(memory, 1),
    }


def digest(record: Path, out: Path) -> str:
    """Hash the record's exported files."""
    subprocess.run(
        [*MARSAD, "export", str(record), "--format", "jsonl", "-o", str(out)], check=True, capture_output=True
    )
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(out.glob("*.jsonl")))).hexdigest()


def kill_half_way(count: int, folder: Path) -> dict[str, object]:
    """Kill a build when its record has begun to fill, build again, and compare with a build left alone."""
    source = folder / "reports.jsonl"
    write(count, source)
    subprocess.run(command(source, folder / "whole"), check=True)
    process = subprocess.Popen(command(source, folder / "killed"))
    held = 0
    while process.poll() is None and held < count // 3:
        time.sleep(0.05)
        held = documents(folder / "killed")
    process.send_signal(signal.SIGKILL)
    process.wait()
    subprocess.run(command(source, folder / "killed"), check=True)
    same = digest(folder / "whole", folder / "a") == digest(folder / "killed", folder / "b")
    return {"reports": count, "held_when_killed": held, "same_record": same}


def documents(record: Path) -> int:
    """Count the documents that the record holds so far."""
    if not (record / "record.db").exists():
        return 0
    connection = sqlite3.connect(f"file:{record / 'record.db'}?mode=ro", uri=True)
    try:
        return int(connection.execute("select count(*) from documents").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def start_up(times: int = 11) -> dict[str, float]:
    """Median seconds of `marsad --version`."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run([*MARSAD, "--version"], check=True, capture_output=True)
        taken.append(time.perf_counter() - started)
    return {"start_up_seconds": round(statistics.median(taken), 3)}


def main(arguments: list[str]) -> None:
    """Run what the arguments ask for and print a line of JSON for each."""
    with tempfile.TemporaryDirectory() as folder:
        if arguments[:1] == ["--kill"]:
            found: list[dict[str, object]] = [kill_half_way(int(arguments[1]), Path(folder))]
        elif arguments[:1] == ["--start"]:
            found = [dict(start_up())]
        else:
            found = [dict(measure(int(count), Path(folder))) for count in arguments]
    sys.stdout.writelines(json.dumps(row) + "\n" for row in found)


if __name__ == "__main__":
    main(sys.argv[1:])
