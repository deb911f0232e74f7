import Testing

@testable import Detection

@Suite("Findings show ids only")
struct RedactionTests {
    private let redaction = Redaction(key: Array("sixteen bytes!!!".utf8))

    private func shown(_ field: String, _ value: String, by redaction: Redaction? = nil) -> String? {
        var finding = SampleFinding.fanOut()
        finding.shown = [Finding.Pair(field, value)]
        return (redaction ?? self.redaction).apply(finding).shown.first?.value
    }

    @Test func personalFieldsAreDropped() {
        for field in [
            "patient.name.family", "given", "Patient_Name", "email", "user.email", "telecom", "patient.telecom.value",
            "birth_date", "birthDate", "patient.birthDate", "nom", "prénom", "date_naissance", "nir", "NIR",
            "telephone",
            "patient.address", "patient.name", "name", "contact.phone", "adresse",
        ] { #expect(shown(field, "x") == nil, "\(field)") }
        for field in [
            "user.name", "host.name", "process.name", "rule.name", "practice", "patient", "file.name", "server.address",
        ] {
            #expect(shown(field, "x") == "x", "\(field)")
        }
        #expect(shown("secret_field", "x", by: Redaction(dropping: ["Secret_Field"])) == nil)
    }

    @Test func addressesBecomeHashes() {
        let hash = shown("route", "jean.dupont@example.org") ?? ""
        #expect(hash.hasPrefix("mail#") && hash.utf8.count == 17)
        #expect(shown("route", "/u/JEAN.Dupont@example.org/x") == "/u/\(hash)/x")
        #expect(shown("route", "/u?m=jean.dupont%40example.org&y")?.contains("dupont") == false)
        #expect(shown("route", "<a@b.fr>, c@d.org;e@f.co.uk")?.contains("@") == false)
        #expect(shown("route", "postgres@10.0.0.1") == "postgres@10.0.0.1")
        #expect(shown("route", "@ a@ @b.fr a@b") == "@ a@ @b.fr a@b")
        #expect(shown("route", "a@b.fr", by: Redaction()) == "[redacted]")
        let other = Redaction(key: Array("another key of 16".utf8))
        #expect(shown("route", "jean.dupont@example.org", by: other) != hash)
    }

    @Test func numbersOfFifteenDigitsBecomeHashes() {
        let hash = shown("route", "185057800608436") ?? ""
        #expect(hash.hasPrefix("nir#"))
        for text in [
            "1 85 05 78 006 084 36", "1-85-05-78-006-084-36", "1\u{A0}85\u{A0}05\u{A0}78\u{A0}006\u{A0}084\u{A0}36",
            "1%2085%2005%2078%20006%20084%2036",
        ] { #expect(shown("route", text) == hash, "\(text)") }
        #expect(shown("route", "/p/185057800608436/x") == "/p/\(hash)/x")
        #expect(shown("route", "/p/185057800608436 12:30")?.contains("185057800608436") == false)
        #expect(shown("route", "1 85 05 2A 006 084 36")?.hasPrefix("nir#") == true)
        #expect(shown("route", "185052B00608436")?.hasPrefix("nir#") == true)
        for text in [
            "1767601800000", "1767601800000000", "12345678901234", "a185057800608436b", "2026-01-05", "10.12.13.14",
        ] {
            #expect(shown("route", text) == text, "\(text)")
        }
    }

    @Test func accountsMayKeepTheirAddresses() {
        let finding = SampleFinding.fanOut(account: "dr.martin@maison.example")
        #expect(redaction.apply(finding).group.first?.value.hasPrefix("mail#") == true)
        let keeping = Redaction(key: Array("sixteen bytes!!!".utf8), keepsAccountAddresses: true)
        #expect(keeping.apply(finding).group.first?.value == "dr.martin@maison.example")
        #expect(shown("route", "dr.martin@maison.example", by: keeping)?.hasPrefix("mail#") == true)
    }

    @Test func sentencesAreFilteredToo() {
        var finding = SampleFinding.fanOut()
        finding.why = "account a@b.fr read 185057800608436"
        finding.title = "by a@b.fr\u{1B}[2J"
        let out = redaction.apply(finding)
        #expect(!out.why.contains("b.fr") && !out.why.contains("1850578"))
        #expect(!out.title.contains("b.fr") && !out.title.contains("\u{1B}"))
    }

    @Test func valuesAndListsAreBounded() {
        #expect(shown("route", String(repeating: "é", count: 300))?.utf8.count ?? 999 <= Redaction.maximumValueBytes)
        var finding = SampleFinding.fanOut()
        finding.shown = (0..<1_000).map { Finding.Pair("f\($0)", "v") }
        #expect(redaction.apply(finding).shown.count == Redaction.maximumFields)
        let long = String(repeating: "1 ", count: 100_000) + String(repeating: "@a.fr", count: 100_000)
        #expect(shown("route", long)?.utf8.count ?? 999 <= Redaction.maximumValueBytes)
    }

    @Test func aCutDoesNotUncover() {
        let value = String(repeating: "x", count: 190) + " jean.dupont@example.org"
        #expect(shown("route", value)?.contains("jean") == false)
    }
}
