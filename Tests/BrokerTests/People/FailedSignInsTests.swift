import Testing
import Vocabulary

@testable import Broker

/// What is counted of wrong sign-ins, and for whom.
@Suite struct FailedSignInsTests {
    private static let now = Timestamp(seconds: 1_790_000_000)

    /// The counts behind a reference, as `#expect` takes no mutating call.
    private final class Book {
        private var counts = FailedSignIns()

        func mayTry(_ login: [UInt8]?, _ origin: UInt64, at now: Timestamp = now) -> Bool {
            counts.mayTry(login: login, origin: origin, now: now)
        }

        /// How many of so many attempts are looked at.
        func tries(_ login: [UInt8]?, _ origin: UInt64, _ count: Int) -> Int {
            (0..<count).count { _ in mayTry(login, origin) }
        }

        func mayTry(code person: PersonID, at now: Timestamp = now) -> Bool { counts.mayTry(code: person, now: now) }

        func forgive(_ login: [UInt8]?, _ origin: UInt64) { counts.forgive(login: login, origin: origin) }

        func take() -> Int { counts.take(now: FailedSignInsTests.now) }
    }

    @Test func anOriginIsItsOwnAndSoIsALogin() {
        let book = Book()
        #expect(book.tries(nil, 1, 60) == FailedSignIns.ofOrigin)
        #expect(book.mayTry(nil, 2), "another origin")
        #expect(book.tries([1], 3, 20) == FailedSignIns.ofLoginAndOrigin)
        #expect(book.mayTry([2], 3), "another login of that origin")
        #expect(book.mayTry([1], 4), "that login from elsewhere")
        let elsewhere = (10..<30).map { book.tries([1], $0, 10) }.reduce(0, +)
        #expect(elsewhere == FailedSignIns.ofLogin - FailedSignIns.ofLoginAndOrigin - 1)
        #expect(book.mayTry([1], 99, at: FailedSignInsTests.now.adding(seconds: 1_800)), "half an hour later")
    }

    @Test func whatWasRightCountsForNothing() {
        let book = Book()
        for _ in 0..<200 {
            #expect(book.mayTry([1], 1))
            book.forgive([1], 1)
        }
        #expect(book.take() == 0)
    }

    @Test func tenWrongCodesADayBesideARightPassword() {
        let (book, person) = (Book(), PersonID.random())
        #expect((0..<20).count { _ in book.mayTry(code: person) } == FailedSignIns.wrongCodes)
        #expect(book.mayTry(code: .random()), "somebody else")
        #expect(book.mayTry(code: person, at: FailedSignInsTests.now.adding(days: 1)), "the next day")
    }

    @Test func whoFillsTheTableStopsNobody() {
        let book = Book()
        let refused = (0..<110_000 as Range<UInt64>).count { number in
            !book.mayTry((0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }, number)
        }
        #expect(refused == 0 && book.mayTry([1], 1 << 60))
    }
}
