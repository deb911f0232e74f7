import Foundation
import JSONTree
import Ledger
import LedgerCheck
import LedgerMap
import Vocabulary

extension ScopeCertificate {
    /// The file: one JSON object. Throws when zlib refuses.
    public func encoded(_ verdict: Verdict) throws(ScopeError) -> [UInt8] {
        var members: [JSONObject.Member] = [
            .init(key: "format", value: .string(ScopeCertificate.format)),
            .init(key: "promise", value: .string(ScopeCertificate.promise)),
            .init(key: "practice", value: .string(practice.description)), .init(key: "query", value: query.json),
            .init(key: "result", value: verdict.scope.json),
            .init(key: "complete_until", value: .number(JSONNumber(verdict.completeUntil.milliseconds))),
            .init(key: "covers_interval", value: .bool(verdict.coversInterval)),
            .init(key: "checkpoint", value: .string(String(decoding: note, as: UTF8.self))),
            .init(key: "verified", value: .number(JSONNumber(Int64(clamping: verified)))),
        ]
        if let start { members.append(.init(key: "start", value: start.json)) }
        members += [
            .init(key: "end", value: end.json),
            .init(
                key: "entries",
                value: [
                    "length": .number(JSONNumber(Int64(entries.count))),
                    "zlib": .string(Data(try Deflate.pack(entries)).base64EncodedString()),
                ]),
            .init(
                key: "counted",
                value: [
                    "places": .array(places.map { .number(JSONNumber(Int64(clamping: $0))) }),
                    "proof": .string(Data(proof.hashes.flatMap(\.bytes)).base64EncodedString()),
                ]),
        ]
        var out: [UInt8] = []
        JSONValue.object(JSONObject(members)).write(into: &out)
        out.append(0x0A)
        guard out.count <= ScopeCertificate.fileLimit, places.count <= ScopeCertificate.placesLimit else {
            throw ScopeError("certificate", "would be too long: ask for a shorter interval")
        }
        return out
    }

    /// Reads a certificate and its file's members; nothing in it is believed before ``verify(_:witnesses:expected:)``, and
    /// what it says of its result only after ``Verdict/check(_:)``.
    public static func reading(_ bytes: [UInt8]) throws(ScopeError) -> (certificate: ScopeCertificate, said: JSONValue)
    {
        guard bytes.count <= fileLimit else { throw ScopeError("file", "is longer than \(fileLimit) bytes") }
        let limits = JSONLimits(maximumBytes: fileLimit)
        guard let json = try? JSONValue(parsing: bytes, limits: limits) else { throw ScopeError("file", "is no JSON") }
        guard json["format"]?.string == format else { throw ScopeError("format", "is not \(format)") }
        guard json["promise"]?.string == promise else { throw ScopeError("promise", "is worded otherwise") }
        guard let practice = json["practice"]?.string.flatMap({ PracticeID($0) }), let query = json["query"],
            let note = json["checkpoint"]?.string, let verified = place(json["verified"]),
            let end = json["end"]
        else { throw ScopeError("file", "lacks a member") }
        let certificate = ScopeCertificate(
            practice: practice, query: try ScopeQuery(query), note: Array(note.utf8), verified: verified,
            start: try json["start"].map { value throws(ScopeError) in try CertificateEdge(value) },
            end: try CertificateEdge(end), entries: try entries(json["entries"]), places: try places(json["counted"]),
            proof: MultiProof(hashes: try hashes(json["counted"])))
        return (certificate, json)
    }

    private static func entries(_ json: JSONValue?) throws(ScopeError) -> [UInt8] {
        guard let length = json?["length"]?.number?.int64, (0...Int64(entriesLimit)).contains(length),
            let packed = json?["zlib"]?.string.flatMap({ Data(base64Encoded: $0) })
        else { throw ScopeError("entries", "are not there") }
        // zlib packs nothing smaller than to a thousandth.
        guard length <= Int64(packed.count) * 1_100 else { throw ScopeError("entries", "cannot be unpacked") }
        return try Deflate.unpack([UInt8](packed), count: Int(length))
    }

    private static func places(_ json: JSONValue?) throws(ScopeError) -> [UInt64] {
        guard let values = json?["places"]?.array else { throw ScopeError("counted", "has no places") }
        guard values.count <= placesLimit else { throw ScopeError("counted", "has too many places") }
        let places = values.compactMap { place($0) }
        guard places.count == values.count else { throw ScopeError("counted", "has a place that is none") }
        return places
    }

    private static func hashes(_ json: JSONValue?) throws(ScopeError) -> [Hash] {
        guard let data = json?["proof"]?.string.flatMap({ Data(base64Encoded: $0) }), data.count % Hash.byteCount == 0
        else { throw ScopeError("counted", "has no proof") }
        let bytes = [UInt8](data)
        return TileStore.hashes(bytes[...])
    }

    /// A place or size: never below zero.
    static func place(_ json: JSONValue?) -> UInt64? { json?.number?.int64.flatMap { UInt64(exactly: $0) } }
}
