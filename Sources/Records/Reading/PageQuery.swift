import Crypto
import Vocabulary

/// What a page belongs to: a paging token is good for the same query of the same holder in the same practice only.
struct PageQuery: Sendable {
    let operation: String
    let arguments: [String]
    /// Resources on a page.
    let count: Int

    init(_ operation: String, _ arguments: [String], count: Int) {
        self.operation = operation
        self.arguments = arguments
        self.count = count
    }

    /// One digest for all arguments, each with its length before it.
    var digest: [UInt8] {
        var hash = SHA256()
        for argument in [operation] + arguments {
            hash.update(data: Array("\(argument.utf8.count):\(argument)".utf8))
        }
        return Array(hash.finalize())
    }
}

extension RecordSession {
    /// A token for the page behind a place.
    func seal(_ place: String, of query: PageQuery) throws(RecordError) -> String {
        let expires = service.clock.now().adding(seconds: service.limits.pageSeconds)
        return try RecordError.mapping {
            try service.pages.seal(Array(place.utf8), context: context(query), expires: expires)
        }
    }

    /// The place that a token names. Throws `page` for a token of another session, practice or query, or an old one.
    func open(_ token: String, of query: PageQuery) throws(RecordError) -> String {
        do {
            let place = try service.pages.open(token, context: context(query), now: service.clock.now())
            return String(decoding: place, as: UTF8.self)
        } catch { throw .page }
    }

    private func context(_ query: PageQuery) -> [[UInt8]] {
        [practice.bytes, info.session.bytes, Array(info.holder.idText.utf8), query.digest]
    }
}
