import Foundation
import JSONTree
import Vocabulary

/// Reads back what the access log says of a patient, day by day, some megabytes a call.
struct AccessReader {
    /// Bytes that one call reads at most; where it ends the next goes on.
    private static let maximumBytes = 16 << 20
    /// Bytes that are read at once.
    private static let blockBytes = 1 << 20

    let directory: String
    let practice: PracticeID
    let patient: PatientID
    /// The patient's id, as lines write it.
    private let name: Data

    init(directory: String, practice: PracticeID, patient: PatientID) {
        self.directory = directory
        self.practice = practice
        self.patient = patient
        name = Data(patient.description.utf8)
    }

    /// The lines about the patient that `isWanted`, from a place to the end of a day; `next` when there may be more.
    func records(
        from place: AccessPlace, through last: CivilDate, limit: Int, where isWanted: (AccessRecord) -> Bool
    ) throws -> (records: [AccessRecord], next: AccessPlace?) {
        var found: [AccessRecord] = []
        var room = AccessReader.maximumBytes
        var place = place
        while place.day.days <= last.days {
            let end = try read(place, &room, limit, &found, isWanted)
            if let end { return (found, AccessPlace(day: place.day, offset: end)) }
            place = AccessPlace(day: place.day.adding(1))
        }
        return (found, nil)
    }

    /// Reads a day's file from a place; where it stopped, nil at its end.
    private func read(
        _ place: AccessPlace, _ room: inout Int, _ limit: Int, _ found: inout [AccessRecord],
        _ isWanted: (AccessRecord) -> Bool
    ) throws -> UInt64? {
        let path = "\(directory)/\(practice)/\(place.day.description).ndjson"
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        try file.seek(toOffset: place.offset)
        var offset = place.offset
        var rest = Data()
        while let block = try file.read(upToCount: AccessReader.blockBytes), !block.isEmpty {
            rest.append(block)
            var start = rest.startIndex
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                if let record = record(rest[start..<end]), isWanted(record) { found.append(record) }
                offset += UInt64(end + 1 - start)
                start = end + 1
                if found.count >= limit { return offset }
            }
            rest = Data(rest[start...])
            room -= block.count
            if room <= 0 { return offset }
        }
        return nil
    }

    /// Only lines that name the patient are parsed.
    func record(_ line: Data) -> AccessRecord? {
        guard line.range(of: name) != nil, let value = try? JSONValue(parsing: line) else {
            return nil
        }
        return AccessRecord(value, about: patient)
    }
}
