import Testing
import Vocabulary

@testable import Broker

/// What is counted of wrong sign-ins, and for whom.
@Suite struct FailedSignInsTests {
    private let now = Timestamp(seconds: 1_790_000_000)

    private func tries(
        _ book: inout FailedSignIns, login: [UInt8]?, origin: UInt64, at now: Timestamp, _ count: Int
    ) -> Int {
        (0..<count).count { _ in book.mayTry(login: login, origin: origin, now: now) }
    }

    @Test func anOriginIsItsOwnAndSoIsALogin() {
        var book = FailedSignIns()
        #expect(tries(&book, login: nil, origin: 1, at: now, 60) == FailedSignIns.ofOrigin)
        #expect(book.mayTry(login: nil, origin: 2, now: now), "another origin")
        #expect(tries(&book, login: [1], origin: 3, at: now, 20) == FailedSignIns.ofLoginAndOrigin)
        #expect(book.mayTry(login: [2], origin: 3, now: now), "another login of that origin")
        #expect(book.mayTry(login: [1], origin: 4, now: now), "that login from elsewhere")
        let elsewhere = (10..<30).map { tries(&book, login: [1], origin: $0, at: now, 10) }.reduce(0, +)
        #expect(elsewhere == FailedSignIns.ofLogin - FailedSignIns.ofLoginAndOrigin - 1)
        #expect(book.mayTry(login: [1], origin: 99, now: now.adding(seconds: 1_800)), "half an hour later")
    }

    @Test func whatWasRightCountsForNothing() {
        var book = FailedSignIns()
        for _ in 0..<200 {
            #expect(book.mayTry(login: [1], origin: 1, now: now))
            book.forgive(login: [1], origin: 1)
        }
        #expect(book.take(now: now) == 0)
    }

    @Test func tenWrongCodesADayBesideARightPassword() {
        var book = FailedSignIns()
        let (person, other) = (PersonID.random(), PersonID.random())
        #expect((0..<20).count { _ in book.mayTry(code: person, now: now) } == FailedSignIns.wrongCodes)
        #expect(book.mayTry(code: other, now: now))
        #expect(book.mayTry(code: person, now: now.adding(days: 1)))
    }

    @Test func whoFillsTheTableStopsNobody() {
        var book = FailedSignIns()
        for number in 0..<110_000 as Range<UInt64> {
            let login = (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
            #expect(book.mayTry(login: login, origin: number, now: now))
        }
        #expect(book.mayTry(login: [1], origin: 1 << 60, now: now))
    }
}
