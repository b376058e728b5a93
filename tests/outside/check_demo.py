"""The demo as a stranger runs it on a machine without a display: it plays a field day, then its server goes on, at the
address and with the sign-ins that it says, until Ctrl-C.

    python3 tests/outside/check_demo.py scripts/demo DIRECTORY PROGRAMS
"""
import http.client
import os
import re
import signal
import subprocess
import sys
import types
import unittest

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from reader import Reader  # noqa: E402

SCRIPT, DIRECTORY, PROGRAMS = sys.argv[1:4]


class TheDemo(unittest.TestCase):
    def setUp(self):
        without_display = {name: value for name, value in os.environ.items()
                           if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        self.demo = subprocess.Popen([SCRIPT, "--into", DIRECTORY, "--programs", PROGRAMS], env=without_display,
                                     stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                     text=True, start_new_session=True,
                                     preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
        self.addCleanup(self.end)

    def end(self):
        if self.demo.poll() is None:
            os.killpg(self.demo.pid, signal.SIGKILL)
        self.demo.stdout.close()
        self.demo.wait()

    def said_until(self, words):
        said = []
        for line in self.demo.stdout:
            said.append(line)
            if words in line:
                return "".join(said)
        self.fail(f"the demo ended without “{words}”:\n{''.join(said)}")

    def test_the_server_goes_on_after_the_field_day_and_lets_everybody_in_who_is_said_to_be_let_in(self):
        said = self.said_until("From another machine")
        self.assertIn("Nothing was lost on the way", said)
        port = int(re.search(r"pages for leads and admins are at http://127\.0\.0\.1:(\d+)", said).group(1))
        sign_ins = re.findall(r"^  (lead|admin).*?  +(\S+)   password (\S+)$", said, re.MULTILINE)
        self.assertEqual([role for role, _, _ in sign_ins], ["lead", "lead", "admin"])
        for role, login, password in sign_ins:
            reader = Reader(types.SimpleNamespace(port=port))
            page = reader.sign_in(login, password)
            self.assertEqual(page.status, 200)
            self.assertIn("Needs attention" if role == "lead" else "Audit trail", page.words())

        os.killpg(self.demo.pid, signal.SIGINT)
        self.assertIn("The server is stopped. Again:", self.demo.stdout.read())
        self.assertEqual(self.demo.wait(), 0)
        with self.assertRaises(ConnectionRefusedError):
            http.client.HTTPConnection("127.0.0.1", port).request("GET", "/sign-in")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
