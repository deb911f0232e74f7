import Store
import Testing

/// One property that every record store must have.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: @Sendable (Sample) async throws -> Void

    init(_ name: String, _ check: @escaping @Sendable (Sample) async throws -> Void) {
        testDescription = name
        self.check = check
    }
}

/// The suite that every implementation of `RecordStore` passes, each case with a practice of its own.
enum Conformance {
    static let all =
        deposits + conflicts + reading + listing + finding + patients + isolation + documents

    /// Expects a call to throw the code, naming the resource when one is given.
    static func expect(
        _ code: StoreError.Code, _ key: ResourceKey? = nil, sourceLocation: SourceLocation = #_sourceLocation,
        _ call: () async throws -> Void
    ) async {
        do {
            try await call()
            Issue.record("did not throw \(code)", sourceLocation: sourceLocation)
        } catch let error as StoreError {
            #expect(error.code == code, sourceLocation: sourceLocation)
            if let key { #expect(error.key == key, sourceLocation: sourceLocation) }
        } catch {
            Issue.record("threw another type of error", sourceLocation: sourceLocation)
        }
    }
}
