"""The disk of a server under load dies; a backup, the journal and the phones bring everything back.

    python3 tests/outside/drill.py build/dev/bin/waymark-server [unittest options]
"""
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import unittest
import uuid
from datetime import date
from zoneinfo import ZoneInfo

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import own_tally  # noqa: E402
from client import Server, natural_id  # noqa: E402
from keeping_phone import KeepingPhone, NotEnrolled  # noqa: E402

BINARY = None
ZONE = "America/New_York"
MONDAY = own_tally.midnight_ms(date(2026, 6, 1), ZoneInfo(ZONE))
HOUR = 3600_000


def visit(person, hour=9, hours=1, **members):
    start = MONDAY + hour * HOUR
    return {"specialist_id": person, "activity": "job_coaching", "place": "employer_site", "contact": "in_person",
            "starts_at": start, "ends_at": start + hours * HOUR, "utc_offset_min": -240, "recorded_at": start, **members}


class Drill(unittest.TestCase):
    def setUp(self):
        self.server = Server(BINARY)
        self.addCleanup(shutil.rmtree, self.server.folder, True)
        self.journal = self.server.folder + "/journal"
        self.backup = self.server.folder + "/backup.db"
        self.server.command("init", "--agency", "North County IPS", "--zone", ZONE)
        self.people = {name: self.add(name, role) for name, role in
                       [("Ana", "specialist"), ("Ben", "specialist"), ("Lea", "lead"), ("Ada", "admin")]}
        self.server.start("--journal", self.journal)
        self.addCleanup(lambda: self.server.process and self.server.stop())

    def add(self, name, role, *more):
        return self.server.command("user", "add", "--name", name, "--role", role, "--team", "North", *more)["person_id"]

    def code(self, person):
        return self.server.command("enroll", "--person", person)["code"]

    def phone(self, name, label):
        return KeepingPhone(self.server, self.code(self.people[name]), label)

    def under_load(self, phones, during):
        """Runs `during` while every phone makes visits and sends them; all have sent some before it, and after."""
        stop, counts, problems = threading.Event(), [0] * len(phones), []
        moved = threading.Condition()

        def work(number, phone):
            rng = random.Random(number)
            try:
                while not stop.is_set():
                    for _ in range(3):
                        phone.edit("entry", visit(phone.person, rng.randrange(-200, 20)))
                    phone.send_once()
                    with moved:
                        counts[number] += 1
                        moved.notify_all()
            except Exception as problem:
                problems.append(problem)
                with moved:
                    moved.notify_all()

        def all_move_on():
            with moved:
                before = list(counts)
                self.assertTrue(moved.wait_for(lambda: problems or all(now > then + 1 for now, then in
                                                                       zip(counts, before)), 60))

        threads = [threading.Thread(target=work, args=pair) for pair in enumerate(phones)]
        for thread in threads:
            thread.start()
        try:
            all_move_on()
            result = during()
            all_move_on()
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        self.assertEqual(problems, [])
        return result

    def lose_the_disk(self):
        self.server.kill()
        self.lose_the_store()

    def lose_the_store(self):
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(self.server.db + ending):
                os.remove(self.server.db + ending)

    def log(self):
        """op id -> (seq, chain) of its first place, and the end of the chain; only while no server runs."""
        with sqlite3.connect(self.server.db) as store:
            rows = store.execute("SELECT o.op, l.seq, l.chain FROM log l JOIN ops o ON o.seq = l.op AND l.op = l.seq"
                                 " ORDER BY l.seq").fetchall()
            end = store.execute("SELECT seq, chain FROM log ORDER BY seq DESC LIMIT 1").fetchone()
        store.close()
        return {str(uuid.UUID(bytes=op)): (seq, chain.hex()) for op, seq, chain in rows}, (end[0], end[1].hex())

    def whole(self):
        self.assertEqual(self.server.command("verify"), {"ok": True, "faults": []})

    def restore(self, *more, code=0):
        return self.server.command("restore", "--from", self.backup, *more, code=code)

    def people_listed(self):
        return self.server.command("user", "list")["people"]


class TheDiskDies(Drill):
    def test_with_the_journal_nothing_is_lost_and_without_it_nothing_of_a_phone(self):
        phones = [self.phone("Ana", "Ana's phone"), self.phone("Ana", "Ana's tablet"), self.phone("Ben", "Ben's phone")]
        ana, tablet, ben = phones
        lea = self.phone("Lea", "Lea's phone").settle()
        for phone in phones:
            phone.settle()
        shared = ana.edit("entry", visit(ana.person, 3))
        ana.settle()
        tablet.settle()

        safe = self.under_load(phones, lambda: self.server.command("backup", "--to", self.backup))["seq"]
        self.assertGreater(safe, ana.told[shared["op"]]["seq"])

        # --- the day goes on
        told = {}
        ana.edit("entry", visit(ana.person, 4), shared["rid"])
        ana.settle()
        tablet.edit("entry", visit(tablet.person, 5), shared["rid"])
        for phone in phones:
            phone.settle()
        self.assertEqual(tablet.told[tablet.outbox[-1][0]["op"]]["status"], "conflict")
        gone = ben.edit("entry", visit(ben.person, 7))
        ben.settle()
        ben.edit("entry", gone["body"], gone["rid"], deleted=True)
        ben.edit("entry", visit(ana.person, 8))   # not Ben's to write
        ben.settle()
        self.assertEqual(len(ben.refused), 1)
        week = {"specialist_id": ana.person, "week_start": "2026-06-01"}
        approval = natural_id("approval", ana.person, "2026-06-01")
        ana.edit("week", {**week, "state": "submitted"}, natural_id("week", ana.person, "2026-06-01"))
        ana.settle()
        lea.edit("approval", {**week, "state": "approved"}, approval)
        lea.settle()
        late = [ana.edit("entry", visit(ana.person, hour)) for hour in (10, 11, 12)]
        ana.settle()
        self.assertEqual({ana.told[op["op"]]["status"] for op in late}, {"held"})
        lea.edit("approval", {**week, "state": "returned", "note": "Look at Monday"}, approval)
        lea.settle()
        self.server.command("schedule", "--person", ana.person, "--from", "2026-06-01",
                            "--minutes", "480,480,480,480,480,0,0")
        eve = self.add("Eve", "specialist", "--login", "eve")
        self.people["Eve"] = eve
        eves = self.phone("Eve", "Eve's phone")
        eves.edit("entry", visit(eve, 2))
        eves.settle()
        waiting = eves.edit("entry", visit(eve, 6))   # not sent yet when the disk dies
        open_code = self.code(self.people["Ben"])
        self.server.command("user", "disable", "--person", self.people["Ada"])
        self.under_load(phones, lambda: self.server.command("user", "list"))
        for phone in phones + [lea]:
            phone.settle()
        for phone in phones + [lea, eves]:
            told.update({op: result for op, result in phone.told.items() if result["seq"]})
            self.assertTrue(all(result is None or result["seq"] > safe for _, result in phone.outbox))
        people = self.people_listed()

        # --- the disk dies; what phones hold does not
        refused = self.server.command("restore", "--from", self.backup, "--force", code=3)
        self.assertEqual(refused["error"]["code"], "locked")
        self.server.kill()
        before, end = self.log()
        self.assertEqual({op: (r["seq"], r["chain"]) for op, r in told.items()},
                         {op: before[op] for op in told})
        self.restore(code=3)   # a store is there
        self.lose_the_store()
        twins = [phone.twin() for phone in phones + [lea, eves]]

        with self.subTest("with the journal"):
            report = self.restore("--journal", self.journal)
            self.assertEqual((report["seq"], report["from_backup"], report["from_journal"]),
                             (end[0], safe, end[0] - safe))
            self.assertEqual((report["left_out"], report["stopped"], report["must_enrol"]), (0, None, 1))
            self.assertEqual(self.log(), (before, end))
            self.whole()
            self.server.start("--journal", self.journal)
            self.assertEqual(self.people_listed(), people)
            for phone in phones + [lea]:
                self.assertEqual(phone.settle().diverged, 0, "a phone noticed")
            with self.assertRaises(NotEnrolled):
                eves.settle()
            self.assertIn(waiting, eves.waiting())
            eves.enrol_again(self.code(eve)).settle()
            self.assertEqual(eves.told[waiting["op"]]["status"], "head")
            status, history = self.server.request("GET", "/v1/history/" + late[0]["rid"], token=ana.token)
            self.assertEqual((status, history["ops"][0]["device_name"]), (200, "Ana's phone"))
            KeepingPhone(self.server, open_code, "Ben's other phone").settle()
            self.whole()
            self.assertEqual(self.server.stop(), 0)

        with self.subTest("without the journal"):
            report = self.restore("--force")
            self.assertEqual((report["seq"], report["from_journal"]), (safe, 0))
            self.assertTrue(os.path.exists(self.server.db + ".before-restore"))
            self.server.start()
            phones, lea, eves = twins[:3], twins[3], twins[4]
            for phone in phones + [lea]:
                self.assertEqual(phone.settle().diverged, 1)
            with self.assertRaises(NotEnrolled):
                eves.settle()
            # Eve herself is gone: what her phone holds is under the id she had.
            self.assertNotIn("Eve", [person["name"] for person in self.people_listed()])
            self.assertEqual(self.add("Eve", "specialist", "--person", eve), eve)
            self.assertEqual(eves.enrol_again(self.code(eve)).settle().diverged, 1)
            for phone in phones + [lea]:
                phone.settle()
            self.whole()
            self.assertEqual(self.server.stop(), 0)
            now, _ = self.log()
            lost = [op for op in [*told, waiting["op"]] if op not in now]
            self.assertEqual(lost, [], f"{len(lost)} of {len(told)} ops of phones are lost")
            self.assertGreater(len(told), 40)

    def test_killed_at_any_instant_every_acknowledged_op_is_in_backup_or_journal(self):
        rng = random.Random(4)
        phones = [self.phone(name, f"{name} {number}") for number, name in enumerate(["Ana", "Ben", "Ana", "Ben"])]
        self.server.command("backup", "--to", self.backup)
        acknowledged = {}
        for _ in range(8):
            enough = threading.Event()
            target = len(acknowledged) + rng.randrange(1, 120)
            lock = threading.Lock()

            def push(phone):
                try:
                    while True:
                        for hour in range(4):
                            phone.edit("entry", visit(phone.person, hour))
                        phone.send_once()
                        with lock:
                            acknowledged.update({op: r for op, r in phone.told.items() if r["seq"]})
                            if len(acknowledged) >= target:
                                enough.set()
                except Exception:   # the server is gone
                    enough.set()

            threads = [threading.Thread(target=push, args=(phone,)) for phone in phones]
            for thread in threads:
                thread.start()
            enough.wait(60)
            self.server.kill()
            for thread in threads:
                thread.join()
            self.lose_the_store()
            report = self.restore("--journal", self.journal)
            self.assertEqual((report["stopped"], report["left_out"]), (None, 0))
            present, _ = self.log()
            for op, result in acknowledged.items():
                self.assertEqual(present.get(op), (result["seq"], result["chain"]))
            self.server.start("--journal", self.journal)
        self.assertGreater(len(acknowledged), 100)
        for phone in phones:
            self.assertEqual(phone.settle().diverged, 0)
        self.whole()


class TheJournal(Drill):
    def files(self):
        return sorted(os.path.join(self.journal, name) for name in os.listdir(self.journal) if name.endswith(".jsonl"))

    def a_little_work(self):
        phone = self.phone("Ana", "Ana's phone").settle()
        self.server.command("backup", "--to", self.backup)
        for hour in range(5):
            phone.edit("entry", visit(phone.person, hour))
            phone.settle()
        return phone

    def test_a_directory_that_vanishes_stops_acknowledging_and_says_so(self):
        phone = self.a_little_work()
        os.rename(self.journal, self.journal + ".away")
        phone.edit("entry", visit(phone.person, 12))
        self.assertFalse(phone.send_once())
        self.assertFalse(phone.send_once())
        self.server.command("user", "add", "--name", "Eve", "--role", "specialist", code=3)
        self.assertEqual(self.server.request("GET", "/v1/health")[0], 200)
        os.rename(self.journal + ".away", self.journal)
        phone.settle()
        self.lose_the_disk()
        report = self.restore("--journal", self.journal)
        self.assertIn(phone.outbox[-1][0]["op"], self.log()[0])
        self.assertIsNone(report["stopped"])
        with open(self.server.folder + "/server.log") as log:
            said = log.read()
        self.assertEqual(said.count(f"The journal in {self.journal} cannot be written"), 1)

    def test_a_journal_that_cannot_be_written_keeps_the_server_from_starting(self):
        self.server.stop()
        with open(self.server.folder + "/file", "w"):
            pass
        for directory in (self.server.folder + "/file", self.server.folder + "/no/such/directory"):
            answer = self.server.command("serve", "--listen", "127.0.0.1:0", "--journal", directory, code=3)
            self.assertEqual(answer["error"]["code"], "cannot_open")

    def test_what_is_no_journal_of_this_store_restores_nothing(self):
        self.a_little_work()
        self.lose_the_disk()
        empty = self.server.folder + "/empty"
        os.mkdir(empty)
        other = Server(BINARY)
        self.addCleanup(shutil.rmtree, other.folder, True)
        other.command("init", "--agency", "B", "--zone", ZONE)
        other.start("--journal", other.folder + "/journal")
        other.stop()
        for directory, code in ((empty, 2), (other.folder + "/journal", 2), (empty + "/absent", 3)):
            answer = self.restore("--journal", directory, code=code)
            self.assertIn(directory, answer["error"]["message"])
            self.assertFalse(os.path.exists(self.server.db))
        # The newest file says where it begins, and nothing more.
        with open(self.files()[-1], "rb") as file:
            first = file.readline()
        with open(self.files()[-1], "wb") as file:
            file.write(first)
        report = self.restore("--journal", self.journal)
        self.assertEqual((report["from_journal"], report["stopped"]), (0, None))

    def test_a_torn_end_is_left_out_and_a_flipped_byte_stops_there_with_exit_1(self):
        self.a_little_work()
        self.lose_the_disk()
        with open(self.files()[-1], "rb") as file:
            whole = file.read()
        with open(self.files()[-1], "wb") as file:
            file.write(whole[:-30])
        report = self.restore("--journal", self.journal)
        self.assertEqual((report["from_journal"], report["stopped"]), (4, None))
        lines = whole.splitlines(keepends=True)
        lines[3] = lines[3].replace(b"job_coaching", b"job_coachinG")
        with open(self.files()[-1], "wb") as file:
            file.write(b"".join(lines))
        report = self.restore("--journal", self.journal, "--force", code=1)
        self.assertEqual(report["seq"], report["from_backup"] + report["from_journal"])
        self.assertEqual(report["from_journal"] + report["left_out"], 5)
        self.assertIn("line 4", report["stopped"])
        self.whole()
        line = [BINARY, "restore", "--db", self.server.db, "--from", self.backup, "--journal", self.journal, "--force"]
        said = subprocess.run(line, capture_output=True, text=True)
        self.assertEqual(said.returncode, 1)
        self.assertIn(f"from {report['seq'] + 1} on, are not back", said.stdout)

    def test_a_restore_without_the_journal_says_what_is_to_be_done_again(self):
        self.a_little_work()
        self.lose_the_disk()
        line = [BINARY, "restore", "--db", self.server.db, "--from", self.backup]
        said = subprocess.run(line, capture_output=True, text=True)
        self.assertEqual(said.returncode, 0)
        for word in ("people", "codes", "UTC", "Phones notice by themselves"):
            self.assertIn(word, said.stdout)


if __name__ == "__main__":
    BINARY = sys.argv.pop(1)
    unittest.main()
