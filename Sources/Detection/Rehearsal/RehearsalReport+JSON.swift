import JSONTree
import Vocabulary

extension RehearsalReport {
    /// The report as one JSON object; its members are described in docs/rehearsal.md.
    public var json: JSONValue {
        [
            "first": first.map { .string($0.instant) } ?? .null, "last": last.map { .string($0.instant) } ?? .null,
            "accesses": number(accesses), "ignored": number(ignored), "late": number(late),
            "unplaced": number(unplaced),
            "practices": number(practices), "patients": number(patients), "full": .bool(isFull),
            "fastest_hour": number(fastest), "honest_openings": number(honestOpenings),
            "honest_refusals": number(honestRefusals), "accounts": .array(accounts.map(json(of:))),
            "refusals": .array(refusals.map(json(of:))), "notes": .array(notes.map(JSONValue.string)),
        ]
    }

    private func json(of account: Account) -> JSONValue {
        [
            "account": .string(account.name), "role": .string(account.role.rawValue),
            "role_from": .string(account.roleOrigin.rawValue), "practices": number(account.practices),
            "highest": windows(account.highest), "reachable": number(account.reachable),
            "could_take": windows(account.couldTake), "limits": windows(limits[account.role]),
            "allowed": windows(account.allowed), "openings": number(account.openings),
            "refused": number(account.refused), "lower_bound": .bool(account.isLowerBound),
            "suspicions": .array(
                account.suspicions.map { ["kind": .string($0.kind.rawValue), "why": .string($0.sentence)] }),
        ]
    }

    private func json(of refusals: Refusals) -> JSONValue {
        [
            "role": .string(refusals.role.rawValue), "practice": .string(refusals.practice),
            "accounts": number(refusals.accounts), "refused": windows(refusals.windows),
            "total": number(refusals.total),
        ]
    }

    private func windows(_ limit: Limit) -> JSONValue {
        ["hour": number(limit.hour), "day": number(limit.day), "month": number(limit.month)]
    }

    private func number(_ value: Int) -> JSONValue { .number(JSONNumber(Int64(value))) }
}
