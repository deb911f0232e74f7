import Foundation
import Testing
import Vocabulary

@testable import Synthetic

@Suite struct RecordTests {
    private static let france = SyntheticFrance(seed: 21, today: CivilDate(year: 2026, month: 3, day: 2))
    private static let practice = france.practice(4, kind: .group, patients: 70)

    private func parse(_ bytes: some Sequence<UInt8>) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func sameSeedSameBytes() {
        let again = SyntheticFrance(seed: 21, today: CivilDate(year: 2026, month: 3, day: 2))
        let other = SyntheticFrance(seed: 22, today: CivilDate(year: 2026, month: 3, day: 2))
        #expect(again.practice(4, kind: .group, patients: 70) == Self.practice)
        for index in 0..<15 {
            let records = Self.france.records(of: index, in: Self.practice)
            let repeated = again.records(of: index, in: Self.practice)
            #expect(records.bytes == repeated.bytes && records.offsets == repeated.offsets)
            #expect(records.bytes != other.records(of: index, in: other.practice(4, kind: .group, patients: 70)).bytes)
        }
        #expect(again.organizationRecords(of: Self.practice) == Self.france.organizationRecords(of: Self.practice))
    }

    @Test func everyLineIsAResourceOfThePatient() throws {
        var ids: Set<String> = []
        var types: Set<String> = []
        try Self.france.forEachPatient(of: Self.practice) { records in
            #expect(records.offsets.first == 0 && records.bytes.last == UInt8(ascii: "\n"))
            #expect(records.bytes.count { $0 == UInt8(ascii: "\n") } == records.count)
            for index in 0..<records.count {
                let resource = try parse(records.resource(index))
                let type = try #require(resource["resourceType"] as? String)
                let id = try #require(resource["id"] as? String)
                #expect((type == "Patient") == (index == 0))
                #expect(ids.insert(id).inserted)
                #expect(id == records.patient.sourceID || id.hasPrefix(records.patient.sourceID + "."))
                types.insert(type)
                let references = ["subject", "patient", "beneficiary"].compactMap { resource[$0] as? [String: Any] }
                for reference in references {
                    #expect(reference["reference"] as? String == "Patient/" + records.patient.sourceID)
                }
                #expect(references.count == 1 || type == "Patient" || type == "Appointment")
            }
        }
        let expected: Set = [
            "Patient", "Coverage", "Encounter", "Observation", "Condition", "MedicationRequest", "Immunization",
            "AllergyIntolerance", "Appointment", "DocumentReference",
        ]
        #expect(types == expected)
    }

    @Test func organizationLinesParse() throws {
        let lines = Self.france.organizationRecords(of: Self.practice).split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == 1 + 2 * Self.practice.size)
        for line in lines { #expect(try parse(line)["id"] is String) }
    }

    @Test func densityIsTheMean() {
        for density in [30, 90, 200] {
            let france = SyntheticFrance(seed: 1, today: CivilDate(year: 2026, month: 3, day: 2), density: density)
            var count = 0
            france.forEachPatient(of: Self.practice) { count += $0.count }
            let mean = Double(count) / Double(Self.practice.patientCount)
            #expect(abs(mean / Double(density) - 1) < 0.2, "\(density): \(mean)")
        }
    }

    @Test func labelsStandWhereThePatientIsLabelled() throws {
        let practice = Self.france.practice(5, kind: .solo, patients: 1_500)
        var labelled = 0
        for index in 0..<practice.patientCount {
            guard index % 40 == 0 || Self.france.patient(index, of: practice).sensitivity != nil else { continue }
            let records = Self.france.records(of: index, in: practice)
            let text = String(decoding: records.bytes, as: UTF8.self)
            for label in [Sensitivity.hiv, .sexuality] {
                let isThere = text.contains("v3-ActCode\",\"code\":\"\(label.rawValue)\"")
                #expect(isThere == (records.patient.sensitivity == label), "\(records.patient.index)")
            }
            if records.patient.sensitivity != nil { labelled += 1 }
        }
        #expect(labelled > 3)
    }

    @Test func nothingBeforeBirthAndNoVisitAfterToday() throws {
        let start = try Regex("\"period\":\\{\"start\":\"([0-9-]{10})T")
        try Self.france.forEachPatient(of: Self.practice) { records in
            for index in 0..<records.count {
                let text = String(decoding: records.resource(index), as: UTF8.self)
                guard let match = text.firstMatch(of: start) else { continue }
                let day = String(try #require(match.output[1].substring))
                #expect(day >= records.patient.birthDate.description && day <= Self.france.today.description)
            }
        }
    }
}
