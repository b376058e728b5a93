"""What a lead and an admin do on the pages, in a browser without scripts, and a disk that dies: the journal brings it
back (sync.md, invariant 9; no phone holds any of it).

    python3 tests/outside/desk_drill.py build/dev/bin/waymark-server [unittest options]
"""
import re
import sys
import unittest

sys.path.insert(0, __file__.rsplit("/", 1)[0])
import drill  # noqa: E402
from client import natural_id  # noqa: E402
from drill import Drill, visit  # noqa: E402
from keeping_phone import KeepingPhone  # noqa: E402
from reader import Reader  # noqa: E402

WEEK = "2026-06-01"
PASSWORD, OWN_PASSWORD = "correct horse battery", "another good phrase"


class TheDesk(Drill):
    def setUp(self):
        super().setUp()
        for name in ("Lea", "Ada"):
            self.server.command("user", "login", "--person", self.people[name], "--login", name.lower(),
                                "--password-stdin", stdin=PASSWORD + "\n")

    def reader(self, name, password=PASSWORD):
        reader = Reader(self.server)
        page = reader.sign_in(name.lower(), password)
        self.assertEqual(page.status, 200)
        self.assertNotIn("/sign-in", page.address)
        return reader

    def week_of(self, name):
        return f"/people/{self.people[name]}?week={WEEK}"

    def submitted(self, name):
        phone = self.phone(name, f"{name}'s phone").settle()
        for day in range(5):
            phone.edit("entry", visit(phone.person, 24 * day + 9, 8 if day < 4 else 3))
        week = natural_id("week", phone.person, WEEK)
        phone.edit("week", {"specialist_id": phone.person, "week_start": WEEK, "state": "submitted"}, week)
        return phone.settle()

    def changed(self, page, *words):
        self.assertEqual(page.status, 200, page.words())
        for word in words:
            self.assertIn(word, page.words())
        return page

    def the_lead_works(self, lea, ana):
        """Approves, returns and holds; a participant, a schedule, leave."""
        lea.get(self.week_of("Ana"))
        self.changed(lea.send("/approve"), "Approved")
        lea.get(self.week_of("Ben"))
        self.changed(lea.send("/return", note="Friday afternoon is missing"), "Friday afternoon is missing")
        longer = visit(ana.person, 24 * 4 + 9, 8)
        friday = next(op for op, _ in ana.outbox if op["body"].get("starts_at") == longer["starts_at"])
        ana.edit("entry", longer, friday["rid"])
        ana.settle()
        self.assertEqual(ana.told[ana.outbox[-1][0]["op"]]["status"], "held")
        self.changed(lea.get(self.week_of("Ana")), "Held for you")
        lea.get("/participants/new")
        self.changed(lea.send("/participants/new", code="P-31", program="pros", status="active",
                              entered_on="2026-05-04", specialist_id=self.people["Ana"]))
        self.changed(lea.get("/participants"), "P-31")
        lea.get(f"/people/{self.people['Ben']}/time")
        self.changed(lea.send("/schedule", effective_from="2026-07-06", mon="8", tue="7.5"), "6 July 2026", "7.5")
        self.changed(lea.send("/leave", date="2026-11-02", kind="vacation", hours="4"))

    def the_admin_works(self, ada, bens_phone):
        """Somebody new with a sign-in and a code, a holiday, a place, a policy, a phone that is lost. The code."""
        ada.get("/admin/people/new")
        self.changed(ada.send("/admin/people", name="Eve", role="lead", team="North", login="eve"), "Eve")
        eve = self.people["Eve"] = next(p["person_id"] for p in self.people_listed() if p["name"] == "Eve")
        ada.get(f"/admin/people/{eve}")
        link = re.search(r"/password/[\w-]+", ada.send("/password-link").source).group()
        eves = Reader(self.server)
        eves.get(link)
        self.changed(eves.send(link, password=OWN_PASSWORD, again=OWN_PASSWORD))
        ada.get("/admin/holidays")
        self.changed(ada.send("/admin/holidays", date="2026-12-24"), "24 Dec 2026")
        ada.get("/admin/places")
        self.changed(ada.send("/admin/places", name="Library", kind="library", lat="40.7", lon="-74.0", radius_m="80"),
                     "Library")
        ada.get("/admin/policy")
        self.changed(ada.send("/admin/policy/preview", effective_from="2027-01-04", minimum_percent="55"), "55")
        self.changed(ada.send("/admin/policy"), "55")
        ada.get(f"/admin/devices/{bens_phone}/revoke")
        self.changed(ada.send("/revoke"), "Revoked")
        ada.get("/admin/enrol")
        code = self.changed(ada.send("/admin/enrol", person=eve))
        return re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}(?:-[0-9A-Z]{4})?", code.words()).group()

    def seen(self, lea, ada):
        """What the pages say, each with its address, and the table that a lead downloads."""
        ben, eve = self.people["Ben"], self.people["Eve"]
        pages = {address: lea.get(address).words() for address in
                 (f"/team?week={WEEK}", self.week_of("Ana"), self.week_of("Ben"), "/participants", "/schedules",
                  f"/people/{ben}/time")}
        pages.update({address: ada.get(address).words() for address in
                      ("/admin/people", f"/admin/people/{eve}", "/admin/holidays", "/admin/places", "/admin/policy")})
        pages["table"] = lea.file(f"/team.csv?week={WEEK}").decode()
        return pages

    def trail(self, ada):
        return ada.get("/admin/audit").words().split("What or whomDetail", 1)[1].strip()

    def test_what_was_done_on_the_pages_after_the_backup_comes_back_through_the_journal(self):
        ana, ben = self.submitted("Ana"), self.submitted("Ben")
        backup = self.server.command("backup", "--to", self.backup)["seq"]
        lea, ada = self.reader("Lea"), self.reader("Ada")
        self.the_lead_works(lea, ana)
        code = self.the_admin_works(ada, ben.identity["device_id"])
        pages, trail = self.seen(lea, ada), self.trail(ada)

        self.server.kill()
        before = self.log()
        self.lose_the_store()
        report = self.restore("--journal", self.journal)
        self.assertEqual((report["from_backup"], report["left_out"], report["stopped"], report["must_enrol"]),
                         (backup, 0, None, 0))
        self.assertGreaterEqual(report["from_journal"], 8)
        self.assertEqual(self.log(), before)
        self.whole()
        self.server.start("--journal", self.journal)

        # Everybody signs in anew and finds what they left.
        for reader in (lea, ada):
            self.assertIn("Sign in", reader.get("/team").words())
        lea, ada = self.reader("Lea"), self.reader("Ada")
        self.maxDiff = None
        self.assertEqual(self.seen(lea, ada), pages)
        self.assertTrue(self.trail(ada).endswith(trail))   # above it stands who signed in since
        self.reader("Eve", OWN_PASSWORD)
        KeepingPhone(self.server, code, "Eve's phone").settle()
        self.assertEqual(ana.settle().diverged, 0)
        status, answer = self.server.request("POST", "/v1/sync", ben.request_body([]), ben.token)
        self.assertEqual((status, answer["error"]["code"]), (401, "device_revoked"))
        # What the approval held is let in by the lead, as it would have been.
        lea.get(self.week_of("Ana"))
        self.changed(lea.send("/return", note="Friday was longer"), "40 h 00 m of 40 h 00 m")
        self.whole()


if __name__ == "__main__":
    drill.BINARY = sys.argv.pop(1)
    unittest.main()
