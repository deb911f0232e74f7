"""Signs in as the demonstration's first physician and reads what a doctor reads. Standard library only."""
import json
import pathlib
import ssl
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

colloque, data, ready = sys.argv[1:]
run = json.loads(pathlib.Path(ready).read_text())
demo = json.loads(pathlib.Path(data, "demo.json").read_text())
context = ssl.create_default_context(cafile=run["ca"])


def token(client):
    command = [colloque, "token", "--data", data, "--client", client["id"], "--key", client["key"]]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def get(path, bearer):
    request = urllib.request.Request(run["url"] + path, headers={"Authorization": "Bearer " + bearer})
    try:
        with urllib.request.urlopen(request, context=context) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


practice, other = demo["practices"][:2]
doctor = next(c for c in practice["clients"] if c["role"] == "physician")
stranger = next(c for c in other["clients"] if c["role"] == "physician")
bearer = token(doctor)
assert get("/fhir/metadata", bearer)[0] == 200
found = []
for letters in ("mar", "ber", "dup", "dur", "mor", "lau", "sim", "mic", "lef", "ler", "rou", "dav", "gar", "fou", "bon", "ric", "pet"):
    status, bundle = get("/fhir/Patient?family=" + letters, bearer)
    assert status == 200, (status, bundle)
    found += [e["resource"]["id"] for e in bundle.get("entry", []) if e["resource"]["resourceType"] == "Patient"]
for patient in found[:1]:
    status, resource = get("/fhir/Patient/" + patient, bearer)
    assert status == 200 and resource["id"] == patient, status
    status, everything = get("/fhir/Patient/" + patient + "/$everything", bearer)
    assert status == 200 and everything["entry"], status
    unknown = get("/fhir/Patient/00000000-0000-4000-8000-000000000000", token(stranger))
    assert get("/fhir/Patient/" + patient, token(stranger)) == unknown and unknown[0] == 404, unknown
print(f"smoke client: {len(found)} patients found by name")
