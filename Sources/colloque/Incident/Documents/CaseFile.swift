import Detection
import Foundation
import Yams

/// What people know of a breach and a program does not: a YAML file (docs/incidents.md, "The case").
struct CaseFile: Codable {
    /// A person or desk to turn to.
    struct Contact: Codable {
        var name: String
        var role: String?
        var email: String?
        var phone: String?
    }

    /// The processor.
    struct Vendor: Codable {
        var name: String
        var address: [String]?
        var contact: Contact?
        var officer: Contact?
    }

    /// A controller.
    struct Practice: Codable {
        var name: String
        var siren: String?
        var siret: String?
        var finess: String?
        var address: [String]?
        var officer: Contact?
        var contact: Contact?
        var representative: Contact?
        /// When it became aware; the installation's moment where it is left out.
        var aware: String?
        /// In place of the case's.
        var exemptions: [Exemption]?
    }

    /// An exemption of article 34(3) that the controller claims, for some tiers or for all.
    struct Exemption: Codable {
        /// What it rests on: the id of a ledger's entry or of a document, and what that shows.
        struct Evidence: Codable {
            var id: String
            var text: String
        }

        var article: String
        var tiers: [String]?
        var evidence: [Evidence]?
    }

    /// What happened, in words of the forms.
    struct Incident: Codable {
        var id: String
        var title: String
        var description: [String]
        var natures: [String]?
        var origin: String?
        var cause: String?
        var began: String?
        var ended: String?
        var discovered: String?
        var contained: String?
    }

    /// What prevents the next, with ids of MITRE ATT&CK and D3FEND and their names.
    struct Mitigation: Codable {
        var text: String
        var attack: [String: String]?
        var defend: [String: String]?
    }

    /// `fr` or `en`.
    var language: String
    /// `initial` or `complementary`.
    var phase: String?
    /// When practices became aware, unless they say otherwise themselves.
    var aware: String
    /// Why a notification is late, where it is.
    var late: String?
    var vendor: Vendor
    var incident: Incident
    /// By id.
    var practices: [String: Practice]
    var consequences: [String]?
    var impacts: [String]?
    var taken: [String]?
    var proposed: [String]?
    var detection: [String]?
    var response: [String]?
    var mitigations: [Mitigation]?
    /// Of every practice that claims none of its own.
    var exemptions: [Exemption]?

    private static let maximumBytes = 32 << 20

    /// Reads a file. A fault is named with its line where YAML knows it.
    static func read(_ path: String) throws -> CaseFile {
        guard let data = FileManager.default.contents(atPath: path), data.count <= maximumBytes else {
            throw Failure.usage("\(path): cannot be read, or is longer than \(maximumBytes) bytes")
        }
        let text = String(decoding: data, as: UTF8.self)
        guard AliasCost(text).excess == nil else {
            throw Failure.refused("\(path): too many aliases: write the values out")
        }
        do { return try YAMLDecoder().decode(CaseFile.self, from: text) } catch {
            throw Failure.refused("\(path): \(fault(error))")
        }
    }

    private static func fault(_ error: any Error) -> String {
        switch error {
        case let DecodingError.keyNotFound(key, context): place(context) + "\(key.stringValue) is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            place(context) + "is of another form"
        case DecodingError.dataCorrupted(let context):
            (context.underlyingError as? YamlError).map { "\($0)".split(separator: "\n").first.map(String.init) ?? "" }
                ?? place(context) + "is damaged"
        default: "no case"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        return path.isEmpty ? "" : path + ": "
    }
}
