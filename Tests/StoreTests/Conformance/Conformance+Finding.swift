import Store
import Testing
import Vocabulary

extension Conformance {
    static let finding = [
        ConformanceCase("a match has every token", everyToken),
        ConformanceCase("a search returns one more than its limit at most", oneMore),
        ConformanceCase("a version replaces the rows of the tiers it names", replacedRows),
        ConformanceCase("the oldest match of each of many tokens", firstMatches),
        ConformanceCase("a search refuses too few, too many or repeated tokens", tokenLimits),
    ]

    private static func everyToken(_ sample: Sample) async throws {
        let tokens = (0..<3).map { _ in RowToken.random() }
        var keys = [ResourceKey]()
        for mask in 0..<8 {
            let rows = (0..<3).filter { mask & 1 << $0 != 0 }.map { Sample.row(tokens[$0], .contact) }
            keys.append(ResourceKey(patient: try await sample.patient(rows: rows)))
        }
        for asked in 1..<8 {
            let wanted = (0..<3).filter { asked & 1 << $0 != 0 }
            let found = try await sample.store.find(wanted.map { tokens[$0] }, limit: 10, in: sample.practice)
            #expect(found.map(\.key) == (0..<8).filter { $0 & asked == asked }.map { keys[$0] }, "\(asked)")
            #expect(found.allSatisfy { $0.rows.map(\.token) == wanted.map { tokens[$0] } }, "\(asked)")
        }
        #expect(try await sample.store.find([tokens[0], .random()], limit: 10, in: sample.practice).isEmpty)
        #expect(try await sample.store.find([.random(), tokens[0]], limit: 10, in: sample.practice).isEmpty)
    }

    private static func oneMore(_ sample: Sample) async throws {
        let token = RowToken.random()
        var rows = [StoredRow]()
        for _ in 0..<12 {
            let row = Sample.row(token)
            rows.append(row)
            _ = try await sample.patient(rows: [row])
        }
        for limit in [1, 10, 11, 12, 50] {
            let found = try await sample.store.find([token], limit: limit, in: sample.practice)
            #expect(found.flatMap(\.rows) == Array(rows.prefix(limit + 1)))
        }
    }

    private static func replacedRows(_ sample: Sample) async throws {
        let (name, phone, note) = (RowToken.random(), RowToken.random(), RowToken.random())
        let rows = [Sample.row(name, .identity), Sample.row(phone, .contact), Sample.row(name, .contact)]
        let key = ResourceKey(patient: try await sample.patient(rows: rows))
        #expect(try await sample.store.find([name], limit: 5, in: sample.practice).first?.rows == [rows[0], rows[2]])
        let id = DepositID.random()
        let new = Sample.row(note, .contact)
        let version = try Sample.version(
            key, replacing: 1, in: id, sealing: [.contact],
            carrying: [
                PartReference(tier: .identity, version: 1, deposit: try await deposit(of: key, sample), epoch: 3)
            ],
            rows: [new], replacesRowsOf: .contact)
        try await sample.store.stage(sample.deposit(id, [version]))
        #expect(try await sample.store.find([phone], limit: 5, in: sample.practice).count == 1)
        try await sample.store.publish(id, in: sample.practice)
        try await sample.store.publish(id, in: sample.practice)
        #expect(try await sample.store.find([phone], limit: 5, in: sample.practice).isEmpty)
        #expect(try await sample.store.find([name], limit: 5, in: sample.practice).first?.rows == [rows[0]])
        #expect(
            try await sample.store.find([note, name], limit: 5, in: sample.practice).first?.rows == [new, rows[0]])
    }

    private static func deposit(of key: ResourceKey, _ sample: Sample) async throws -> DepositID {
        try #require(try await sample.read(key)).deposit
    }

    private static func firstMatches(_ sample: Sample) async throws {
        let tokens = (0..<4).map { _ in RowToken.random() }
        let first = try await sample.patient(rows: [Sample.row(tokens[0]), Sample.row(tokens[2])])
        let second = try await sample.patient(rows: [Sample.row(tokens[0]), Sample.row(tokens[3])])
        let id = DepositID.random()
        guard let place = ResourceKey(type: "Location", id: PatientID.random().description) else {
            throw SampleError.noKey
        }
        let entry = RowToken.random()
        try await sample.write(id, [try Sample.version(place, in: id, rows: [Sample.row(entry, .medical)])])
        let found = try await sample.store.firstMatches(tokens + [tokens[0], entry], in: sample.practice)
        let expected = [first, nil, first, second, first].map { $0.map { ResourceKey(patient: $0) } } + [place]
        #expect(found.map { $0?.key } == expected)
        #expect(try await sample.store.firstMatches([], in: sample.practice).isEmpty)
    }

    private static func tokenLimits(_ sample: Sample) async throws {
        let token = RowToken.random()
        let many = (0...StoreLimits.maximumSearchTokens).map { _ in RowToken.random() }
        for tokens in [[], [token, token], many] {
            await expect(.invalid) { _ = try await sample.store.find(tokens, limit: 5, in: sample.practice) }
        }
        for limit in [0, -1, StoreLimits.maximumPage + 1] {
            await expect(.invalid) { _ = try await sample.store.find([token], limit: limit, in: sample.practice) }
        }
        #expect(try await sample.store.find(Array(many.dropLast()), limit: 5, in: sample.practice).isEmpty)
    }
}
