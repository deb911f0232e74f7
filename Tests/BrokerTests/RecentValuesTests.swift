import BrokerQueues
import Testing

@Suite("What is kept in memory of late")
struct RecentValuesTests {
    @Test func itForgetsWhatIsOldAndWhatIsTakenOut() {
        let values = RecentValues<Int, String>(capacity: 8)
        for key in 0..<4 { values[key] = "v\(key)" }
        #expect((0..<4).allSatisfy { values[$0] == "v\($0)" })
        values[4] = "v4"
        #expect((0...4).allSatisfy { values[$0] == "v\($0)" }, "the older generation is still there")
        values[1] = nil
        values[4] = nil
        #expect(values[1] == nil && values[4] == nil && values[0] == "v0")
        for key in 10..<30 { values[key] = "v\(key)" }
        #expect(values[0] == nil && values[29] == "v29")
        #expect((0..<30).count { values[$0] != nil } <= 8)
    }
}
