"""The server's rules for operations (sync.md, "On the server", rules 1 and 3 to 6), read once more in Python."""


class Record:
    def __init__(self):
        self.head = None
        self.conflicts = []
        self.held = []
        self.seq = 0


class Rules:
    """What a server must answer to one person's entries while their weeks are approved and returned."""

    def __init__(self, seq, weeks_of):
        self.seq = seq             # of everything before the first op
        self.weeks_of = weeks_of   # a body -> the set of weeks it touches
        self.records = {}          # rid -> Record
        self.ops = {}              # op -> the op
        self.answers = {}          # op -> (status, seq), the first answer
        self.approved = set()

    def push(self, op):
        if op["op"] not in self.answers:
            record = self.records.setdefault(op["rid"], Record())
            self.ops[op["op"]] = op
            status = self._decide(record, op)
            self.answers[op["op"]] = (status, self._apply(record, op, status))
        return self.answers[op["op"]]

    def approve(self, week):
        self.seq += 1
        self.approved.add(week)

    def give_back(self, week):
        self.seq += 1
        if week not in self.approved:
            return
        self.approved.discard(week)
        released = sorted((self.answers[op][1], op, record) for record in self.records.values()
                          for op in record.held if week in self._weeks(record, self.ops[op]))
        for _, op, record in released:
            status = self._decide(record, self.ops[op])
            if status != "held":
                record.held.remove(op)
            self._apply(record, self.ops[op], status)

    def _weeks(self, record, op):
        before = self.weeks_of(self.ops[record.head]["body"]) if record.head else set()
        return before | self.weeks_of(op["body"])

    def _decide(self, record, op):
        standing = [self.ops[o] for o in [record.head, *record.conflicts] if o]
        if any(op["op"] in o["parents"] + o["anc"] for o in standing):
            return "superseded"
        named = op["parents"] + op["anc"]
        head = self.ops.get(record.head)
        if head and head["op"] not in named and (head["body"], head["deleted"]) == (op["body"], op["deleted"]):
            return "superseded"
        if self._weeks(record, op) & self.approved:
            return "held"
        return "head" if head is None or head["op"] in named else "conflict"

    def _apply(self, record, op, status):
        self.seq += 1
        record.seq = self.seq
        if status in ("head", "conflict"):
            record.conflicts = [c for c in record.conflicts if c not in op["parents"] + op["anc"]]
        if status == "head":
            record.head = op["op"]
        elif status == "conflict":
            record.conflicts.append(op["op"])
        elif status == "held" and op["op"] not in record.held:
            record.held.append(op["op"])
        return self.seq
