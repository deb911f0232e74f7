import Foundation
import Vocabulary

/// The tier keys of a page of an export: what a box of it holds.
public struct ExportKeys: WireMessage {
    /// Most patients of a page.
    public static let maximumPatients = 500
    /// The purpose that the box names; its context is the practice's id.
    public static let purpose = "export"
    /// One for each tier of the practice's own resources, and of each patient.
    public let answers: [ReleaseAnswer]

    /// Keeps the keys.
    public init(_ answers: [ReleaseAnswer]) { self.answers = answers }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        answers = try reader.list(limit: (ExportKeys.maximumPatients + 1) * Tier.allCases.count)
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) { writer.list(answers) }
}

/// A page of an export as the broker hands it out.
public struct ExportPage: Codable, Sendable {
    /// ``ExportKeys``, sealed to the recipient.
    public var box: Data
    /// Whose keys are inside, by id.
    public var patients: [PatientID]
    /// Behind which subject the next page begins; none after the last.
    public var next: SubjectID?

    /// Makes it of its parts.
    public init(box: [UInt8], patients: [PatientID], next: SubjectID?) {
        self.box = Data(box)
        self.patients = patients
        self.next = next
    }
}
