import Testing
import Vocabulary

@testable import Broker

@Suite("Limits as text")
struct LimitsTextTests {
    @Test func standardLimitsReadBackEqual() { #expect(Limits(text: Limits.standard.text) == .standard) }

    @Test(arguments: ["", "emergencies=1", "emergencies=-1;", Limits.standard.text + ";", " " + Limits.standard.text])
    func otherTextIsRefused(_ text: String) { #expect(Limits(text: text) == nil) }
}
