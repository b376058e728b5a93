"""A client written from the protocol's description alone, with Python's standard library."""
import base64
import http.client
import json
import os
import secrets
import signal
import subprocess
import tempfile
import time
import uuid

NAMESPACE = uuid.UUID("c2f7dece-e263-50d8-ba81-6db6433833df")


def new_record_id():
    """UUID version 7."""
    ms = int(time.time() * 1000)
    value = (ms << 80) | (0x7 << 76) | (secrets.randbits(12) << 64) | (0b10 << 62) | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def natural_id(*parts):
    return str(uuid.uuid5(NAMESPACE, "|".join(str(p) for p in parts)))


class Server:
    """A waymark-server of its own on a free port, with its own database."""

    def __init__(self, binary, folder=None):
        self.binary = binary
        self.folder = folder or tempfile.mkdtemp(prefix="waymark-outside-")
        self.db = os.path.join(self.folder, "agency.db")
        self.process = None
        self.port = None

    def command(self, *words, code=0, stdin=None):
        """Runs `waymark-server WORD --db FILE WORDS… --json`; returns its one JSON object."""
        line = [self.binary, words[0], "--db", self.db, *map(str, words[1:]), "--json"]
        done = subprocess.run(line, capture_output=True, text=True, input=stdin, timeout=120)
        assert done.returncode == code, f"{line}: exit {done.returncode}, not {code}\n{done.stdout}\n{done.stderr}"
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def start(self, *options):
        self.log = open(os.path.join(self.folder, "server.log"), "ab")
        self.process = subprocess.Popen(
            [self.binary, "serve", "--db", self.db, "--listen", "127.0.0.1:0", *options],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        assert line.startswith("listening on http://127.0.0.1:"), f"not ready: {line!r}"
        self.port = int(line.rsplit(":", 1)[1])

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            code = self.process.wait(15)
            self.process.stdout.close()
            self.log.close()
            self.process = None
            return code

    def kill(self):
        self.process.kill()
        self.process.wait(15)
        self.process.stdout.close()
        self.log.close()
        self.process = None

    def request(self, method, path, body=None, token=None, headers=None):
        """(status, JSON answer). `body` may be a value or ready bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            head = dict(headers or {})
            if token:
                head["Authorization"] = "Bearer " + token
            data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
            if data is not None:
                head.setdefault("Content-Type", "application/json")
            connection.request(method, path, body=data, headers=head)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read() or b"null")
        finally:
            connection.close()


class Device:
    """A phone: a token, a cursor, and the tips of the records it has edited."""

    def __init__(self, server, code, name="Outside phone"):
        self.server = server
        self.token = base64.urlsafe_b64encode(secrets.token_bytes(32)).rstrip(b"=").decode()
        self.enrolment = {"code": code, "token": self.token, "device_name": name, "platform": "linux", "app": "1.0.0"}
        status, self.identity = server.request("POST", "/v1/enroll", self.enrolment)
        assert status == 200, (status, self.identity)
        self.person = self.identity["person"]["id"]
        self.scope = None
        self.cursor = self.high = {"seq": 0, "chain": None}
        self.tips = {}   # rid -> (op, ancestors)
        self.rows = {}   # rid -> row

    def op(self, kind, body, rid=None, deleted=False, parents=None):
        """An edit as the device makes it: parents = the tip, anc = parents and the tip's own."""
        rid = rid or new_record_id()
        tip, ancestors = self.tips.get(rid, (None, []))
        parents = parents if parents is not None else ([tip] if tip else [])
        anc = list(dict.fromkeys([*parents, *ancestors]))[:16]
        made = {"op": str(uuid.uuid4()), "rid": rid, "type": kind, "parents": parents, "anc": anc,
                "deleted": deleted, "body": body}
        self.tips[rid] = (made["op"], anc)
        return made

    def request_body(self, ops, limit=500, **changes):
        return {"protocol": 1, "app": "1.0.0", "device_time": int(time.time() * 1000), "scope": self.scope,
                "cursor": self.cursor, "high": self.high, "waiting": len(ops), "needs_you": 0,
                "oldest_waiting_at": None, "ops": ops, "limit": limit, **changes}

    def sync_once(self, ops=(), limit=500):
        status, answer = self.server.request("POST", "/v1/sync", self.request_body(list(ops), limit), self.token)
        assert status == 200, (status, answer)
        if answer.get("diverged"):
            self.cursor = self.high = {"seq": 0, "chain": None}
            self.scope = None
            return answer
        if "rescope" in answer:
            self.cursor, self.scope = {"seq": 0, "chain": None}, answer["rescope"]
            return answer
        for row in answer["rows"]:
            self.rows[row["rid"]] = row
            if row["op"]:
                self.tips[row["rid"]] = (row["op"], list(dict.fromkeys([*row["parents"], *row["anc"]]))[:16])
        self.cursor, self.high, self.scope = answer["next"], answer["high"], answer["scope"]
        return answer

    def sync(self, ops=(), batch=100):
        """Sends everything and pulls to the end; returns the results in order."""
        results, waiting = [], list(ops)
        while True:
            part, waiting = waiting[:batch], waiting[batch:]
            answer = self.sync_once(part)
            if answer.get("diverged") or "rescope" in answer:
                waiting = part + waiting
                continue
            results += answer["results"]
            if not waiting and not answer["more"]:
                return results

    def week(self, person, start):
        return self.server.request("GET", f"/v1/people/{person}/week?start={start}", token=self.token)
