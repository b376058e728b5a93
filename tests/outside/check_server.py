"""Drives the built waymark-server from outside, as a client that knows only the protocol's description.

    python3 tests/outside/check_server.py build/dev/bin/waymark-server [unittest options]
"""
import copy
import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
import unittest
import uuid
from datetime import date, timedelta
from zoneinfo import ZoneInfo

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import own_rules  # noqa: E402
import own_tally  # noqa: E402
from client import Device, Server, natural_id, new_record_id  # noqa: E402

BINARY = None
ZONE = "America/New_York"
ACTIVITIES = ["travel", "employer_visit", "job_coaching", "job_search", "engagement", "assessment",
              "benefits_counseling", "follow_along", "partner_meeting", "documentation", "team_meeting", "supervision",
              "training", "other_work", "break"]
PLACES = ["employer_site", "vr_office", "library", "school", "cafe", "participant_home", "training_site",
          "other_community", "program_site", "satellite_office", "own_home"]


class Agency(unittest.TestCase):
    """One agency for each test: a lead and two specialists in a team, an admin, and a specialist of another team."""

    def setUp(self):
        self.server = Server(BINARY)
        self.addCleanup(shutil.rmtree, self.server.folder, True)
        self.server.command("init", "--agency", "North County IPS", "--zone", ZONE)
        self.people = {}
        for name, role, team in [("Ana", "specialist", "North"), ("Ben", "specialist", "North"),
                                 ("Lea", "lead", "North"), ("Leo", "lead", "North"), ("Odd", "specialist", "South"),
                                 ("Ada", "admin", "North")]:
            made = self.server.command("user", "add", "--name", name, "--role", role, "--team", team)
            self.people[name] = made["person_id"]
        self.server.start()
        self.addCleanup(self.server.stop)

    def device(self, name, label="Outside phone"):
        return Device(self.server, self.server.command("enroll", "--person", self.people[name])["code"], label)

    def schedule(self, name, start, minutes):
        self.server.command("schedule", "--person", self.people[name], "--from", start,
                            "--minutes", ",".join(map(str, minutes)))

    def verify(self):
        answer = self.server.command("verify")
        self.assertEqual((answer["ok"], answer["faults"]), (True, []))


def entry(person, start_ms, end_ms, activity="employer_visit", **members):
    body = {"specialist_id": person, "activity": activity, "starts_at": start_ms, "ends_at": end_ms,
            "utc_offset_min": -300, "recorded_at": start_ms, **members}
    if activity != "travel":
        body.setdefault("place", "employer_site")
    return body


def random_entry(rng, person, first_ms):
    """An entry somewhere in or around the week that starts at first_ms: any codes, any length, edges crossed."""
    start = first_ms + rng.randrange(-10 * 3600, 7 * 86400 + 3600) * 1000 + rng.randrange(1000)
    end = start + rng.choice([0, rng.randrange(1, 1800) * 1000, rng.randrange(600, 14400) * 1000 + rng.randrange(1000)])
    body = {"specialist_id": person, "activity": rng.choice(ACTIVITIES), "starts_at": start, "ends_at": end,
            "utc_offset_min": -240, "recorded_at": end}
    if body["activity"] == "travel":
        for member in ("from_place", "to_place"):
            if rng.random() < .95:
                body[member] = rng.choice(PLACES)
    elif rng.random() < .95:
        body["place"] = rng.choice(PLACES)
    if rng.random() < .9:
        body["contact"] = rng.choice(["in_person", "in_person", "video", "phone", "none"])
    for member, odds in [("participant_present", .4), ("no_show", .15), ("hiring_authority", .3)]:
        if rng.random() < odds:
            body[member] = True
    if rng.random() < .3:
        body["employer_id"] = new_record_id()
    if rng.random() < .5:
        body[rng.choice(["start_tag", "end_tag"])] = rng.choice(
            [{"at": start, "lat": 42.65, "lon": -73.75, "accuracy_m": 9.5, "source": "gps"}, {"absent": "denied"}])
    return body


class Tallies(Agency):
    def compare(self, phone, person, week, bodies, schedules, leave):
        status, theirs = phone.week(person, week)
        self.assertEqual(status, 200, theirs)
        mine = own_tally.tally(week, ZONE, bodies, schedules, leave, own_tally.DEFAULT_POLICY, theirs["as_of"])
        mine_contacts = mine.pop("employer_contacts_total")
        for name, value in mine.items():
            self.assertEqual(theirs[name], value, f"{name} of {week}")
        self.assertEqual(theirs["employer_contacts"]["total"], mine_contacts)
        self.assertEqual(theirs["person_id"], person)
        return theirs

    def random_week(self, week, seed, pattern=None, with_leave=False):
        rng = random.Random(seed)
        phone = self.device("Ana")
        first = own_tally.midnight_ms(week, ZoneInfo(ZONE))
        schedules, leave, ops = [], [], []
        if pattern:
            start = (week - timedelta(days=3)).isoformat()
            self.schedule("Ana", start, pattern)
            schedules = [{"effective_from": start, "minutes": pattern}]
        if with_leave:
            for offset, kind, minutes in [(0, "sick", 200), (2, "vacation", 450), (2, "sick", 60)]:
                day = (week + timedelta(days=offset)).isoformat()
                leave.append({"specialist_id": phone.person, "date": day, "minutes": minutes, "kind": kind})
                ops.append(phone.op("leave", leave[-1], natural_id("leave", phone.person, day, kind)))
        bodies = []
        for _ in range(rng.randrange(25, 60)):
            made = phone.op("entry", random_entry(rng, phone.person, first))
            ops.append(made)
            bodies.append({**made["body"], "rid": made["rid"]})
        for result in phone.sync(ops):
            self.assertEqual(result["status"], "head", result)
        return self.compare(phone, phone.person, week, bodies, schedules, leave)

    def test_the_week_clocks_go_forward(self):
        self.random_week(date(2026, 3, 2), 1, [450] * 5 + [0, 0])

    def test_the_week_clocks_go_back(self):
        self.random_week(date(2025, 10, 27), 2, [450] * 5 + [0, 0])

    def test_the_week_over_the_year_s_end_with_leave(self):
        self.random_week(date(2025, 12, 29), 3, [450] * 5 + [0, 0], with_leave=True)

    def test_part_time_week(self):
        self.random_week(date(2026, 5, 4), 4, [0, 240, 0, 240, 0, 0, 0], with_leave=True)

    def test_week_without_a_schedule(self):
        self.random_week(date(2024, 2, 26), 5)

    def test_many_random_weeks_of_one_person(self):
        rng = random.Random(6)
        phone = self.device("Ana")
        pattern = [450, 450, 450, 450, 300, 0, 0]
        self.schedule("Ana", "2024-01-01", pattern)
        weeks = rng.sample([date(2024, 1, 1) + timedelta(days=7 * i) for i in range(120)], 12)
        bodies, ops = [], []
        for week in weeks:
            for _ in range(30):
                made = phone.op("entry", random_entry(rng, phone.person, own_tally.midnight_ms(week, ZoneInfo(ZONE))))
                ops.append(made)
                bodies.append({**made["body"], "rid": made["rid"]})
        rng.shuffle(ops)
        phone.sync(ops)
        for week in weeks:
            self.compare(phone, phone.person, week, bodies, [{"effective_from": "2024-01-01", "minutes": pattern}], [])
        self.verify()

    def test_this_week_with_an_entry_still_running(self):
        phone = self.device("Ana")
        self.schedule("Ana", "2024-01-01", [480] * 5 + [0, 0])
        now = int(time.time() * 1000)
        started = now - 95 * 60_000
        made = phone.op("entry", entry(phone.person, started, None, contact="in_person"))
        phone.sync([made])
        today = own_tally.datetime.fromtimestamp(now / 1000, ZoneInfo(ZONE)).date()
        week = today - timedelta(days=today.weekday())
        self.compare(phone, phone.person, week, [{**made["body"], "rid": made["rid"]}],
                     [{"effective_from": "2024-01-01", "minutes": [480] * 5 + [0, 0]}], [])
        self.compare(phone, phone.person, week + timedelta(days=7), [{**made["body"], "rid": made["rid"]}],
                     [{"effective_from": "2024-01-01", "minutes": [480] * 5 + [0, 0]}], [])

    def test_edits_and_deletes_move_time_between_weeks(self):
        phone = self.device("Ana")
        monday = own_tally.midnight_ms(date(2026, 6, 1), ZoneInfo(ZONE))
        made = phone.op("entry", entry(phone.person, monday + 9 * 3600_000, monday + 11 * 3600_000))
        phone.sync([made])
        moved = phone.op("entry", entry(phone.person, monday - 3600_000, monday + 3600_000), made["rid"])
        phone.sync([moved])
        for week, seconds in [(date(2026, 5, 25), 3600), (date(2026, 6, 1), 3600)]:
            self.assertEqual(phone.week(phone.person, week)[1]["community_s"], seconds)
        phone.sync([phone.op("entry", moved["body"], made["rid"], deleted=True)])
        for week in (date(2026, 5, 25), date(2026, 6, 1)):
            self.assertEqual(phone.week(phone.person, week)[1]["community_s"], 0)
        self.verify()

    def test_the_lead_s_week_pools_the_team(self):
        monday = own_tally.midnight_ms(date(2026, 6, 1), ZoneInfo(ZONE))
        hours = 3600_000
        for name, community in [("Ana", 5), ("Ben", 7)]:
            self.schedule(name, "2026-01-01", [600, 0, 0, 0, 0, 0, 0])
            phone = self.device(name)
            phone.sync([phone.op("entry", entry(phone.person, monday + 8 * hours, monday + (8 + community) * hours))])
        status, team = self.device("Lea").server.request(
            "GET", "/v1/team/week?start=2026-06-01", token=self.device("Lea").token)
        self.assertEqual(status, 200, team)
        self.assertEqual(team["pooled"], {"community_s": 12 * 3600, "work_s": 20 * 3600, "share": "60.0"})
        self.assertEqual(team["mean_share"], "60.0")
        self.assertNotIn(self.people["Odd"], [p["person_id"] for p in team["people"]])


class Protocol(Agency):
    def setUp(self):
        super().setUp()
        self.monday = own_tally.midnight_ms(date(2026, 6, 1), ZoneInfo(ZONE))
        self.phone = self.device("Ana")

    def visit(self, hour=9, hours=1, phone=None, **members):
        phone = phone or self.phone
        start = self.monday + hour * 3600_000
        return entry(phone.person, start, start + hours * 3600_000, **members)

    def test_a_lost_reply_to_enrolment_is_harmless_and_a_code_serves_once(self):
        code = self.server.command("enroll", "--person", self.people["Ben"])["code"]
        phone = Device(self.server, code)
        again = self.server.request("POST", "/v1/enroll", phone.enrolment)
        self.assertEqual(again[0], 200)
        self.assertEqual(again[1]["device_id"], phone.identity["device_id"])
        other = {**phone.enrolment, "token": "A" * 43}
        status, answer = self.server.request("POST", "/v1/enroll", other)
        self.assertEqual((status, answer["error"]["code"], answer["error"]["field"]), (401, "bad_code", "code"))

    def test_a_repeated_op_gets_its_first_answer(self):
        made = self.phone.op("entry", self.visit())
        first = self.phone.sync([made])
        self.assertEqual(first, self.phone.sync([made]))
        self.assertEqual(first[0]["status"], "head")
        changed = {**made, "body": self.visit(hour=12)}
        result = self.phone.sync([changed])[0]
        self.assertEqual((result["status"], result["error"]["code"]), ("invalid", "op_reused"))

    def test_a_chain_in_reverse_order_ends_in_its_newest_edit(self):
        rid, ops = new_record_id(), []
        for number in range(12):
            ops.append(self.phone.op("entry", self.visit(hour=number), rid))
        results = self.phone.sync(list(reversed(ops)))
        self.assertEqual([r["status"] for r in results], ["head"] + ["superseded"] * 11)
        self.assertEqual(self.phone.rows[rid]["op"], ops[-1]["op"])
        self.assertEqual(self.phone.week(self.phone.person, "2026-06-01")[1]["community_s"], 3600)

    def test_a_second_device_s_edit_conflicts_until_resolved(self):
        made = self.phone.op("entry", self.visit())
        self.phone.sync([made])
        tablet = self.device("Ana", "Tablet")
        tablet.sync()
        mine = self.phone.op("entry", self.visit(hour=10), made["rid"])
        theirs = tablet.op("entry", self.visit(hour=15), made["rid"])
        self.assertEqual(self.phone.sync([mine])[0]["status"], "head")
        self.assertEqual(tablet.sync([theirs])[0]["status"], "conflict")
        row = tablet.rows[made["rid"]]
        self.assertEqual(row["op"], mine["op"])
        self.assertEqual([(c["op"], c["device_name"], c["body"]) for c in row["conflicts"]],
                         [(theirs["op"], "Tablet", theirs["body"])])
        resolved = tablet.op("entry", self.visit(hour=15), made["rid"],
                             parents=[theirs["op"], mine["op"]])
        self.assertEqual(tablet.sync([resolved])[0]["status"], "head")
        self.phone.sync()
        self.assertEqual(self.phone.rows[made["rid"]]["op"], resolved["op"])
        self.assertEqual(self.phone.rows[made["rid"]]["conflicts"], [])
        status, history = self.server.request("GET", f"/v1/history/{made['rid']}", token=self.phone.token)
        self.assertEqual(status, 200)
        self.assertEqual([o["op"] for o in history["ops"]], [made["op"], mine["op"], theirs["op"], resolved["op"]])
        self.verify()

    def test_edits_of_an_approved_week_are_held_until_it_is_returned(self):
        made = self.phone.op("entry", self.visit())
        week = {"specialist_id": self.phone.person, "week_start": "2026-06-01"}
        self.phone.sync([made, self.phone.op("week", {**week, "state": "submitted"},
                                             natural_id("week", self.phone.person, "2026-06-01"))])
        lead = self.device("Lea")
        approval = natural_id("approval", self.phone.person, "2026-06-01")
        self.assertEqual(lead.sync([lead.op("approval", {**week, "state": "approved"}, approval)])[0]["status"], "head")
        self.assertEqual(self.phone.week(self.phone.person, "2026-06-01")[1]["state"], "approved")
        late = self.phone.op("entry", self.visit(hours=3), made["rid"])
        held = self.phone.sync([late])[0]
        self.assertEqual(held["status"], "held")
        self.assertEqual([h["op"] for h in self.phone.rows[made["rid"]]["held"]], [late["op"]])
        self.assertEqual(self.phone.week(self.phone.person, "2026-06-01")[1]["community_s"], 3600)
        own = self.device("Ana")
        self.assertEqual(own.sync([own.op("approval", {**week, "state": "returned"}, approval)])[0]["status"],
                         "forbidden")
        lead.sync([lead.op("approval", {**week, "state": "returned", "note": "Look at Monday"}, approval)])
        self.phone.sync()
        self.assertEqual(self.phone.rows[made["rid"]]["op"], late["op"])
        self.assertEqual(self.phone.week(self.phone.person, "2026-06-01")[1]["community_s"], 3 * 3600)
        self.assertEqual(self.phone.week(self.phone.person, "2026-06-01")[1]["state"], "returned")
        self.assertEqual(self.phone.sync([late])[0], held)
        self.verify()

    def test_unknown_members_survive_a_round_trip(self):
        body = {**self.visit(), "mood": {"from": ["a", "newer", {"app": 2}]}}
        made = self.phone.op("entry", body)
        self.phone.sync([made])
        tablet = self.device("Ana")
        tablet.sync()
        self.assertEqual(tablet.rows[made["rid"]]["body"], body)

    def test_every_refusal_names_its_field_and_blocks_nobody(self):
        hour = 3600_000
        good = self.visit()
        cases = [
            ({**good, "ends_at": good["starts_at"] - 1}, "ends_at"),
            ({**good, "ends_at": good["starts_at"] + 24 * hour + 1}, "ends_at"),
            ({**good, "starts_at": int(time.time() * 1000) + 25 * hour, "ends_at": None}, "starts_at"),
            ({**good, "starts_at": 946_684_799_999, "ends_at": None}, "starts_at"),
            ({**good, "activity": "napping"}, "activity"),
            ({**good, "place": "moon"}, "place"),
            ({**good, "contact": "telepathy"}, "contact"),
            ({**good, "program": "unknown"}, "program"),
            ({**good, "participant_id": "not-a-uuid"}, "participant_id"),
            ({**good, "employer_id": new_record_id().upper()}, "employer_id"),
            ({**good, "note": "x" * 2001}, "note"),
            ({**good, "starts_at": 1.5}, "starts_at"),
            ({**good, "start_tag": {"at": 1, "lat": 90.1, "lon": 0, "accuracy_m": None, "source": "gps"}},
             "start_tag.lat"),
            ({**good, "end_tag": {"absent": "lazy"}}, "end_tag.absent"),
            ({k: v for k, v in good.items() if k != "activity"}, "activity"),
        ]
        kept = [{**good, "note": "é" * 2000}, {**good, "ends_at": good["starts_at"]},
                {k: v for k, v in good.items() if k not in ("place", "contact")}]
        ops = [self.phone.op("entry", body) for body, _ in cases] + [self.phone.op("entry", body) for body in kept]
        results = self.phone.sync(ops)
        for (body, field), result in zip(cases, results):
            self.assertEqual((result["status"], result["seq"], result["chain"]), ("invalid", None, None), body)
            self.assertEqual(result["error"]["field"], field)
            self.assertTrue(result["error"]["message"].endswith("."))
        self.assertEqual([r["status"] for r in results[len(cases):]], ["head"] * len(kept))
        self.assertEqual(self.phone.sync(ops), results)
        wrong_rid = self.phone.op("leave", {"specialist_id": self.phone.person, "date": "2026-06-01", "minutes": 60,
                                            "kind": "sick"})
        big = self.phone.op("entry", {**good, "padding": "x" * 17_000})
        results = self.phone.sync([wrong_rid, big])
        self.assertEqual(results[0]["error"]["field"], "rid")
        self.assertEqual((results[1]["status"], results[1]["error"]["code"]), ("invalid", "too_large"))
        self.verify()

    def test_nobody_writes_what_is_not_theirs(self):
        other = self.device("Ben")
        mine = self.phone.op("entry", self.visit())
        self.phone.sync([mine])
        stolen = other.op("entry", self.visit(hour=3), mine["rid"])
        self.assertEqual(other.sync([stolen])[0]["status"], "forbidden")
        for name in ("Lea", "Ada", "Odd"):
            them = self.device(name)
            self.assertEqual(them.sync([them.op("entry", self.visit(hour=4))])[0]["status"], "forbidden")
            self.assertNotIn(mine["rid"], them.rows)
        statuses = {name: self.device(name).week(self.phone.person, "2026-06-01")[0]
                    for name in ("Ana", "Ben", "Lea", "Odd", "Ada")}
        self.assertEqual(statuses, {"Ana": 200, "Ben": 403, "Lea": 200, "Odd": 403, "Ada": 403})

    def test_pages_of_one_row_bring_everything_once(self):
        ops = [self.phone.op("entry", self.visit(hour=h)) for h in range(7)]
        self.phone.sync(ops)
        tablet = self.device("Ana")
        seen, more = [], True
        while more:
            answer = tablet.sync_once(limit=1)
            self.assertLessEqual(len(answer["rows"]), 1)
            seen += [row["rid"] for row in answer["rows"]]
            more = answer["more"]
        self.assertEqual(len(seen), len(set(seen)))
        self.assertLessEqual({op["rid"] for op in ops}, set(seen))

    def test_a_restored_server_is_found_out(self):
        backup = self.server.folder + "/backup.db"
        self.phone.sync([self.phone.op("entry", self.visit())])
        self.server.command("backup", "--to", backup)
        later = self.phone.op("entry", self.visit(hour=14))
        answer = self.phone.sync_once([later])
        self.assertGreater(answer["results"][0]["seq"], answer["safe_seq"])
        self.assertGreater(answer["safe_seq"], 0)
        self.server.stop()
        self.server.command("restore", "--from", backup, "--force")
        self.server.start()
        self.assertTrue(self.phone.sync_once()["diverged"])
        self.assertEqual(self.phone.sync([later])[0]["status"], "head")
        self.verify()

    def test_requests_that_are_refused(self):
        ask = self.server.request
        good = self.phone.request_body([])
        token = self.phone.token
        cases = [
            (ask("POST", "/v1/sync", good), 401, "unauthorized"),
            (ask("POST", "/v1/sync", good, "B" * 43), 401, "unauthorized"),
            (ask("POST", "/v1/sync", b"{", token), 400, "bad_json"),
            (ask("POST", "/v1/sync", b"[]", token), 400, "bad_request"),
            (ask("POST", "/v1/sync", {**good, "limit": 501}, token), 400, "bad_request"),
            (ask("POST", "/v1/sync", {**good, "protocol": 99}, token), 426, "upgrade_required"),
            (ask("POST", "/v1/sync", {**good, "ops": [{}] * 201}, token), 413, "too_large"),
            (ask("POST", "/v1/sync", b" " * (256 * 1024 + 1), token), 413, "too_large"),
            (ask("GET", "/v1/sync", None, token), 405, None),
            (ask("GET", "/v1/nothing", None, token), 404, "not_found"),
            (ask("GET", "/v1/people/" + self.phone.person + "/week?start=2026-06-02", None, token), 400, "bad_request"),
            (ask("POST", "/v1/sync", b"{}", token, {"Content-Encoding": "gzip"}), 415, None),
        ]
        for (status, answer), expected, code in cases:
            self.assertEqual(status, expected, answer)
            self.assertIn("message", answer["error"])
            if code:
                self.assertEqual(answer["error"]["code"], code)
        self.assertEqual(ask("GET", "/v1/health")[1]["status"], "ok")

    def test_a_delete_and_an_edit_that_did_not_know_of_each_other_conflict(self):
        made = self.phone.op("entry", self.visit())
        self.phone.sync([made])
        tablet = self.device("Ana", "Tablet")
        tablet.sync()
        gone = self.phone.op("entry", self.visit(), made["rid"], deleted=True)
        edit = tablet.op("entry", self.visit(hour=15), made["rid"])
        self.assertEqual(self.phone.sync([gone])[0]["status"], "head")
        self.assertEqual(tablet.sync([edit])[0]["status"], "conflict")
        self.assertTrue(tablet.rows[made["rid"]]["deleted"])
        self.assertEqual(self.phone.week(self.phone.person, "2026-06-01")[1]["community_s"], 0)
        kept = tablet.op("entry", self.visit(hour=15), made["rid"], parents=[edit["op"], gone["op"]])
        self.assertEqual(tablet.sync([kept])[0]["status"], "head")
        self.assertEqual(self.phone.week(self.phone.person, "2026-06-01")[1]["community_s"], 3600)
        self.verify()

    def test_the_head_s_own_content_is_late_news_unless_it_names_the_head(self):
        made = self.phone.op("entry", self.visit())
        self.phone.sync([made])
        again = {**made, "op": str(uuid.uuid4()), "body": dict(reversed(made["body"].items()))}
        self.assertEqual(self.phone.sync([again])[0]["status"], "superseded")
        erased = {**again, "op": str(uuid.uuid4()), "deleted": True}
        self.assertEqual(self.phone.sync([erased])[0]["status"], "conflict")
        named = {**again, "op": str(uuid.uuid4()), "anc": [made["op"], erased["op"]]}
        self.assertEqual(self.phone.sync([named])[0]["status"], "head")
        self.assertEqual(self.phone.rows[made["rid"]]["conflicts"], [])

    def test_more_than_sixteen_edits_in_reverse_lose_none(self):
        rid = new_record_id()
        ops = [self.phone.op("entry", self.visit(hour=number), rid) for number in range(20)]
        statuses = [r["status"] for r in self.phone.sync(list(reversed(ops)))]
        # The head knows its last 16; the one before those is kept beside it, and knows the rest.
        self.assertEqual(statuses, ["head"] + ["superseded"] * 16 + ["conflict"] + ["superseded"] * 2)
        self.assertEqual([c["op"] for c in self.phone.rows[rid]["conflicts"]], [ops[2]["op"]])
        self.verify()

    def test_a_record_with_only_held_ops_is_its_writer_s(self):
        lead, other = self.device("Lea"), self.device("Ben")
        approval = natural_id("approval", self.phone.person, "2026-06-01")
        lead.sync([lead.op("approval", {"specialist_id": self.phone.person, "week_start": "2026-06-01",
                                        "state": "approved"}, approval)])
        held = self.phone.op("entry", self.visit(note="Mine alone"))
        self.assertEqual(self.phone.sync([held])[0]["status"], "held")
        row = self.phone.rows[held["rid"]]
        self.assertEqual((row["op"], row["body"], [h["op"] for h in row["held"]]), (None, None, [held["op"]]))
        taken = other.op("entry", entry(other.person, self.monday + 9 * 86_400_000, None), held["rid"])
        self.assertEqual(other.sync([taken])[0]["status"], "forbidden")
        self.assertNotIn(held["rid"], other.rows)

    def test_no_day_makes_a_week_that_cannot_be_kept(self):
        days = ["0000-01-01", "0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31"]
        ops = [self.phone.op("leave", {"specialist_id": self.phone.person, "date": day, "minutes": 60, "kind": "sick"},
                             natural_id("leave", self.phone.person, day, "sick"))
               for day in [*days, "1900-01-01", "2999-12-31"]]
        results = self.phone.sync(ops)
        for result in results[:len(days)]:
            self.assertEqual((result["status"], result["error"]["field"]), ("invalid", "date"))
        self.assertEqual([r["status"] for r in results[len(days):]], ["head", "head"])
        self.verify()

    def test_marks_that_lie_on_no_chain_are_found_before_anything_is_applied(self):
        high = self.phone.sync_once()["high"]
        wrong = [{"seq": high["seq"] + 1, "chain": high["chain"]}, {"seq": high["seq"] - 1, "chain": high["chain"]},
                 {"seq": high["seq"], "chain": "0" * 64}, {"seq": high["seq"], "chain": None},
                 {"seq": 0, "chain": high["chain"]}]
        for mark in wrong:
            for name in ("cursor", "high"):
                ops = [self.phone.op("entry", self.visit())]
                body = {**self.phone.request_body(ops, scope=77), name: mark}
                status, answer = self.server.request("POST", "/v1/sync", body, self.phone.token)
                self.assertEqual((status, answer.get("diverged")), (200, True), mark)
                self.assertNotIn("results", answer)
        self.assertEqual(self.phone.sync_once()["high"], high)

    def test_limits_hold_to_the_byte(self):
        def request(ops, size=None):
            text = json.dumps(self.phone.request_body(ops), separators=(",", ":")).encode()
            return self.server.request("POST", "/v1/sync", text + b" " * ((size or len(text)) - len(text)),
                                       self.phone.token)

        def op_of(size):
            op = self.phone.op("entry", self.visit(padding=""))
            op["body"]["padding"] = "x" * (size - len(json.dumps(op, separators=(",", ":"))))
            return op

        self.assertEqual(request([], 262_144)[0], 200)
        self.assertEqual(request([], 262_145)[0], 413)
        self.assertEqual(request([op_of(16_384)])[1]["results"][0]["status"], "head")
        self.assertEqual(request([op_of(16_385)])[1]["results"][0]["error"]["code"], "too_large")
        self.assertEqual(len(request([self.phone.op("entry", self.visit()) for _ in range(200)])[1]["results"]), 200)
        self.assertEqual(request([{}] * 201)[0], 413)
        note = self.phone.op("entry", self.visit(note="\U0001f600" * 2000))
        long = self.phone.op("entry", self.visit(note="\U0001f600" * 2001))
        self.assertEqual([r["status"] for r in self.phone.sync([note, long])], ["head", "invalid"])

    def test_killed_under_load_it_loses_nothing_acknowledged(self):
        acknowledged, lock, rng = [], threading.Lock(), random.Random(9)
        for round_number in range(4):
            phones = [self.device(name) for name in ("Ana", "Ben", "Ana", "Ben")]
            stop = threading.Event()

            def push(phone):
                while not stop.is_set():
                    ops = [phone.op("entry", self.visit(hour=rng.randrange(20), phone=phone)) for _ in range(5)]
                    try:
                        status, answer = self.server.request("POST", "/v1/sync", phone.request_body(ops), phone.token)
                    except Exception:
                        return
                    if status == 200 and answer.get("results"):
                        with lock:
                            acknowledged.extend((phone.token, op, result) for op, result in
                                                zip(ops, answer["results"]))

            threads = [threading.Thread(target=push, args=(phone,)) for phone in phones]
            target = len(acknowledged) + 40 + rng.randrange(200)
            for thread in threads:
                thread.start()
            while len(acknowledged) < target and any(t.is_alive() for t in threads):
                threads[0].join(0.005)
            self.server.kill()
            stop.set()
            for thread in threads:
                thread.join()
            self.server.start()
        self.assertGreater(len(acknowledged), 160)
        for token, op, result in acknowledged:
            status, history = self.server.request("GET", f"/v1/history/{op['rid']}", token=token)
            self.assertEqual(status, 200)
            self.assertEqual([(o["op"], o["seq"]) for o in history["ops"]], [(op["op"], result["seq"])])
        self.verify()


class DevicesOnTheCommandLine(Agency):
    """Beside the running server and without one: `command` goes to the server where one runs."""

    def listed(self, device):
        return next(one for one in self.server.command("device", "list")["devices"]
                    if one["device_id"] == device.identity["device_id"])

    def order(self, word, device, *more):
        done = self.server.command("device", word, "--device", device.identity["device_id"], *more)
        self.assertEqual(done["device_id"], device.identity["device_id"])
        return done

    def heard(self, device, **changes):
        return self.server.request("POST", "/v1/sync", device.request_body([], **changes), device.token)

    def test_an_order_to_erase_is_given_changed_taken_back_and_confirmed(self):
        phone = self.device("Ana", "Ana's phone")
        phone.sync()
        for when in ("drained", "now"):
            self.assertEqual(self.order("wipe", phone, "--when", when)["wipe"], when)
            self.assertEqual(self.listed(phone)["wipe"], when)
            self.assertEqual(self.heard(phone)[1]["wipe"], when)
        self.assertEqual(self.order("wipe", phone, "--when", "none")["wipe"], "none")
        self.assertNotIn("wipe", self.heard(phone)[1])
        # Without the server, too; the phone hears it when there is one again.
        self.server.stop()
        self.order("wipe", phone, "--when", "now")
        self.server.start()
        self.assertEqual(self.heard(phone)[1]["wipe"], "now")
        self.assertIsNone(self.listed(phone)["wiped_at"])
        self.assertEqual(self.heard(phone, wiped=True)[0], 200)
        self.assertIsNotNone(self.listed(phone)["wiped_at"])

    def test_a_revoked_device_is_refused_and_still_erases_itself_when_told(self):
        phone, tablet = self.device("Ana", "Ana's phone"), self.device("Ana", "Ana's tablet")
        start = own_tally.midnight_ms(date(2026, 6, 1), ZoneInfo(ZONE))
        for device in (phone, tablet):
            sent = device.op("entry", entry(device.person, start, start + 3600_000))
            self.assertEqual(device.sync([sent])[0]["status"], "head")
        self.order("revoke", phone)
        self.order("revoke", phone)   # said twice, done once
        self.assertIsNotNone(self.listed(phone)["revoked_at"])
        self.assertEqual(self.listed(tablet)["revoked_at"], None)
        status, answer = self.heard(phone)
        self.assertEqual((status, answer["error"]["code"]), (401, "device_revoked"))
        self.assertNotIn("wipe", answer)
        self.assertEqual(self.heard(tablet)[0], 200)
        self.order("wipe", phone, "--when", "now")
        self.assertEqual(self.heard(phone)[1]["wipe"], "now")
        self.heard(phone, wiped=True)
        self.assertIsNotNone(self.listed(phone)["wiped_at"])
        trail = [row["action"] for row in self.server.command("audit")["rows"]]
        self.assertEqual([trail.count(action) for action in ("device_revoked", "wipe_ordered", "device_wiped")],
                         [1, 1, 1])
        self.verify()


class RandomOps(Agency):
    """Ops that know of each other at random, in weeks that are approved and returned at random."""

    WEEKS = [date(2026, 6, 1) + timedelta(days=7 * i) for i in range(3)]

    def weeks_of(self, body):
        last = max(body["starts_at"], body["ends_at"] - 1)
        return {i for i in range(3) if body["starts_at"] < self.edges[i + 1] and last >= self.edges[i]}

    def random_op(self, rng, made, rids, person, rules):
        rid = rng.choice(rids)
        earlier = [op["op"] for op in made if op["rid"] == rid][-12:]
        known = rng.sample(earlier, rng.randrange(min(4, len(earlier) + 1)))
        record = rules.records.get(rid)
        if record and record.head and rng.random() < .5:
            known.append(record.head)
        if record and record.conflicts and rng.random() < .3:
            known += rng.sample(record.conflicts, rng.randrange(1, len(record.conflicts) + 1))
        rng.shuffle(known)
        cut = rng.randrange(len(known) + 1)
        start = rng.choice([self.edges[0], self.edges[1], self.edges[2], self.edges[1] - 1_800_000])
        body = entry(person, start, start + rng.choice([3_600_000, 1_800_000, 0]))
        return {"op": str(uuid.UUID(int=rng.getrandbits(128), version=4)), "rid": rid, "type": "entry",
                "parents": list(dict.fromkeys(known[:cut])), "anc": list(dict.fromkeys(known[cut:]))[:16],
                "deleted": rng.random() < .15, "body": body}

    def run_seed(self, seed):
        rng = random.Random(seed)
        days = [*self.WEEKS, self.WEEKS[-1] + timedelta(days=7)]
        self.edges = [own_tally.midnight_ms(day, ZoneInfo(ZONE)) for day in days]
        phone, lead = self.device("Ana"), self.device("Lea")
        lead.sync()
        rules = own_rules.Rules(phone.sync_once()["high"]["seq"], self.weeks_of)
        rids, made, approvals = [new_record_id() for _ in range(6)], [], {}
        for step in range(120):
            batch = []
            for _ in range(rng.randrange(1, 8)):
                if made and rng.random() < .12:
                    batch.append(rng.choice(made))  # once more
                else:
                    batch.append(self.random_op(rng, made, rids, phone.person, rules))
                    made.append(batch[-1])
            wanted = [rules.push(op) for op in batch]
            everything = phone.request_body(batch, scope=None, cursor={"seq": 0, "chain": None})
            answer = self.server.request("POST", "/v1/sync", everything, phone.token)[1]
            self.assertEqual([(r["status"], r["seq"]) for r in answer["results"]], wanted, f"seed {seed} step {step}")
            rows = {row["rid"]: row for row in answer["rows"]}
            for rid, record in rules.records.items():
                row = rows[rid]
                self.assertEqual((row["op"], row["seq"]), (record.head, record.seq), f"seed {seed} step {step}")
                for name, ops in (("conflicts", record.conflicts), ("held", record.held)):
                    self.assertEqual(sorted(o["op"] for o in row[name]), sorted(ops), f"seed {seed} step {step}")
            if rng.random() < .25:
                week, state = rng.randrange(3), rng.choice(["approved", "returned"])
                start = self.WEEKS[week].isoformat()
                known = approvals.get(week, [])
                op = lead.op("approval", {"specialist_id": phone.person, "week_start": start, "state": state,
                                          "note": str(step)}, natural_id("approval", phone.person, start), parents=known)
                rules.approve(week) if state == "approved" else rules.give_back(week)
                approvals[week] = [op["op"]]
                self.assertEqual(lead.sync([op])[0]["status"], "head")
        self.verify()

    def test_random_ops_end_as_another_reading_of_the_rules_says(self):
        self.run_seed(1)

    def test_other_random_ops_do_too(self):
        self.run_seed(2)


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.server = Server(BINARY)
        self.addCleanup(shutil.rmtree, self.server.folder, True)

    def test_refusals_have_their_exit_codes_and_change_nothing(self):
        self.server.command("init", "--agency", "A", "--zone", "Mars/Olympus", code=2)
        self.server.command("init", "--agency", "A", "--zone", ZONE)
        with open(self.server.db, "rb") as file:
            before = file.read()
        self.server.command("init", "--agency", "A", "--zone", ZONE, code=3)
        self.server.command("serve", "--listen", "0.0.0.0:0", code=2)
        self.server.command("backup", "--to", self.server.db, code=3)
        self.server.command("frobnicate", code=2)
        with open(self.server.db, "rb") as file:
            self.assertEqual(before, file.read())
        missing = copy.copy(self.server)
        missing.db = self.server.folder + "/absent.db"
        missing.command("verify", code=3)

    def test_json_may_stand_anywhere_and_a_link_names_its_file(self):
        self.server.command("init", "--agency", "A", "--zone", ZONE)
        link = self.server.folder + "/link.db"
        os.symlink(self.server.db, link)
        self.server.start()
        self.addCleanup(self.server.stop)
        for words in (["--json", "user", "--db", link, "list"], ["user", "--json", "--db", link, "list"],
                      ["user", "--db", link, "list", "--json"]):
            done = subprocess.run([BINARY, *words], capture_output=True, text=True, timeout=60)
            self.assertEqual((done.returncode, json.loads(done.stdout)), (0, {"people": []}))
        second = copy.copy(self.server)
        second.db = link
        second.command("serve", "--listen", "127.0.0.1:0", code=3)

    def test_a_killed_server_s_log_goes_with_its_store_and_with_no_other(self):
        def seq(path):
            with sqlite3.connect(path) as store:
                return store.execute("SELECT max(seq) FROM log").fetchone()[0]

        backup, again = self.server.folder + "/backup.db", self.server.folder + "/again.db"
        self.server.command("init", "--agency", "A", "--zone", ZONE)
        self.server.command("backup", "--to", backup)
        self.server.start()
        self.server.command("user", "add", "--name", "Ana", "--role", "specialist")
        self.server.kill()
        self.server.command("restore", "--from", backup, "--force")
        self.assertEqual(seq(self.server.db), 1)
        other = copy.copy(self.server)
        other.db = again
        other.command("restore", "--from", self.server.db + ".before-restore")
        self.assertEqual(seq(again), 2)
        # The file is lost, its log is not: it must not be played into the backup put in its place.
        self.server.start()
        self.server.command("user", "add", "--name", "Ben", "--role", "specialist")
        self.server.kill()
        os.remove(self.server.db)
        self.server.command("init", "--agency", "B", "--zone", ZONE, code=3)
        self.server.command("restore", "--from", backup)
        self.assertEqual(seq(self.server.db), 1)
        self.assertEqual(self.server.command("verify"), {"ok": True, "faults": []})

    def test_verify_exits_1_with_the_faults_of_a_tampered_file(self):
        self.server.command("init", "--agency", "A", "--zone", ZONE)
        whole = self.server.folder + "/whole.db"
        shutil.copy(self.server.db, whole)
        for damage in ("UPDATE ops SET payload = replace(payload, '65', '66')", "DELETE FROM log",
                       "DROP TABLE tallies", "UPDATE ops SET payload = 'noise'"):
            shutil.copy(whole, self.server.db)
            with sqlite3.connect(self.server.db) as store:
                store.executescript(damage)
            store.close()
            answer = self.server.command("verify", code=1)
            self.assertFalse(answer["ok"], damage)
            self.assertTrue(answer["faults"], damage)

    def test_a_full_disk_refuses_and_loses_nothing(self):
        self.server.command("init", "--agency", "A", "--zone", ZONE)
        person = self.server.command("user", "add", "--name", "Ana", "--role", "specialist")["person_id"]
        self.server.start()
        self.addCleanup(lambda: self.server.stop())
        phone = Device(self.server, self.server.command("enroll", "--person", person)["code"])
        phone.sync()
        self.server.stop()

        def push():
            start = own_tally.midnight_ms(date(2026, 6, 1), ZoneInfo(ZONE))
            ops = [phone.op("entry", entry(person, start, start + 60_000, note="n" * 1500)) for _ in range(20)]
            status, answer = self.server.request("POST", "/v1/sync", phone.request_body(ops, limit=1), phone.token)
            if status == 200:
                acknowledged.extend((op["op"], result["seq"]) for op, result in zip(ops, answer["results"]))
            return status

        # No file may grow past a megabyte: a limit is what every machine can set on itself.
        acknowledged = []
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, before[1]))
        try:
            self.server.start()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        statuses = [push() for _ in range(60)]
        self.assertEqual(set(statuses), {200, 503})
        self.assertEqual(self.server.request("GET", "/v1/health")[0], 200)
        self.assertEqual(self.server.stop(), 0)
        self.server.start()
        self.assertEqual(push(), 200)
        with sqlite3.connect(self.server.db) as store:
            kept = {(str(uuid.UUID(bytes=op)), seq) for op, seq in store.execute("SELECT op, seq FROM ops")}
        self.assertLessEqual(set(acknowledged), kept)
        self.assertEqual(self.server.command("verify"), {"ok": True, "faults": []})

    def test_a_sample_agency_verifies(self):
        self.server.command("demo", "--specialists", "4", "--weeks", "6", "--seed", "3")
        self.assertEqual(self.server.command("verify"), {"ok": True, "faults": []})
        self.server.start()
        self.assertEqual(self.server.stop(), 0)


if __name__ == "__main__":
    BINARY = sys.argv.pop(1)
    unittest.main()
