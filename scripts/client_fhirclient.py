"""A session of SMART's fhirclient, which reads every resource into strict R4 classes."""
import os

from fhirclient import client
from fhirclient.models import (
    bundle, codeableconcept, coding, condition, fhirdate, fhirdatetime, fhirreference, humanname, observation, patient, quantity)
from fhirclient.server import FHIRNotFoundException

smart = client.FHIRClient(settings={"app_id": "colloque", "api_base": os.environ["FHIR"]})
server = smart.server
server.session.verify = os.environ["CA"]
server.session.headers["Authorization"] = "Bearer " + os.environ["TOKEN"]

statement = server.capabilityStatement
assert statement.fhirVersion == "4.0.1" and len(statement.rest[0].resource) > 140
kinds = {r.type: r for r in statement.rest[0].resource}
assert "search-type" in [i.code for i in kinds["Observation"].interaction]
assert "value-quantity" in [p.name for p in kinds["Observation"].searchParam]

someone = patient.Patient()
someone.name = [humanname.HumanName({"family": "Kerouac", "given": ["Yann"]})]
someone.birthDate = fhirdate.FHIRDate("1971-02-28")
someone.gender = "male"
created = someone.create(server)
someone = patient.Patient.read(created["id"], server)
assert smart.human_name(someone.name[0]) == "Yann Kerouac"

someone.gender = "other"
someone.update(server)
assert patient.Patient.read(someone.id, server).gender == "other"
try:
    someone.update(server)
    raise SystemExit("an old version replaced a newer one")
except Exception as error:
    assert "412" in str(error), error

for value, day in [("5.10", "2026-01-02"), ("6.20", "2026-02-03"), ("7.30", "2026-03-04")]:
    measured = observation.Observation()
    measured.status = "final"
    measured.code = codeableconcept.CodeableConcept({"coding": [{"system": "http://loinc.org", "code": "2339-0"}]})
    measured.subject = fhirreference.FHIRReference({"reference": "Patient/" + someone.id})
    measured.effectiveDateTime = fhirdatetime.FHIRDateTime(day)
    measured.valueQuantity = quantity.Quantity({"value": float(value), "unit": "mmol/L"})
    measured.create(server)

search = observation.Observation.where({"patient": someone.id, "date": "ge2026-02", "_sort": "-date"})
found = search.perform_resources(server)
assert [o.as_json()["effectiveDateTime"] for o in found] == ["2026-03-04", "2026-02-03"], [o.as_json() for o in found]
assert [round(o.valueQuantity.value, 2) for o in found] == [7.3, 6.2]
paged = list(observation.Observation.where({"patient": someone.id, "_count": "1"}).perform_resources_iter(server))
assert len(paged) == 3, len(paged)
withPatient = observation.Observation.where({"patient": someone.id}).include("subject", observation.Observation)
assert any(isinstance(r, patient.Patient) for r in withPatient.perform_resources(server))

names = patient.Patient.where({"family": "Kerouac", "birthdate": "1971-02-28"}).perform_resources(server)
assert [p.id for p in names] == [someone.id]

ill = condition.Condition()
ill.subject = fhirreference.FHIRReference({"reference": "Patient/" + someone.id})
ill.code = codeableconcept.CodeableConcept()
ill.code.coding = [coding.Coding({"system": "http://hl7.org/fhir/sid/icd-10", "code": "J45"})]
made = condition.Condition.read(ill.create(server)["id"], server)
made.delete()
try:
    condition.Condition.read(made.id, server)
    raise SystemExit("it is still there")
except Exception as error:
    assert isinstance(error, FHIRNotFoundException) or "410" in str(error), error

everything = bundle.Bundle.read_from("Patient/%s/$everything" % someone.id, server)
assert sorted(e.resource.resource_type for e in everything.entry) == ["Observation"] * 3 + ["Patient"]
print("fhirclient: ok")
