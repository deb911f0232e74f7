import JSONTree
import Vocabulary

extension FreezeBudget {
    /// What was spent and is frozen, to be written down: a restart must not give the permits anew.
    public var state: JSONValue {
        var out = MemberList()
        out.add("now", whole: now.milliseconds)
        out.add(
            "spent", .array(spent.map { ["at": .number(JSONNumber($0.at.milliseconds)), "rule": .string($0.rule)] }))
        let sorted = frozen.sorted { $0.key < $1.key }
        out.add("frozen", .array(sorted.map { ["membership": .string($0.key), "practice": .string($0.value)] }))
        return out.value
    }

    /// Goes on from ``state``; nil when the value is not one.
    public init?(reading state: JSONValue, limits: FreezeLimits = FreezeLimits()) {
        guard let now = state["now"]?.number?.int64, let spent = state["spent"]?.array,
            let frozen = state["frozen"]?.array
        else { return nil }
        self.init(limits: limits, at: Timestamp(milliseconds: now))
        for value in spent {
            guard let at = value["at"]?.number?.int64, let rule = value["rule"]?.string else { return nil }
            self.spent.append(Spent(at: Timestamp(milliseconds: at), rule: rule))
        }
        for value in frozen {
            guard let membership = value["membership"]?.string, let practice = value["practice"]?.string else {
                return nil
            }
            self.frozen[membership] = practice
        }
    }
}
