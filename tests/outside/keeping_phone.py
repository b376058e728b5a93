"""A phone that keeps what it wrote until a verified backup holds it (the protocol's rules for devices)."""
import copy

from client import Device


class NotEnrolled(Exception):
    """The server does not know this phone's token (any more). What the phone holds stays where it is."""


class KeepingPhone(Device):
    """Device with an outbox: every op is kept until it is acknowledged and safe, and sent again after a restore."""

    def __init__(self, server, code, name="Outside phone"):
        super().__init__(server, code, name)
        self.name = name
        self.outbox = []       # (op, its acknowledged result or None), in the order made
        self.refused = []      # (op, result)
        self.told = {}         # op id -> the last result the server gave
        self.diverged = 0      # how often a restored server was found out

    def edit(self, kind, body, rid=None, deleted=False, parents=None):
        op = self.op(kind, body, rid, deleted, parents)
        self.outbox.append((op, None))
        return op

    def waiting(self):
        return [op for op, result in self.outbox if result is None]

    def send_once(self, most=50, limit=500):
        """One exchange; False where nobody was told anything (busy). Raises NotEnrolled, keeping everything."""
        ops = self.waiting()[:most]
        status, answer = self.server.request("POST", "/v1/sync", self.request_body(ops, limit), self.token)
        if status == 503:
            return False
        if status == 401:
            raise NotEnrolled(answer["error"]["code"])
        assert status == 200, (status, answer)
        if answer.get("diverged"):
            self.diverged += 1
            self.cursor = self.high = {"seq": 0, "chain": None}
            self.scope = None
            self.outbox = [(op, None) for op, _ in self.outbox]
        elif "rescope" in answer:
            self.cursor, self.scope = {"seq": 0, "chain": None}, answer["rescope"]
        else:
            self.take(answer)
        return answer

    def take(self, answer):
        results = {result["op"]: result for result in answer["results"]}
        self.told.update(results)
        kept = []
        for op, result in self.outbox:
            result = results.get(op["op"], result)
            if result and result["status"] in ("invalid", "forbidden"):
                self.refused.append((op, result))
            elif not result or result["seq"] > answer["safe_seq"]:
                kept.append((op, result))
        self.outbox = kept
        for row in answer["rows"]:
            self.rows[row["rid"]] = row
            if row["op"] and not any(op["rid"] == row["rid"] for op, _ in self.outbox):
                self.tips[row["rid"]] = (row["op"], list(dict.fromkeys([*row["parents"], *row["anc"]]))[:16])
        self.cursor, self.high, self.scope = answer["next"], answer["high"], answer["scope"]

    def settle(self):
        """Sends all that waits and pulls to the end."""
        while True:
            answer = self.send_once()
            if answer and not answer.get("diverged") and "rescope" not in answer and not self.waiting() \
                    and not answer["more"]:
                return self

    def enrol_again(self, code):
        """As the same person: another token, everything else stays."""
        fresh = Device(self.server, code, self.name)
        assert fresh.person == self.person, "as another person only with an empty outbox"
        self.token, self.identity, self.enrolment = fresh.token, fresh.identity, fresh.enrolment
        return self

    def twin(self):
        """The same phone in another course of events."""
        twin = copy.copy(self)
        for name in ("cursor", "high", "tips", "rows", "outbox", "refused", "told"):
            setattr(twin, name, copy.deepcopy(getattr(self, name)))
        return twin
