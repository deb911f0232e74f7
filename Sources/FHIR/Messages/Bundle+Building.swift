import JSONTree

extension Bundle {
    /// A search set as compact JSON text: resources stand in it as they came. `total` counts what matched, as far as the
    /// reader may know it; nil leaves it out.
    public static func searchset(_ matches: [Match], total: Int?, links: [Link] = []) -> [UInt8] {
        var bundle = start(.searchset)
        if let total { bundle["total"] = .number(JSONNumber(Int64(total))) }
        add(links, to: &bundle)
        var text = JSONValue.object(bundle).bytes
        guard !matches.isEmpty else { return text }
        text.reserveCapacity(matches.reduce(text.count) { $0 + $1.text.count + 256 })
        text.removeLast()
        text += #","entry":["#.utf8
        for (index, match) in matches.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            write(match, into: &text)
        }
        text += "]}".utf8
        return text
    }

    private static func write(_ match: Match, into text: inout [UInt8]) {
        text += #"{"fullUrl":"#.utf8
        JSONValue.string(match.fullUrl).write(into: &text)
        text += #","resource":"#.utf8
        text += match.text
        text += #","search":"#.utf8
        search(match).write(into: &text)
        text.append(UInt8(ascii: "}"))
    }

    /// The answer to a batch or transaction, in the order of its entries.
    public static func response(_ kind: Kind, _ responses: [Response]) -> JSONValue {
        var bundle = start(kind)
        if !responses.isEmpty { bundle["entry"] = .array(responses.map(entry)) }
        return .object(bundle)
    }

    /// The answer to a transaction.
    public static func transactionResponse(_ responses: [Response]) -> JSONValue {
        response(.transactionResponse, responses)
    }

    private static func search(_ match: Match) -> JSONValue {
        guard let score = match.score else { return ["mode": .string(match.mode)] }
        return [
            "extension": [["url": .string(MatchGrade.url), "valueCode": .string(score.grade.rawValue)]],
            "mode": .string(match.mode), "score": .number(score.decimal),
        ]
    }

    private static func start(_ kind: Kind) -> JSONObject {
        var bundle = JSONObject()
        bundle["resourceType"] = "Bundle"
        bundle["type"] = .string(kind.rawValue)
        return bundle
    }

    private static func add(_ links: [Link], to bundle: inout JSONObject) {
        guard !links.isEmpty else { return }
        bundle["link"] = .array(links.map { ["relation": .string($0.relation), "url": .string($0.url)] })
    }

    private static func entry(_ response: Response) -> JSONValue {
        var entry = JSONObject()
        entry["resource"] = response.resource
        var object = JSONObject()
        object["status"] = .string(response.status)
        object["location"] = response.location.map(JSONValue.string)
        object["etag"] = response.etag.map(JSONValue.string)
        object["lastModified"] = response.lastModified.map(JSONValue.string)
        object["outcome"] = response.outcome
        entry["response"] = .object(object)
        return .object(entry)
    }
}
