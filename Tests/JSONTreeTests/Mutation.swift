/// A small change to a text.
enum Mutation: CaseIterable {
    case flipBit, setByte, remove, insert, duplicate

    static func random(_ random: inout SeededGenerator) -> Mutation {
        allCases.randomElement(using: &random) ?? .flipBit
    }

    func apply(to bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard let place = bytes.indices.randomElement(using: &random) else { return }
        let token = Array("{}[]:,\"\\ 0e-.tn".utf8).randomElement(using: &random) ?? 0
        switch self {
        case .flipBit: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case .setByte: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case .remove: bytes.remove(at: place)
        case .insert: bytes.insert(token, at: place)
        case .duplicate:
            let end = min(place + Int.random(in: 1...40, using: &random), bytes.count)
            bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
        }
    }
}
