"""A demonstration's practices for the scripts beside this file, as their own physicians read them. Standard library only."""
import json
import os

import installation


class Practice:
    """A practice's accounts and, as one of its physicians reads them, its patients."""

    def __init__(self, house, described):
        self.house, self.id = house, described["id"]
        self.accounts = [installation.Account(self.id, client["id"], client["role"], client["key"]) for client in described["clients"]]
        self.physicians = [account for account in self.accounts if account.role == "physician"]
        self.patients = [self.patient(identifier) for identifier in self.imported()]

    def imported(self):
        """The ids of all patients: the access log names what was imported."""
        folder, found = os.path.join(self.house.data, "access", self.id), []
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name)) as lines:
                found += [line["patient"] for line in map(json.loads, lines) if line["op"] == "import" and line.get("patient")]
        return sorted(set(found))

    def read(self, account, identifier):
        if getattr(account, "token", None) is None:
            account.token = self.house.token(account)
        status, body = self.house.connect().get("/fhir/Patient/" + identifier, account.token)
        if status != 200:
            raise RuntimeError("reading a patient: %d" % status)
        return json.loads(body)

    def patient(self, identifier):
        resource = self.read(self.physicians[0], identifier)
        telecom = {item["system"]: item["value"] for item in reversed(resource.get("telecom", []))}
        nirs = [item["value"] for item in resource.get("identifier", []) if item.get("system", "").startswith("urn:oid:1.2.250.1.213.1.4.")]
        name = resource["name"][0]
        return {"id": identifier, "family": name["family"], "given": name["given"][0], "born": resource["birthDate"],
                "nir": nirs[0] if nirs else None, "phone": telecom.get("phone"), "email": telecom.get("email")}
