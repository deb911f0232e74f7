"""Validates one document and prints one line: standards_check.py veris|stix|ocsf FILE [VERIS-SCHEMA]. Run by scripts/standards."""
import contextlib
import io
import json
import os
import sys

SHOWN = 5


def veris(document, path, schema_file):
    if not schema_file:
        return None, "no --veris-schema given: skipped"
    import jsonschema
    with open(schema_file, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft4Validator.check_schema(schema)
    name = schema.get("description", "schema").rstrip(".")
    if document.get("schema_version") not in name.split():
        return ["the document says %s, the schema is %s" % (document.get("schema_version"), name)], name
    return problems(jsonschema.Draft4Validator(schema).iter_errors(document)), name


def stix(document, path, _):
    import stix2validator
    with contextlib.redirect_stderr(io.StringIO()):
        result = stix2validator.validate_file(path, stix2validator.ValidationOptions(version="2.1"))
    found, warned = [], []
    for part in result.object_results:
        found += [str(error) for error in part.errors]
        warned += [str(warning) for warning in part.warnings]
    if result.fatal:
        found.append(str(result.fatal))
    if not result.is_valid and not found:
        found.append("not valid")
    text = "STIX 2.1, %d objects, %d warnings" % (len(document.get("objects", [])), len(warned))
    return found, text + "".join("\n  warning: " + line for line in sorted(set(warned))[:SHOWN])


def ocsf(document, path, _):
    import jsonschema
    import ocsf_json_schema
    import ocsf_json_schema.embedded
    version = document["metadata"]["version"]
    place = os.path.join(os.path.dirname(ocsf_json_schema.__file__), "ocsf", os.path.basename(version) + ".json")
    with open(place, encoding="utf-8") as file:
        published = json.load(file)
    name = next(key for key, each in published["classes"].items() if each["uid"] == document["class_uid"])
    schema = ocsf_json_schema.embedded.OcsfJsonSchemaEmbedded(published).get_class_schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    return problems(jsonschema.Draft202012Validator(schema).iter_errors(document)), "OCSF %s %s" % (version, name)


def problems(errors):
    return ["%s: %s" % ("/".join(map(str, error.absolute_path)) or "document", error.message[:200]) for error in errors]


def main():
    kind, path, schema = (sys.argv[1:] + [""])[:3]
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        found, text = {"veris": veris, "stix": stix, "ocsf": ocsf}[kind](document, path, schema)
    except (OSError, ValueError, KeyError, StopIteration) as error:
        found, text = ["%s: %s" % (type(error).__name__, error)], "not read"
    if found is None:
        print("%s: %s" % (kind, text))
        return 0
    print("%s: %s (%s)" % (kind, "%d errors" % len(found) if found else "valid", text))
    for line in found[:SHOWN]:
        print("  " + line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
