import Testing
import Vocabulary

@testable import Identity

/// What a proof names, and so all that may be released for it (DESIGN, The life of a read, step 1).
@Suite struct ProofNamedTests {
    private let patient = ProofForge.patient
    private let standard = Tiers([.identity, .contact, .medical])

    private func list(_ texts: some Sequence<String>) -> String {
        "[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }

    @Test func withoutClaimsThePatientOfThePathIsOpened() throws {
        let id = try #require(PatientID(patient))
        let paths = [
            "/fhir/Patient/\(patient)", "/fhir/Patient/\(patient)/", "/fhir/Patient/\(patient)/Observation",
            "/fhir/Patient/\(patient)/$everything", "/fhir/Patient/\(patient)/_history/3",
            "/fhir/Observation/\(patient).7",
            "/fhir/Observation/\(patient).4294967295/_history", "/fhir/%50atient/\(patient)",
            "/fhir/AuditEvent/\(patient).L9-mf2k0w3a",
            "/fhir/Patient/\(patient)/$emergency-opening",
        ]
        for path in paths {
            let named = try ProofForge.named(path: path)
            #expect(named == RequestProof.Named(patients: [id], tiers: standard), "\(path)")
            for tier in Tier.allCases { #expect(named.allows(patient: id, tier: tier) == (tier != .restricted)) }
            #expect(!named.allows(patient: .random(), tier: .identity))
        }
    }

    @Test func otherPathsOpenNothing() throws {
        let paths = [
            "", "/", "/fhir", "/fhir/", "/fhir/Patient", "/fhir/Patient/", "/fhir/Patient/_search",
            "/fhir/Patient/$match",
            "/fhir/Patient/\(patient.uppercased())", "/fhir/Patient/\(patient.dropLast())", "/fhir/Patient/\(patient)0",
            "/fhir/Patient/\(patient).7", "/fhir/patient/\(patient)", "/FHIR/Patient/\(patient)", "/Patient/\(patient)",
            "//fhir/Patient/\(patient)", "/fhir//Patient/\(patient)", "/x/fhir/Patient/\(patient)",
            "/fhir/Organization/\(patient)",
            "/fhir/Observation/\(patient).", "/fhir/Observation/\(patient)7", "/fhir/Observation/\(patient)-7",
            "/fhir/Observation/x\(patient).7", "/fhir/Observation/\(patient).7~", "/fhir/Observation/\(patient).7%2F8",
            "/fhir/Observation/\(patient)." + String(repeating: "7", count: 28), "/fhir/$x/\(patient).7",
            "/fhir/Patient/x/\(patient)", "/fhir/Observation", "/oauth/token", "/fhir/Patient/%7B\(patient)",
        ]
        for path in paths { #expect(try ProofForge.named(path: path).patients.isEmpty, "\(path)") }
    }

    @Test func claimsReplaceThePath() throws {
        let others = (0..<20).map { _ in PatientID.random() }
        let named = try ProofForge.named([
            "pat": list(others.map(\.description)), "tiers": list(["restricted", "identity"]),
        ])
        #expect(named.patients == Set(others) && named.tiers == [.identity, .restricted])
        for tier in Tier.allCases {
            #expect(named.allows(patient: others[0], tier: tier) == (tier == .identity || tier == .restricted))
            #expect(!named.allows(patient: try #require(PatientID(patient)), tier: tier))
        }
        for (pat, tiers) in [("[]", "[]"), (list([patient]), "[]"), ("[]", list(["identity"]))] {
            let nothing = try ProofForge.named(["pat": pat, "tiers": tiers])
            for tier in Tier.allCases {
                #expect(!nothing.allows(patient: try #require(PatientID(patient)), tier: tier))
            }
        }
    }

    @Test func patientsOfAnotherFormAreRefused() throws {
        let wrong: [[String]] = [
            [""], ["*"], [patient.uppercased()], [patient + " "], [patient + ".7"], ["Patient/" + patient],
            [patient, patient],
            [patient, "x"], (0..<21).map { _ in PatientID.random().description },
            [patient.replacing("0", with: "\\u0660")],
        ]
        for ids in wrong {
            let refusal = try ProofForge.refusal(claims: ["pat": list(ids), "tiers": list(["identity"])])
            #expect(refusal == .patients || refusal == .malformedObject, "\(ids)")
        }
        for value in ["\"\(patient)\"", "1", "true"] {
            #expect(try ProofForge.refusal(claims: ["pat": value, "tiers": "[]"]) == .claim, "\(value)")
        }
        for value in ["null", "{}", "[1]", "[null]", "[[]]", "[\"\(patient)\",]", "[,]", "[", #"["é"]"#] {
            #expect(try ProofForge.refusal(claims: ["pat": value, "tiers": "[]"]) == .malformedObject, "\(value)")
        }
        let many = list((0..<33).map { _ in PatientID.random().description })
        #expect(try ProofForge.refusal(claims: ["pat": many, "tiers": "[]"]) == .malformedObject)
    }

    @Test func tiersOfAnotherFormAreRefused() throws {
        let wrong = [
            ["Identity"], ["all"], [""], ["identity", "identity"], ["identity,contact"], ["identity "], ["0"],
            ["identity", "contact", "medical", "restricted", "identity"],
        ]
        for words in wrong {
            #expect(try ProofForge.refusal(claims: ["pat": "[]", "tiers": list(words)]) == .tiers, "\(words)")
        }
        #expect(try ProofForge.refusal(claims: ["pat": "[]", "tiers": "15"]) == .claim)
    }

    @Test func oneClaimWithoutTheOtherIsRefused() throws {
        #expect(try ProofForge.refusal(claims: ["pat": list([patient])]) == .claim)
        #expect(try ProofForge.refusal(claims: ["tiers": list(["restricted"])]) == .claim)
    }

    @Test func termsAreAsTyped() throws {
        let values = [
            "family:Lefèvre", "birthdate:1970-01-31", "identifier:urn:x|é\\\\\\\"", #"email:\u00e9\ud83d\ude00@x"#,
        ]
        let named = try ProofForge.named(["terms": list(values)])
        let terms = [
            SearchTerm(.family, "Lefèvre"), SearchTerm(.birthdate, "1970-01-31"),
            SearchTerm(.identifier, #"urn:x|é\""#),
            SearchTerm(.email, "é😀@x"),
        ]
        #expect(named.terms == Set(terms))
        #expect(named.allows(search: terms) && named.allows(search: terms.reversed()))
        #expect(!named.allows(search: terms.dropLast()) && !named.allows(search: []))
        #expect(!named.allows(search: terms + [SearchTerm(.family, "Martin")]))
        #expect(!(try ProofForge.named([:]).allows(search: [SearchTerm]())))
        #expect(named.patients.count == 1, "the path still counts")
    }

    @Test func termsOfAnotherFormAreRefused() throws {
        let wrong: [[String]] = [
            [""], ["family"], ["Family:x"], ["name:x"], [":x"], ["family:a", "family:a"],
            ["family:é", #"family:e\u0301"#],
            (0..<17).map { "family:a\($0)" }, ["family:" + String(repeating: "a", count: 257)], ["family :x"],
        ]
        for terms in wrong { #expect(try ProofForge.refusal(claims: ["terms": list(terms)]) == .terms, "\(terms)") }
        for text in [
            #"\ud83d"#, #"\ud83dx"#, #"\ud83d\u0041"#, #"\ude00"#, #"\ude00\ud83d"#, #"\u00"#, #"\u000a"#, #"\n"#,
            #"\u007f"#, #"\x"#,
            "\u{1}", "\n", "\u{7F}", #"\u"#, #"\uD83D\n"#,
        ] {
            #expect(
                try ProofForge.refusal(claims: ["terms": list(["family:" + text])]) == .malformedObject,
                "\(text.debugDescription)")
        }
        for value in ["null", "{}", "[1]", #"[["family:a"]]"#, #"["family:a""#] {
            #expect(try ProofForge.refusal(claims: ["terms": value]) == .malformedObject, "\(value)")
        }
        for value in [#""family:a""#, "1"] {
            #expect(try ProofForge.refusal(claims: ["terms": value]) == .claim, "\(value)")
        }
    }

    /// Bytes that are no UTF-8 (RFC 3629 §3, §10): overlong, surrogates, beyond the last scalar, cut short.
    @Test func textThatIsNoUTF8IsRefused() throws {
        let wrong: [[UInt8]] = [
            [0xFF], [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3],
            [0xE2, 0x82],
            [0xF0, 0x9F, 0x98],
        ]
        for bytes in wrong {
            let json = Array(#"{"terms":["family:"#.utf8) + bytes + Array(#""]}"#.utf8)
            #expect(throws: IdentityError.malformedObject, "\(bytes)") { try FlatObject(json, form: ProofClaims.form) }
        }
        let right = Array(#"{"terms":["family:é€😀"]}"#.utf8)
        #expect(try FlatObject(right, form: ProofClaims.form).members == ["terms": .strings(["family:é€😀"])])
        #expect(throws: IdentityError.malformedObject) { try FlatObject(right) }
    }

    @Test func aBookingNamesPatientProfessionalAndDay() throws {
        let text = #"{"patient":"\#(patient)","professional":"\#(ProofForge.member)","day":"2026-02-28"}"#
        let named = try ProofForge.named(["book": text])
        let booking = RequestProof.Booking(
            patient: try #require(PatientID(patient)), professional: try #require(MemberID(ProofForge.member)),
            day: CivilDate(year: 2026, month: 2, day: 28))
        #expect(named.booking == booking)
        #expect(try ProofForge.named([:]).booking == nil)
    }

    @Test func bookingsOfAnotherFormAreRefused() throws {
        let (head, tail) = (
            #"{"patient":"\#(patient)","professional":"\#(ProofForge.member)""#, #","day":"2026-02-28""#
        )
        let days = [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "0000-01-01", "2026-02-28 ", "+026-02-28",
            "2026-02-28T00:00:00Z",
            "", "2026--02-28", "20260228", "10000-01-01", "-2026-02-28",
        ]
        for day in days {
            #expect(try ProofForge.refusal(claims: ["book": head + #","day":"\#(day)"}"#]) == .booking, "\(day)")
        }
        for text in [
            "{}", head + "}", head + tail + #","note":"x"}"#,
            #"{"patient":"x","professional":"\#(ProofForge.member)"\#(tail)}"#,
            #"{"patient":"\#(patient)","professional":"","day":"2026-02-28"}"#,
        ] {
            #expect(try ProofForge.refusal(claims: ["book": text]) == .booking, "\(text)")
        }
        for text in [
            head + #","day":1}"#, head + tail + tail + "}", "[\(head + tail)}]", head + #","day":{}}"#, "null",
        ] {
            #expect(try ProofForge.refusal(claims: ["book": text]) == .malformedObject, "\(text)")
        }
        for text in [#"["\#(patient)"]"#, #""x""#, "1"] {
            #expect(try ProofForge.refusal(claims: ["book": text]) == .claim, "\(text)")
        }
    }

    @Test func whatAPairSignsIsWhatIsNamed() throws {
        var dice = SplitMix(state: 19)
        let letters = Array("aéœ\"\\ /😀ñ{}[]:,|\u{0301}")
        for _ in 0..<300 {
            let terms = (0..<Int.random(in: 0...16, using: &dice)).map { index in
                let value = (0..<Int.random(in: 0...20, using: &dice)).map { _ in
                    letters.randomElement(using: &dice) ?? "a"
                }
                return SearchTerm(SearchTerm.Field.allCases[index % 11], "\(index)" + String(value))
            }
            let patients = (0..<Int.random(in: 0...20, using: &dice)).map { _ in PatientID.random() }
            let named = RequestProof.Named(
                patients: Set(patients), tiers: Tiers(rawValue: UInt8.random(in: 0...15, using: &dice)),
                terms: Set(terms),
                booking: Bool.random(using: &dice)
                    ? RequestProof.Booking(
                        patient: .random(), professional: .random(),
                        day: CivilDate(days: Int.random(in: 0...40_000, using: &dice)))
                    : nil)
            let proof = try ProofForge.key.proof(
                method: "PATCH", url: ProofForge.url + "?a=b#c", tokenHash: ProofForge.tokenHash,
                nonce: ProofForge.nonce,
                named: named, now: ProofForge.now)
            #expect(try ProofForge.verify(proof, method: "PATCH").named == named)
        }
    }

    @Test func aPairSignsNothingThatWouldBeRefused() throws {
        func refusal(_ method: String, _ url: String, _ nonce: String?) -> IdentityError? {
            do {
                _ = try ProofForge.key.proof(method: method, url: url, tokenHash: [], nonce: nonce, now: ProofForge.now)
                return nil
            } catch { return error }
        }
        #expect(refusal("GET", ProofForge.url, nil) == nil)
        for method in ["", "G ET", "GET\"", "GÉT", "GET\n"] { #expect(refusal(method, ProofForge.url, nil) == .method) }
        for url in ["", "/fhir", "ftp://a/b", "https://a/\"", "https://a/é"] {
            #expect(refusal("GET", url, nil) == .url)
        }
        for nonce in [" ", "é", "a\n"] { #expect(refusal("GET", ProofForge.url, nonce) == .nonce) }
    }
}
