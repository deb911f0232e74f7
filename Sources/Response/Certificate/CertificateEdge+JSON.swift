import JSONTree
import Ledger
import LedgerCheck
import LedgerMap
import Vocabulary

extension CertificateEdge {
    var json: JSONValue {
        [
            "index": .number(JSONNumber(Int64(clamping: index))),
            "entry": .string(String(decoding: entry, as: UTF8.self)),
            "practices": .number(JSONNumber(Int64(clamping: proof.count))),
            "tree": .string(proof.tree.bytes.hexadecimal),
            "leaf": proof.leaves.first.map(CertificateEdge.json) ?? .null,
        ]
    }

    private static func json(_ leaf: PracticeMapProof.Leaf) -> JSONValue {
        [
            "index": .number(JSONNumber(Int64(clamping: leaf.index))), "n": .number(JSONNumber(leaf.head.n)),
            "head": .string(leaf.head.head.bytes.hexadecimal),
            "path": .array(leaf.path.map { .string($0.bytes.hexadecimal) }), "practice": .string(text(leaf.practice)),
        ]
    }

    private static func text(_ key: PracticeKey) -> String { PracticeID(bytes: key.bytes)?.description ?? "" }

    init(_ json: JSONValue) throws(ScopeError) {
        guard let index = ScopeCertificate.place(json["index"]), let entry = json["entry"]?.string,
            let count = ScopeCertificate.place(json["practices"]), let tree = CertificateEdge.hash(json["tree"]),
            let leaf = json["leaf"].flatMap({ CertificateEdge.leaf($0) })
        else { throw ScopeError("range", "lacks a member") }
        self.init(
            index: index, entry: Array(entry.utf8),
            proof: PracticeMapProof(size: index, count: count, tree: tree, leaves: [leaf]))
    }

    private static func leaf(_ json: JSONValue) -> PracticeMapProof.Leaf? {
        guard let index = ScopeCertificate.place(json["index"]), let n = json["n"]?.number?.int64, n > 0,
            let head = hash(json["head"]), let practice = json["practice"]?.string.flatMap({ PracticeID($0) }),
            let values = json["path"]?.array, values.count <= MerkleProof.longest
        else { return nil }
        let path = values.compactMap { hash($0) }
        guard path.count == values.count else { return nil }
        return PracticeMapProof.Leaf(
            index: index, practice: PracticeKey(high: practice.high, low: practice.low),
            head: PracticeHead(n: n, head: head), path: path)
    }

    private static func hash(_ json: JSONValue?) -> Hash? {
        json?.string.flatMap { [UInt8](hexadecimal: $0) }.flatMap { Hash($0) }
    }
}
