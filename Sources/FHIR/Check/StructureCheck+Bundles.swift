import JSONTree

/// The invariants of Bundles (R4, bundle).
extension StructureCheck {
    /// Checks a Bundle's entries together.
    mutating func checkBundle(_ bundle: JSONObject) {
        let type = bundle["type"]?.string ?? ""
        let entries = bundle["entry"]?.array ?? []
        if bundle["total"] != nil, type != "searchset", type != "history" { findings.report(.bdl1) }
        let asks = ["batch", "transaction", "history"].contains(type)
        let answers = ["batch-response", "transaction-response", "history"].contains(type)
        for (place, entry) in entries.enumerated() {
            guard !findings.isFull else { return }
            let start = findings.count
            if entry["search"] != nil, type != "searchset" { findings.report(.bdl2) }
            if (entry["request"] != nil) != asks { findings.report(.bdl3) }
            if (entry["response"] != nil) != answers { findings.report(.bdl4) }
            if findings.count != start {
                findings.enclose(.index(place), since: start)
                findings.enclose(.key("entry"), since: start)
            }
        }
        checkAddresses(entries, isHistory: type == "history")
        checkFirst(entries, bundle, type)
    }

    /// `bdl-7` and `bdl-8`.
    private mutating func checkAddresses(_ entries: [JSONValue], isHistory: Bool) {
        var seen: Set<[String]> = []
        for (place, entry) in entries.enumerated() {
            guard let url = entry["fullUrl"]?.string, !findings.isFull else { continue }
            let steps: [Location.Step] = [.key("fullUrl"), .index(place), .key("entry")]
            let segments = url.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            if segments.dropLast().dropFirst().contains(where: { $0.elementsEqual("_history".utf8) }) {
                findings.report(.bdl8, steps)
            }
            let version = entry["resource"]?["meta"]?["versionId"]?.string ?? ""
            if !isHistory, !seen.insert([url, version]).inserted { findings.report(.bdl7, steps) }
        }
    }

    /// `bdl-9` to `bdl-12`: documents and messages.
    private mutating func checkFirst(_ entries: [JSONValue], _ bundle: JSONObject, _ type: String) {
        let first = entries.first?["resource"]?["resourceType"]?.string
        switch type {
        case "document":
            let identifier = bundle["identifier"]
            if identifier?["system"] == nil || identifier?["value"] == nil { findings.report(.bdl9) }
            if bundle["timestamp"] == nil { findings.report(.bdl10) }
            if first != "Composition" { findings.report(.bdl11) }
        case "message":
            if first != "MessageHeader" { findings.report(.bdl12) }
        default: break
        }
    }
}
