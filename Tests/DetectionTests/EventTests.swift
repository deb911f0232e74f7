import Testing

@testable import Detection

@Suite("Events")
struct EventTests {
    @Test func fieldsMayRepeat() {
        var event = Event()
        event.add("practice", "a")
        event.add("practice", "b")
        event.add("rows", 12)
        event.add("gone", "", kind: .null)
        #expect(event.values("practice") == ["a", "b"])
        #expect(event.first("rows") == "12")
        #expect(event.first("gone") == nil)
        event.clear()
        #expect(event.count == 0)
    }

    @Test func partsThatNobodyNamesAgree() {
        let rule = LogSource(category: "database", product: "postgresql")
        #expect(rule.admits(LogSource(category: "database")))
        #expect(!rule.admits(LogSource(category: "webserver", product: "postgresql")))
        #expect(LogSource().admits(rule))
    }
}
