import Testing
import Vocabulary

@testable import Identity

/// An assertion counts once.
@Suite struct ReplayWindowTests {
    private func assertion(_ number: Int, of subject: String = "s", lasts seconds: Int64 = 60) -> Assertion {
        Assertion(subject: subject, jti: "j\(number)", issuedAt: nil, expires: Forge.now.adding(seconds: seconds))
    }

    @Test func aReplayIsRefusedUntilTheAssertionExpiresByItself() throws {
        var window = ReplayWindow(capacity: 10, perSubject: 10)
        let assertion = try Forge.verify(try Forge.token())
        let use = try window.admit(assertion, now: Forge.now)
        #expect(use == ReplayWindow.Use(subject: Forge.subject, jti: Forge.jti, expires: assertion.expires))
        for seconds: Int64 in [0, 1, 59, 60, 89] {
            let now = Forge.now.adding(seconds: seconds)
            #expect(throws: IdentityError.replayed, "\(seconds)") { try window.admit(assertion, now: now) }
        }
        #expect(throws: IdentityError.expired) { try window.admit(assertion, now: assertion.expires) }
        #expect(throws: IdentityError.expired) { try window.admit(assertion, now: Forge.now.adding(days: 1)) }
    }

    @Test func timeThatGoesBackRevivesNothing() throws {
        var window = ReplayWindow(capacity: 10, perSubject: 10)
        _ = try window.admit(assertion(1), now: Forge.now)
        _ = try window.admit(assertion(2, lasts: 500), now: Forge.now.adding(seconds: 400))
        #expect(window.count == 1)
        #expect(throws: IdentityError.expired) { try window.admit(assertion(1), now: Forge.now) }
    }

    @Test func theSameIdentifierOfAnotherSubjectIsAnother() throws {
        var window = ReplayWindow(capacity: 10, perSubject: 10)
        _ = try window.admit(assertion(1, of: "a"), now: Forge.now)
        _ = try window.admit(assertion(1, of: "b"), now: Forge.now)
        #expect(throws: IdentityError.replayed) { try window.admit(assertion(1, of: "a"), now: Forge.now) }
    }

    @Test func aFullWindowRefusesRatherThanForgets() throws {
        var window = ReplayWindow(capacity: 5, perSubject: 5)
        for number in 0..<5 { _ = try window.admit(assertion(number), now: Forge.now) }
        #expect(throws: IdentityError.windowFull) { try window.admit(assertion(5), now: Forge.now) }
        #expect(throws: IdentityError.replayed) { try window.admit(assertion(0), now: Forge.now) }
        #expect(window.count == 5)
        _ = try window.admit(assertion(6, lasts: 120), now: Forge.now.adding(seconds: 60))
        #expect(window.count == 1)
    }

    @Test func oneSubjectCannotUseUpTheRoomOfOthers() throws {
        var window = ReplayWindow(capacity: 100, perSubject: 3)
        for number in 0..<3 { _ = try window.admit(assertion(number, of: "greedy"), now: Forge.now) }
        for number in 3..<1000 {
            #expect(throws: IdentityError.windowFull) {
                try window.admit(assertion(number, of: "greedy"), now: Forge.now)
            }
        }
        _ = try window.admit(assertion(0, of: "honest"), now: Forge.now)
        #expect(window.count == 4)
    }

    @Test func aRestartForgetsNothing() throws {
        var window = ReplayWindow(capacity: 2, perSubject: 2)
        let uses = [
            try window.admit(assertion(1), now: Forge.now), try window.admit(assertion(2, of: "t"), now: Forge.now),
        ]
        var second = ReplayWindow(capacity: 1, perSubject: 1, uses: uses + uses)
        #expect(second.count == 2)
        #expect(throws: IdentityError.replayed) { try second.admit(assertion(1), now: Forge.now) }
        #expect(throws: IdentityError.replayed) { try second.admit(assertion(2, of: "t"), now: Forge.now) }
        #expect(throws: IdentityError.windowFull) { try second.admit(assertion(3, of: "u"), now: Forge.now) }
    }

    @Test func anyOrderOfUsesAgreesWithASetThatNeverForgets() throws {
        var window = ReplayWindow(capacity: .max, perSubject: .max)
        var used = Set<String>()
        var generator = SplitMix(state: 7)
        var now = Forge.now
        for step in 0..<20_000 {
            now = now.adding(milliseconds: Int64.random(in: 0...200, using: &generator))
            let number = Int.random(in: 0..<400, using: &generator)
            let expires = Forge.now.adding(seconds: Int64(number) * 5)
            let assertion = Assertion(subject: "s\(number % 7)", jti: "j\(number)", issuedAt: nil, expires: expires)
            let isAdmitted = (try? window.admit(assertion, now: now)) != nil
            #expect(isAdmitted == (now < expires && used.insert("\(number)").inserted), "step \(step)")
        }
        #expect(used.count > 100)
    }
}
