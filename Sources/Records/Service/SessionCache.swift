import BrokerAPI
import Sealing
import Synchronization
import Vocabulary

/// The live sessions and the keys that were released to each: in memory only, bounded, gone at once when one ends.
///
/// What is fetched from the broker while a revocation arrives must not be kept: whoever fetches takes the
/// ``generation`` before, and ``keep(_:_:since:)`` keeps nothing when it moved on. A key wipes itself when its last
/// holder lets go.
final class SessionCache: Sendable {
    private struct Kept {
        let keys: [TierKey]
        let until: Timestamp
    }

    private struct Live {
        let token: SessionToken
        let info: SessionInfo
        var keys: [HeldKeys.Name: Kept] = [:]
    }

    private struct Turn {
        let session: SessionID
        let name: HeldKeys.Name
        let until: Timestamp
    }

    private struct State {
        var generation: UInt64 = 0
        var sessions: [SessionID: Live] = [:]
        /// In the order of keeping, so that the first is the first to go.
        var turns: [Turn] = []
        var first = 0
    }

    private let state = Mutex(State())
    private let limits: RecordLimits

    init(limits: RecordLimits) { self.limits = limits }

    /// Moves on with each revocation.
    var generation: UInt64 { state.withLock { $0.generation } }

    /// How many keys are kept.
    var keyCount: Int { state.withLock { state in state.sessions.values.reduce(0) { $0 + $1.keys.count } } }

    /// The session of a token that was verified before and has not ended.
    func session(_ token: SessionToken, now: Timestamp) -> SessionInfo? {
        guard let id = token.sessionID else { return nil }
        return state.withLock { state in
            guard let live = state.sessions[id], live.info.expires > now, live.token.equals(token) else { return nil }
            return live.info
        }
    }

    /// Keeps a session that the broker verified, unless some session ended meanwhile.
    func keep(_ token: SessionToken, _ info: SessionInfo, since generation: UInt64) {
        guard token.sessionID == info.session else { return }
        state.withLock { state in
            guard state.generation == generation, state.sessions[info.session] == nil,
                state.sessions.count < limits.maximumSessions
            else { return }
            state.sessions[info.session] = Live(token: token, info: info)
        }
    }

    /// The keys that are kept of a session's tiers, where they reach the epoch that is needed.
    func keys(_ patient: PatientID?, _ needs: KeyNeeds, session: SessionID, now: Timestamp) -> HeldKeys {
        state.withLock { state in
            var held = HeldKeys()
            guard let live = state.sessions[session] else { return held }
            for tier in needs.tiers.tiers {
                let name = HeldKeys.Name(patient: patient, tier: tier)
                guard let kept = live.keys[name], kept.until > now,
                    kept.keys.last?.scope.epoch ?? 0 >= needs.epoch(tier)
                else { continue }
                held.hold(kept.keys, name)
            }
            return held
        }
    }

    /// Keeps keys for at most 15 minutes, unless some session ended meanwhile.
    func keep(_ held: HeldKeys, session: SessionID, since generation: UInt64, now: Timestamp) {
        state.withLock { state in
            guard state.generation == generation, let live = state.sessions[session] else { return }
            let until = min(now.adding(seconds: limits.keySeconds), live.info.expires)
            for (name, keys) in held.keys {
                state.sessions[session]?.keys[name] = Kept(keys: keys, until: until)
                state.turns.append(Turn(session: session, name: name, until: until))
            }
            SessionCache.drop(&state, more: limits.maximumKeys, now: now)
        }
    }

    /// Drops sessions and their keys.
    func drop(_ sessions: [SessionID]) {
        state.withLock { state in
            state.generation += 1
            for session in sessions { state.sessions[session] = nil }
        }
    }

    /// Drops everything.
    func dropAll() {
        state.withLock { $0 = State(generation: $0.generation + 1) }
    }

    /// Drops what is out of time.
    func sweep(now: Timestamp) {
        state.withLock { state in
            SessionCache.drop(&state, more: limits.maximumKeys, now: now)
            state.sessions = state.sessions.filter { $0.value.info.expires > now }
        }
    }

    /// Drops the first in turn while they are out of time or there are more than `more`.
    private static func drop(_ state: inout State, more: Int, now: Timestamp) {
        while state.first < state.turns.count {
            let turn = state.turns[state.first]
            guard turn.until <= now || state.turns.count - state.first > more else { break }
            if state.sessions[turn.session]?.keys[turn.name]?.until == turn.until {
                state.sessions[turn.session]?.keys[turn.name] = nil
            }
            state.first += 1
        }
        if state.first > 1_024, state.first * 2 > state.turns.count {
            state.turns.removeFirst(state.first)
            state.first = 0
        }
    }
}

extension SessionToken {
    /// The session's id, which the token begins with; nothing is proved by it.
    var sessionID: SessionID? { unsafe secret.withUnsafeBytes { unsafe SessionID(bytes: $0.prefix(16)) } }

    /// Whether both are the same, in constant time.
    func equals(_ other: SessionToken) -> Bool {
        unsafe other.secret.withUnsafeBytes { unsafe secret.equals($0) }
    }
}
