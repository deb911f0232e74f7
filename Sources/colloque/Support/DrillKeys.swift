import ClientKeys
import Drill
import Identity
import Synchronization
import Vocabulary

/// The clients' keys of everybody in a drill, honest or not, by the tokens that are bound to them; and the nonce and the time by which
/// they sign.
final class DrillKeys: Sendable {
    fileprivate struct State {
        var drawn: [String: KeyPair] = [:]
        var bound: [String: KeyPair] = [:]
        var nonce: String?
        var time = Timestamp(milliseconds: 0)
        var read = ContinuousClock.now
    }

    private let state = Mutex(State())

    /// Draws a key for a session that is to begin.
    func draw() -> KeyPair {
        let pair = KeyPair()
        state.withLock { $0.drawn[pair.publicKey.text] = pair }
        return pair
    }

    /// Notes that the session of a token is bound to a key that was drawn here.
    func bind(_ token: String, to key: String) {
        state.withLock { state in if let pair = state.drawn[key] { state.bound[token] = pair } }
    }

    /// The key of a token's session.
    func pair(of token: String) -> KeyPair? { state.withLock { $0.bound[token] } }

    /// Takes the nonce and the time that the server gave; false when neither is new.
    func learn(nonce: String?, time: Timestamp) -> Bool {
        state.withLock { state in
            let now = ContinuousClock.now
            let old = state.now(at: now)
            let isNew = state.nonce != nonce || abs(time.milliseconds - old.milliseconds) > 5_000
            (state.nonce, state.time, state.read) = (nonce, time, now)
            return isNew
        }
    }

    /// The nonce and the time to sign by now.
    var signing: (nonce: String?, now: Timestamp) { state.withLock { ($0.nonce, $0.now(at: .now)) } }
}

extension DrillKeys.State {
    fileprivate func now(at moment: ContinuousClock.Instant) -> Timestamp {
        let passed = moment - read
        return time.adding(
            milliseconds: passed.components.seconds * 1_000 + passed.components.attoseconds / 1_000_000_000_000_000)
    }
}

extension DrillNaming {
    /// As a proof's claims say it.
    var named: RequestProof.Named {
        let booking = booking.map {
            RequestProof.Booking(
                patient: $0.patient, professional: $0.professional, day: CivilDate(days: Int(clamping: $0.day)))
        }
        return RequestProof.Named(patients: patients, tiers: tiers, terms: terms, booking: booking)
    }
}
