import Testing

@Suite("SQLite conforms") struct SQLiteConformanceTests {
    @Test(arguments: Conformance.all) func conforms(_ property: ConformanceCase) async throws {
        try await withSQLiteStore { store, _ in try await property.check(Sample(store)) }
    }
}
