"""Starts nginx with docs/deploy/nginx.conf in front of the built server, and asks through it.

    python3 tests/outside/check_proxy.py build/dev/bin/waymark-server
Exits 77 (skipped) where nginx or openssl is not installed.
"""
import http.client
import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time

sys.path.insert(0, __file__.rsplit("/", 1)[0])
from client import Device, Server  # noqa: E402

SITE = os.path.join(os.path.dirname(__file__), "../../docs/deploy/nginx.conf")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def ask(port, method, path, body=None, headers=None):
    context = ssl._create_unverified_context()
    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=30, context=context)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())
    finally:
        connection.close()


def main(binary):
    nginx = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if not nginx or not shutil.which("openssl"):
        print("SKIPPED: nginx or openssl is not installed (scripts/deps installs both)")
        return 77
    server = Server(binary)
    folder = server.folder
    proxy = None
    try:
        server.command("init", "--agency", "Behind nginx", "--zone", "America/New_York")
        person = server.command("user", "add", "--name", "Ana", "--role", "specialist", "--team", "North")["person_id"]
        server.start("--behind-proxy", "--public-url", "https://waymark.example.org")
        made = server.command("enroll", "--person", person)
        assert "server=https%3A%2F%2Fwaymark.example.org" in made["link"], made["link"]

        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                        "/CN=waymark.example.org", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"],
                       check=True, capture_output=True)
        port = free_port()
        with open(SITE) as file:
            site = file.read()
        site = re.sub(r"listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;", site)
        site = site.replace("/etc/waymark/tls/fullchain.pem", f"{folder}/cert.pem")
        site = site.replace("/etc/waymark/tls/privkey.pem", f"{folder}/key.pem")
        site = site.replace("/var/log/nginx/waymark.log", f"{folder}/access.log")
        site = site.replace("127.0.0.1:8340", f"127.0.0.1:{server.port}")
        with open(f"{folder}/nginx.conf", "w") as file:
            file.write(f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;\n"
                       f"events {{}}\nhttp {{ client_body_temp_path {folder}; proxy_temp_path {folder};\n"
                       f"fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};\n{site}\n}}\n")
        if os.getuid() == 0:  # nginx's workers drop to another user, who must reach the folder
            os.chmod(folder, 0o777)
        proxy = subprocess.Popen([nginx, "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log"])
        deadline = time.monotonic() + 30
        while True:  # until nginx accepts
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                assert proxy.poll() is None and time.monotonic() < deadline, open(f"{folder}/error.log").read()

        status, body, headers = ask(port, "GET", "/v1/health")
        assert status == 200 and json.loads(body)["status"] == "ok", (status, body)
        assert "Strict-Transport-Security" in headers

        direct = Device(server, made["code"])
        request = json.dumps(direct.request_body([])).encode()
        head = {"Authorization": "Bearer " + direct.token, "Content-Type": "application/json"}
        status, body, _ = ask(port, "POST", "/v1/sync", request, head)
        assert status == 200 and "high" in json.loads(body), (status, body)
        status, _, _ = ask(port, "POST", "/v1/sync", b" " * (256 * 1024 + 1), head)
        assert status == 413, status

        # Wrong codes are counted for the address nginx saw, whatever the client claims to be.
        statuses = []
        for number in range(8):
            wrong = {"code": f"ZZZZZZZ{number}", "token": "A" * 43, "device_name": "x", "platform": "x", "app": "1"}
            statuses.append(ask(port, "POST", "/v1/enroll", json.dumps(wrong).encode(),
                                {"Content-Type": "application/json", "X-Forwarded-For": f"203.0.113.{number}"})[0])
        assert statuses == [401] * 5 + [429] * 3, statuses

        burst = [ask(port, "GET", "/v1/health")[0] for _ in range(120)]
        assert 429 in burst, "nginx did not slow a flood down"
        print("the proxy of docs/deploy carries syncs, limits bodies, counts addresses and slows floods")
        return 0
    finally:
        if proxy:
            proxy.terminate()
            proxy.wait(15)
        server.stop()
        shutil.rmtree(folder, True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
