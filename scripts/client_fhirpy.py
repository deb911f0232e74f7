"""A session of fhirpy, synchronous and asynchronous."""
import asyncio
import os
import ssl

from fhirpy import AsyncFHIRClient, SyncFHIRClient
from fhirpy.base.exceptions import ForbiddenError, OperationOutcome, ResourceNotFound

URL, TOKEN, CA = os.environ["FHIR"], "Bearer " + os.environ["TOKEN"], os.environ["CA"]
client = SyncFHIRClient(URL, authorization=TOKEN, requests_config={"verify": CA})

patient = client.resource("Patient", name=[{"family": "Le Bihan", "given": ["Maïwenn"]}], birthDate="1983-11-05")
patient.save()
assert patient.id and patient["meta"]["versionId"] == "1"
patient["gender"] = "female"
patient.save()
assert client.reference("Patient", patient.id).to_resource()["gender"] == "female"
assert patient.is_valid()

for number in range(7):
    client.resource(
        "Observation", status="final", code={"coding": [{"system": "http://loinc.org", "code": "8867-4"}]},
        subject=patient.to_reference(), effectiveDateTime="2026-04-%02d" % (number + 1),
        valueQuantity={"value": 60 + number, "unit": "/min"}).save()
observations = client.resources("Observation").search(subject=patient.to_reference().reference)
assert observations.fetch_raw()["total"] == 7
assert len(observations.limit(2).fetch_all()) == 7
first = observations.sort("-date").first()
assert first["valueQuantity"]["value"] == 66
assert len(observations.search(date__ge="2026-04-03", date__lt="2026-04-06").fetch()) == 3
assert observations.search(value_quantity__gt="100").first() is None
bundle = observations.include("Observation", "subject").fetch_raw()
assert {entry["search"]["mode"] for entry in bundle["entry"]} == {"match", "include"}

answer = client.execute("", "post", data={
    "resourceType": "Bundle", "type": "transaction", "entry": [
        {"fullUrl": "urn:uuid:0b7a2b4e-6a3e-4d4f-9c1c-0c6f3a1f0001", "request": {"method": "POST", "url": "Encounter"},
         "resource": {"resourceType": "Encounter", "status": "finished", "class": {"code": "AMB"},
                      "subject": {"reference": "Patient/" + patient.id}}},
        {"request": {"method": "POST", "url": "Condition"},
         "resource": {"resourceType": "Condition", "subject": {"reference": "Patient/" + patient.id},
                      "encounter": {"reference": "urn:uuid:0b7a2b4e-6a3e-4d4f-9c1c-0c6f3a1f0001"},
                      "code": {"text": "toux"}}}]})
assert [entry["response"]["status"] for entry in answer["entry"]] == ["201 Created"] * 2
condition = client.resources("Condition").search(subject="Patient/" + patient.id).get()
assert condition["encounter"]["reference"].startswith("Encounter/" + patient.id)

for query, error in [({"nonsense": "x"}, OperationOutcome), ({"date": "soon"}, OperationOutcome)]:
    try:
        client.resources("Observation").search(subject="Patient/" + patient.id, **query).fetch()
        raise SystemExit("not refused: %s" % list(query))
    except error:
        pass
try:
    client.resources("Observation").search(code="8867-4").fetch()
    raise SystemExit("a search over all patients was answered")
except ForbiddenError:
    pass
first.delete()
try:
    client.reference("Observation", first.id).to_resource()
    raise SystemExit("it is still there")
except ResourceNotFound:
    pass


async def concurrently():
    context = ssl.create_default_context(cafile=CA)
    other = AsyncFHIRClient(URL, authorization=TOKEN, aiohttp_config={"ssl": context})
    pages = await asyncio.gather(*[
        other.resources("Observation").search(patient=patient.id).limit(3).fetch_all() for _ in range(4)])
    assert [len(page) for page in pages] == [6] * 4

asyncio.run(concurrently())
print("fhirpy: ok")
