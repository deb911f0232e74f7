import Foundation
import JSONTree
import Testing
import Vocabulary

@testable import FHIR

/// How long searches of a large record take. `COLLOQUE_FULL=1` prints the times and holds them to a bound, which means
/// something with optimisation only.
@Suite struct ClinicalTimingTests {
    private static let isFull = ProcessInfo.processInfo.environment["COLLOQUE_FULL"] == "1"

    private static let queries = [
        "Observation?code=http://loinc.org|8302-2&date=ge1990&_sort=-date&_count=20",
        "Observation?combo-code-value-quantity=8480-6$gt120,8462-4$gt80", "Observation?value-quantity=gt5.4||mg/dL",
        "Observation?patient:Patient.name=a&encounter.class=AMB", "Encounter?_has:Observation:encounter:code=8302-2",
        "Condition?_sort=-onset-date,code&_include=Condition:encounter&_revinclude=Procedure:reason-reference",
        "Patient?_revinclude=*", "Observation?_include=*&_include:iterate=*&_count=1000",
        "Encounter?_has:Observation:encounter:_has:DiagnosticReport:result:category=LAB&_sort=date",
        "Observation?"
            + Array(
                repeating: "code:not=" + Array(repeating: "urn:s|nothing", count: 160).joined(separator: ","), count: 6
            )
            .joined(separator: "&"),
        "Observation?"
            + Array(repeating: "code:text=" + Array(repeating: "zzz", count: 160).joined(separator: ","), count: 6)
            .joined(separator: "&"),
        "Observation?" + Array(repeating: "_revinclude:iterate=*", count: 16).joined(separator: "&") + "&_count=1000",
        "Provenance?target.patient.organization.name=a", "Observation?subject.general-practitioner.name:missing=false",
        "Observation?_elements=value&status:not=final&code:text=glucose",
    ]

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func aLargeRecordIsSearchedInMilliseconds() throws {
        var sets = RecordSets(bundles: .max, seed: 3)
        let largest = sets.patients.sorted { $0.count > $1.count }.prefix(2).flatMap(\.self).prefix(1500)
        let records = largest.compactMap { resource in
            ClinicalRecord(
                id: resource["id"]?.string ?? "", lastUpdated: Timestamp(seconds: 1_600_000_000), resource: resource)
        }
        #expect(records.count == 1500 && !sets.next(size: 2).isEmpty)
        let clock = ContinuousClock()
        var search = ClinicalSearch([])
        let preparing = clock.measure { search = ClinicalSearch(records) }
        if Self.isFull { print("prepare \(preparing)") }
        for text in Self.queries {
            var times: [Duration] = []
            var (matches, included) = (0, 0)
            for _ in 0..<(Self.isFull ? 11 : 1) {
                times.append(
                    try clock.measure {
                        let page = search.page(try query(text))
                        (matches, included) = (page.total ?? 0, page.included.count)
                    })
            }
            let median = times.sorted()[times.count / 2]
            if Self.isFull { print("\(median) \(matches)+\(included) \(text.prefix(90))") }
            #expect(!Self.isFull || median < .milliseconds(500), "\(text)")
        }
    }
}
