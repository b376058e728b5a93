"""Somebody who reads the server's pages without scripts: follows redirects, keeps cookies, fills forms in as they are."""
import http.client
import urllib.parse
from html.parser import HTMLParser


class Page(HTMLParser):
    """The words of a page's main part, and its forms with what stands in them before anybody types."""

    SKIPPED = ("style", "script", "svg", "select", "option")

    def __init__(self, status, address, text):
        super().__init__()
        self.status, self.address, self.source = status, address, text
        self.forms = []        # {action, fields: {name: value}, buttons: [(name, value, action)]}
        self._words, self._inside, self._skipped = [], [], 0
        self._form = self._choice = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "main":
            self._inside.append(tag)
        if tag in self.SKIPPED:
            self._skipped += 1
        if tag == "form":
            self._form = {"action": attributes["action"], "fields": {}, "buttons": [],
                          "method": attributes.get("method", "get")}
            self.forms.append(self._form)
        elif self._form is not None and tag in ("input", "textarea", "select"):
            name = attributes.get("name")
            if attributes.get("type") == "checkbox":
                if "checked" in attributes:
                    self._form["fields"][name] = attributes.get("value", "on")
            elif tag == "select":
                self._choice = name   # a browser takes the first where none is chosen
            else:
                self._form["fields"][name] = attributes.get("value", "")
        elif self._form is not None and tag == "button":
            self._form["buttons"].append((attributes.get("name"), attributes.get("value"),
                                          attributes.get("formaction")))
        elif tag == "option" and self._choice and ("selected" in attributes or
                                                   self._choice not in self._form["fields"]):
            self._form["fields"][self._choice] = attributes["value"]

    def handle_endtag(self, tag):
        if tag == "main" and self._inside:
            self._inside.pop()
        if tag in self.SKIPPED:
            self._skipped -= 1
        if tag == "form":
            self._form = None
        if tag == "select":
            self._choice = None

    def handle_data(self, data):
        if self._inside and not self._skipped:
            self._words.append(data)

    def words(self):
        return " ".join("".join(self._words).split())


class Reader:
    def __init__(self, server):
        self.server = server
        self.cookies = {}
        self.page = None

    def ask(self, method, address, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        try:
            head = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            if body is not None:
                head["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, address, body=body, headers=head)
            answer = connection.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    cookie = value.split(";")[0].split("=", 1)
                    self.cookies[cookie[0]] = cookie[1]
            return answer.status, answer.getheader("Location"), answer.read()
        finally:
            connection.close()

    def get(self, address):
        for _ in range(5):
            status, to, body = self.ask("GET", address)
            if status != 303:
                self.page = Page(status, address, body.decode())
                return self.page
            address = to
        raise AssertionError("redirects without end")

    def file(self, address):
        status, _, body = self.ask("GET", address)
        assert status == 200, (address, status)
        return body

    def send(self, action, button=None, **typed):
        """Fills the form of the page last seen whose action (or a button of which) ends so; the page it leads to."""
        form = next((one for one in self.page.forms
                     if one["method"] == "post" and (one["action"].endswith(action) or
                                                     any((to or "").endswith(action) for _, _, to in one["buttons"]))),
                    None)
        assert form, f"no form {action} on {self.page.address}: {[one['action'] for one in self.page.forms]}"
        for name in typed:
            assert name in form["fields"], f"{name} is not asked by {action}: {sorted(form['fields'])}"
        fields = {**form["fields"], **typed}
        if button:
            assert button in [(name, value) for name, value, _ in form["buttons"]], form["buttons"]
            fields[button[0]] = button[1]
        to = next((to for _, _, to in form["buttons"] if (to or "").endswith(action)), None) or form["action"]
        status, leads_to, body = self.ask("POST", to, urllib.parse.urlencode(fields))
        if status == 303:
            return self.get(leads_to)
        self.page = Page(status, to, body.decode())
        return self.page

    def sign_in(self, login, password):
        self.get("/sign-in")
        return self.send("/sign-in", login=login, password=password)
